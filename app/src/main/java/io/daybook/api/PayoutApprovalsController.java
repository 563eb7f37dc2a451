package io.daybook.api;

import io.daybook.ledger.UserId;
import io.daybook.ledger.wallet.PayoutCommand;
import io.daybook.ledger.wallet.PayoutCommand.ApprovePayout;
import io.daybook.ledger.wallet.PayoutCommand.RejectPayout;
import io.daybook.ledger.wallet.PayoutId;
import io.daybook.projections.payments.PayoutState;
import io.daybook.projections.payments.PayoutView;
import io.daybook.projections.payments.Payouts;
import io.daybook.projections.shared.Page;
import io.daybook.projections.shared.PageRequest;
import io.daybook.projections.shared.ProjectionNames;
import io.daybook.security.Caller;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** All payouts, as finance sees them, and its word on the large ones. */
@DryRunnable
@RestController
@RequestMapping(path = PayoutApprovalsController.PATH, produces = MediaType.APPLICATION_JSON_VALUE)
class PayoutApprovalsController {
  static final String PATH = "/api/v1/ledger/payouts";

  private final Commands commands;
  private final IdempotentWrites writes;
  private final JournalPositions positions;
  private final Payouts payouts;

  PayoutApprovalsController(
      Commands commands, IdempotentWrites writes, JournalPositions positions, Payouts payouts) {
    this.commands = commands;
    this.writes = writes;
    this.positions = positions;
    this.payouts = payouts;
  }

  @GetMapping
  Page<PayoutBody> all(@RequestParam(required = false) @Nullable String state, PageRequest page) {
    return payouts.all(state(state), page).map(PayoutBody::of);
  }

  @GetMapping("/{payout}")
  PayoutBody one(@PathVariable String payout) {
    return PayoutBody.of(known(payout));
  }

  @PostMapping("/{payout}:approve")
  ResponseEntity<String> approve(@PathVariable String payout, WriteKey key) {
    return decide(key, new ApprovePayout(known(payout).payout(), user()));
  }

  @PostMapping("/{payout}:reject")
  ResponseEntity<String> reject(@PathVariable String payout, WriteKey key) {
    return decide(key, new RejectPayout(known(payout).payout(), user()));
  }

  private ResponseEntity<String> decide(WriteKey key, PayoutCommand command) {
    return writes.run(
        key,
        command,
        () -> {
          long position = commands.send(command);
          positions.await(position, ProjectionNames.PAYMENTS);
          return Written.accepted(
              PATH + "/" + command.payout(),
              position,
              PayoutBody.of(payouts.find(command.payout()).orElseThrow()));
        });
  }

  private static UserId user() {
    return new UserId(Caller.current().userId());
  }

  private PayoutView known(String payout) {
    return payouts
        .find(PathId.of(PayoutId::new, payout, "payout"))
        .orElseThrow(() -> ApiProblem.notFound("payout"));
  }

  private static @Nullable PayoutState state(@Nullable String text) {
    try {
      return text == null ? null : PayoutState.valueOf(text);
    } catch (IllegalArgumentException e) {
      throw ApiProblem.of(
          HttpStatus.BAD_REQUEST,
          "invalid_parameter",
          "state is one of " + Arrays.toString(PayoutState.values()) + ".");
    }
  }
}
