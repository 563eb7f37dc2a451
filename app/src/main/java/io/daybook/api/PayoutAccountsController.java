package io.daybook.api;

import io.daybook.ledger.OrganiserId;
import io.daybook.ledger.UserId;
import io.daybook.ledger.wallet.PayoutAccountCommand.AddPayoutAccount;
import io.daybook.ledger.wallet.PayoutAccountCommand.RemovePayoutAccount;
import io.daybook.ledger.wallet.PayoutAccountId;
import io.daybook.projections.payments.KnownPayoutAccounts;
import io.daybook.projections.payments.PayoutAccountView;
import io.daybook.projections.shared.Page;
import io.daybook.projections.shared.PageRequest;
import io.daybook.projections.shared.ProjectionNames;
import io.daybook.security.Caller;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** An organiser's accounts outside of Daybook, which payouts go to. */
@DryRunnable
@RestController
@RequestMapping(path = PayoutAccountsController.PATH, produces = MediaType.APPLICATION_JSON_VALUE)
class PayoutAccountsController {
  static final String PATH = "/api/v1/payout-accounts";

  private final Commands commands;
  private final IdempotentWrites writes;
  private final JournalPositions positions;
  private final KnownPayoutAccounts accounts;
  private final Clock clock;

  PayoutAccountsController(
      Commands commands,
      IdempotentWrites writes,
      JournalPositions positions,
      KnownPayoutAccounts accounts,
      Clock clock) {
    this.commands = commands;
    this.writes = writes;
    this.positions = positions;
    this.accounts = accounts;
    this.clock = clock;
  }

  /**
   * @param token the provider's name for the account; never an account number
   */
  record PayoutAccountRequest(@NotNull String token) {}

  record PayoutAccountBody(
      PayoutAccountId id,
      OrganiserId organiser,
      String token,
      Instant addedAt,
      Instant usableFrom,
      @Nullable Instant removedAt) {
    static PayoutAccountBody of(PayoutAccountView view) {
      return new PayoutAccountBody(
          view.account(),
          view.organiser(),
          view.token(),
          view.addedAt(),
          view.usableFrom(),
          view.removedAt());
    }
  }

  @PostMapping
  ResponseEntity<String> add(@Valid @RequestBody PayoutAccountRequest body, WriteKey key) {
    Caller caller = Caller.current();
    return writes.run(
        key,
        body,
        () -> {
          var account = new PayoutAccountId(key.id("pac"));
          Instant now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
          return written(
              account,
              commands.send(
                  new AddPayoutAccount(
                      account,
                      Organisers.of(caller),
                      body.token(),
                      new UserId(caller.userId()),
                      now)),
              true);
        });
  }

  @PostMapping("/{payoutAccount}:remove")
  ResponseEntity<String> remove(@PathVariable String payoutAccount, WriteKey key) {
    PayoutAccountId known = own(payoutAccount).account();
    var user = new UserId(Caller.current().userId());
    return writes.run(
        key,
        known,
        () -> written(known, commands.send(new RemovePayoutAccount(known, user)), false));
  }

  private Written written(PayoutAccountId account, long position, boolean isNew) {
    positions.await(position, ProjectionNames.PAYMENTS);
    var body = PayoutAccountBody.of(accounts.find(account).orElseThrow());
    String location = PATH + "/" + account;
    return isNew
        ? Written.created(location, position, body)
        : Written.accepted(location, position, body);
  }

  @GetMapping
  Page<PayoutAccountBody> list(PageRequest page) {
    return accounts.findByOrganiser(Organisers.callersOwn(), page).map(PayoutAccountBody::of);
  }

  @GetMapping("/{payoutAccount}")
  PayoutAccountBody account(@PathVariable String payoutAccount) {
    return PayoutAccountBody.of(own(payoutAccount));
  }

  private PayoutAccountView own(String account) {
    return accounts
        .find(PathId.of(PayoutAccountId::new, account, "payout account"))
        .filter(view -> view.organiser().equals(Organisers.callersOwn()))
        .orElseThrow(() -> ApiProblem.notFound("payout account"));
  }
}
