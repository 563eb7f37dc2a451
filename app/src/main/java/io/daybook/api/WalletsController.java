package io.daybook.api;

import io.daybook.ledger.UserId;
import io.daybook.ledger.book.BookId;
import io.daybook.ledger.book.Posting;
import io.daybook.ledger.money.Money;
import io.daybook.ledger.payment.PaymentCommand.RequestPayment;
import io.daybook.ledger.payment.PaymentId;
import io.daybook.ledger.wallet.Wallet;
import io.daybook.projections.balances.AccountView;
import io.daybook.projections.balances.Balances;
import io.daybook.projections.balances.PostingView;
import io.daybook.projections.payments.PaymentView;
import io.daybook.projections.payments.Payments;
import io.daybook.projections.shared.Page;
import io.daybook.projections.shared.PageRequest;
import io.daybook.projections.shared.ProjectionNames;
import io.daybook.security.Caller;
import io.daybook.security.UserAccounts;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import java.math.BigInteger;
import java.time.Instant;
import java.util.Currency;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** The caller's wallet: what is in it, what came and went, and how money gets there. */
@DryRunnable
@RestController
@RequestMapping(path = WalletsController.PATH, produces = MediaType.APPLICATION_JSON_VALUE)
class WalletsController {
  static final String PATH = "/api/v1/wallets/me";

  private final WalletMoves moves;
  private final Commands commands;
  private final IdempotentWrites writes;
  private final JournalPositions positions;
  private final Read read;

  /** What a wallet is read from. */
  @Component
  record Read(Balances balances, Payments payments, UserAccounts users) {}

  WalletsController(
      WalletMoves moves,
      Commands commands,
      IdempotentWrites writes,
      JournalPositions positions,
      Read read) {
    this.moves = moves;
    this.commands = commands;
    this.writes = writes;
    this.positions = positions;
    this.read = read;
  }

  /** What a wallet has in one currency, in minor units. */
  record WalletBalanceBody(
      Currency currency, BigInteger balanceMinor, BigInteger availableMinor, String status) {
    static WalletBalanceBody of(AccountView view) {
      return new WalletBalanceBody(
          view.currency(), view.balanceMinor(), view.availableMinor(), view.status().name());
    }
  }

  record WalletBody(UserId owner, List<WalletBalanceBody> balances) {}

  record TopUpRequest(
      @NotNull MoneyBody amount,
      @NotNull @Pattern(regexp = "[a-z][a-z0-9_]{0,39}") String method) {}

  record TopUpBody(
      PaymentId id,
      Money amount,
      String state,
      @Nullable String reason,
      Instant requestedAt,
      @Nullable Instant capturedAt) {
    static TopUpBody of(PaymentView view) {
      return new TopUpBody(
          view.payment(),
          view.amount(),
          view.state().name(),
          view.reason(),
          view.requestedAt(),
          view.capturedAt());
    }
  }

  record GiftRequest(@NotNull MoneyBody amount, @NotNull String to) {}

  @GetMapping
  WalletBody wallet() {
    Wallet own = own();
    return new WalletBody(
        owner(),
        read.balances().findAccountsUnder(BookId.MAIN, own.path()).stream()
            .map(WalletBalanceBody::of)
            .toList());
  }

  @GetMapping("/{currency}/postings")
  Page<PostingView> postings(@PathVariable String currency, PageRequest page) {
    Currency known = MoneyBody.currency(currency, "currency");
    return read.balances().findPostings(BookId.MAIN, own().account(known), page);
  }

  /** Asks the provider for money; it is in the wallet when the provider has it. */
  @PostMapping("/top-ups")
  ResponseEntity<String> topUp(@Valid @RequestBody TopUpRequest body, WriteKey key) {
    Money amount = body.amount().positive("amount");
    Wallet own = own();
    return writes.run(
        key,
        body,
        () -> {
          var payment = new PaymentId(key.id("pay"));
          moves.open(own, amount.currency());
          long position =
              commands.send(new RequestPayment(payment, own.reference(), amount, body.method()));
          positions.await(position, ProjectionNames.PAYMENTS);
          return Written.accepted(
              PATH + "/top-ups/" + payment,
              position,
              TopUpBody.of(read.payments().find(payment).orElseThrow()));
        });
  }

  @GetMapping("/top-ups")
  Page<TopUpBody> topUps(PageRequest page) {
    return read.payments().findByReference(own().reference(), page).map(TopUpBody::of);
  }

  @GetMapping("/top-ups/{payment}")
  TopUpBody topUp(@PathVariable String payment) {
    return read.payments()
        .find(PathId.of(PaymentId::new, payment, "top-up"))
        .filter(view -> view.reference().equals(own().reference()))
        .map(TopUpBody::of)
        .orElseThrow(() -> ApiProblem.notFound("top-up"));
  }

  /** Gives money to another user's wallet. */
  @PostMapping("/gifts")
  ResponseEntity<String> give(@Valid @RequestBody GiftRequest body, WriteKey key) {
    Money gift = body.amount().positive("amount");
    Wallet own = own();
    UserId to = LedgerBodies.id(UserId::new, body.to(), "to");
    Wallet other = Wallet.of(to);
    if (other.equals(own)) {
      throw LedgerBodies.invalid("to", "a gift is for somebody else");
    }
    if (read.users().find(to.value()).isEmpty()) {
      throw ApiProblem.notFound("user");
    }
    Currency currency = gift.currency();
    return moves.make(
        new WalletMoves.Move(
            key,
            body,
            () -> {
              moves.open(own, currency);
              moves.open(other, currency);
            },
            List.of(
                Posting.debit(own.account(currency), gift),
                Posting.credit(other.account(currency), gift)),
            "Gift",
            other.reference(),
            to.value()));
  }

  private static Wallet own() {
    return Wallet.of(owner());
  }

  private static UserId owner() {
    return new UserId(Caller.current().userId());
  }
}
