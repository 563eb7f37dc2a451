package io.daybook.api;

import io.daybook.ledger.UserId;
import io.daybook.ledger.money.Money;
import io.daybook.ledger.wallet.PayoutAccountId;
import io.daybook.ledger.wallet.PayoutCommand.RequestPayout;
import io.daybook.ledger.wallet.PayoutId;
import io.daybook.projections.payments.Payouts;
import io.daybook.projections.shared.Page;
import io.daybook.projections.shared.PageRequest;
import io.daybook.projections.shared.ProjectionNames;
import io.daybook.security.Caller;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import java.time.Clock;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Payouts of what the platform owes to an organiser that compliance has cleared. */
@DryRunnable
@RestController
@RequestMapping(path = "/api/v1/payouts", produces = MediaType.APPLICATION_JSON_VALUE)
class PayoutsController {
  private final Commands commands;
  private final IdempotentWrites writes;
  private final JournalPositions positions;
  private final Payouts payouts;
  private final Clock clock;

  PayoutsController(
      Commands commands,
      IdempotentWrites writes,
      JournalPositions positions,
      Payouts payouts,
      Clock clock) {
    this.commands = commands;
    this.writes = writes;
    this.positions = positions;
    this.payouts = payouts;
    this.clock = clock;
  }

  record PayoutRequest(@NotNull MoneyBody amount, @NotNull String account) {}

  @PostMapping
  ResponseEntity<String> request(@Valid @RequestBody PayoutRequest body, WriteKey key) {
    Money amount = body.amount().positive("amount");
    PayoutAccountId account = LedgerBodies.id(PayoutAccountId::new, body.account(), "account");
    Caller caller = Caller.current();
    return writes.run(
        key,
        body,
        () -> {
          var payout = new PayoutId(key.id("pyo"));
          long position =
              commands.send(
                  new RequestPayout(
                      payout,
                      Organisers.of(caller),
                      amount,
                      account,
                      new UserId(caller.userId()),
                      clock.instant()));
          positions.await(position, ProjectionNames.PAYMENTS);
          return Written.accepted(
              "/api/v1/payouts/" + payout,
              position,
              PayoutBody.of(payouts.find(payout).orElseThrow()));
        });
  }

  @GetMapping
  Page<PayoutBody> list(PageRequest page) {
    return payouts.findByOrganiser(Organisers.callersOwn(), page).map(PayoutBody::of);
  }

  @GetMapping("/{payout}")
  PayoutBody payout(@PathVariable String payout) {
    return payouts
        .find(PathId.of(PayoutId::new, payout, "payout"))
        .filter(view -> view.organiser().equals(Organisers.callersOwn()))
        .map(PayoutBody::of)
        .orElseThrow(() -> ApiProblem.notFound("payout"));
  }
}
