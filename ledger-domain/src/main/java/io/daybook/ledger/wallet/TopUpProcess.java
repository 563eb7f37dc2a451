package io.daybook.ledger.wallet;

import static io.daybook.ledger.book.AccountKind.ASSET;
import static io.daybook.ledger.book.AccountKind.LIABILITY;
import static io.daybook.ledger.book.ChartOfAccounts.disputedPayments;
import static io.daybook.ledger.book.ChartOfAccounts.paymentClearing;
import static io.daybook.ledger.book.ChartOfAccounts.suspense;

import io.daybook.ledger.CommandRefused;
import io.daybook.ledger.CommandSender;
import io.daybook.ledger.DerivedId;
import io.daybook.ledger.book.AccountId;
import io.daybook.ledger.book.BookCommand.OpenAccount;
import io.daybook.ledger.book.BookCommand.OpenBook;
import io.daybook.ledger.book.BookCommand.PostEntry;
import io.daybook.ledger.book.BookCommand.ReverseEntry;
import io.daybook.ledger.book.BookError.AlreadyReversed;
import io.daybook.ledger.book.BookError.UnknownEntry;
import io.daybook.ledger.book.BookId;
import io.daybook.ledger.book.EntryId;
import io.daybook.ledger.book.Posting;
import io.daybook.ledger.payment.DisputeEntries;
import io.daybook.ledger.payment.PaymentEvent.ChargebackWon;
import io.daybook.ledger.payment.PaymentEvent.PaymentCaptured;
import io.daybook.ledger.payment.PaymentEvent.PaymentChargedBack;
import io.daybook.ledger.payment.PaymentEvent.PaymentPartlyChargedBack;
import java.util.Currency;
import java.util.List;
import java.util.function.Function;
import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.EventHandler;

/**
 * Puts captured payments into the wallets that they are for; into suspense if a wallet takes none.
 *
 * <p>It may run again after a crash: each entry's id is derived from its payment's.
 */
@ProcessingGroup(TopUpProcess.GROUP)
final class TopUpProcess {
  static final String GROUP = "wallet-top-up";

  private final CommandSender commands;

  TopUpProcess(CommandSender commands) {
    this.commands = commands;
  }

  @EventHandler
  void on(PaymentCaptured event) {
    Wallet.paidInto(event.reference()).ifPresent(wallet -> post(event, wallet));
  }

  /** Takes a top-up back that was charged back; what was spent of it, the owner owes us. */
  @EventHandler
  void on(PaymentChargedBack event) {
    if (Wallet.paidInto(event.reference()).isPresent()) {
      try {
        commands.send(reversal(event, "top-up"));
      } catch (CommandRefused refused) {
        switch (refused.error()) {
          case UnknownEntry _ -> commands.send(reversal(event, "top-up-unmatched"));
          case AlreadyReversed _ -> {
            // Finance has undone it by hand, so the books have it.
          }
          default -> throw refused;
        }
      }
    }
  }

  /** Takes a part of a top-up back; what was spent of it, the owner owes us. */
  @EventHandler
  void on(PaymentPartlyChargedBack event) {
    Wallet.paidInto(event.reference())
        .ifPresent(wallet ->
            settle(
                wallet.account(event.amount().currency()),
                event.amount().currency(),
                bearer -> DisputeEntries.taken(event, bearer)));
  }

  /** Gives back what was taken; the owner's debt to us is paid by it first. */
  @EventHandler
  void on(ChargebackWon event) {
    Wallet.paidInto(event.reference())
        .ifPresent(wallet ->
            settle(
                wallet.account(event.amount().currency()),
                event.amount().currency(),
                bearer -> DisputeEntries.won(event, bearer)));
  }

  private void settle(AccountId wallet, Currency currency, Function<AccountId, PostEntry> entry) {
    try {
      commands.send(entry.apply(wallet));
    } catch (CommandRefused unusable) {
      // The money has moved, whether the wallet takes part or not; finance settles the rest.
      AccountId disputed = disputedPayments(currency);
      commands.send(new OpenAccount(BookId.MAIN, disputed, ASSET, currency));
      commands.send(entry.apply(disputed));
    }
  }

  private static ReverseEntry reversal(PaymentChargedBack event, String of) {
    String payment = event.payment().value();
    return new ReverseEntry(
        BookId.MAIN,
        new EntryId(DerivedId.of("ent", "top-up-chargeback", payment)),
        new EntryId(DerivedId.of("ent", of, payment)),
        "Chargeback of a top-up");
  }

  private void post(PaymentCaptured event, Wallet wallet) {
    Currency currency = event.amount().currency();
    AccountId account = wallet.account(currency);
    commands.send(new OpenBook(BookId.MAIN));
    commands.send(new OpenAccount(BookId.MAIN, paymentClearing(currency), ASSET, currency));
    try {
      commands.send(new OpenAccount(BookId.MAIN, account, LIABILITY, currency));
      commands.send(entry(event, "top-up", account, "Wallet top-up"));
    } catch (CommandRefused closed) {
      // The money has come, whether the wallet takes it or not.
      commands.send(new OpenAccount(BookId.MAIN, suspense(currency), LIABILITY, currency));
      commands.send(entry(event, "top-up-unmatched", suspense(currency), "Top-up of no wallet"));
    }
  }

  private static PostEntry entry(PaymentCaptured event, String as, AccountId to, String memo) {
    return new PostEntry(
        BookId.MAIN,
        new EntryId(DerivedId.of("ent", as, event.payment().value())),
        List.of(
            Posting.debit(paymentClearing(event.amount().currency()), event.amount()),
            Posting.credit(to, event.amount())),
        memo,
        event.payment().value(),
        List.of());
  }
}
