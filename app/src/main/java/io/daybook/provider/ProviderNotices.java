package io.daybook.provider;

import io.daybook.ledger.CommandRefused;
import io.daybook.ledger.CommandSender;
import io.daybook.ledger.DerivedId;
import io.daybook.ledger.book.AccountId;
import io.daybook.ledger.book.AccountKind;
import io.daybook.ledger.book.BookCommand.OpenAccount;
import io.daybook.ledger.book.BookCommand.OpenBook;
import io.daybook.ledger.book.BookCommand.PostEntry;
import io.daybook.ledger.book.BookId;
import io.daybook.ledger.book.ChartOfAccounts;
import io.daybook.ledger.book.EntryId;
import io.daybook.ledger.book.Posting;
import io.daybook.ledger.money.Money;
import io.daybook.ledger.payment.PaymentCommand.RecordAuthorisation;
import io.daybook.ledger.payment.PaymentCommand.RecordCapture;
import io.daybook.ledger.payment.PaymentCommand.RecordChargeback;
import io.daybook.ledger.payment.PaymentCommand.RecordChargebackWon;
import io.daybook.ledger.payment.PaymentCommand.RecordFailure;
import io.daybook.ledger.payment.PaymentCommand.RecordRefund;
import io.daybook.ledger.payment.PaymentError.PaymentNotCaptured;
import io.daybook.ledger.payment.PaymentId;
import io.daybook.ledger.payment.RefundId;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.axonframework.modelling.command.AggregateNotFoundException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Turns what a provider says into commands; money that matches no payment goes to suspense. */
final class ProviderNotices {
  private static final Logger LOG = LoggerFactory.getLogger(ProviderNotices.class);
  private static final int MAX_ID = 100;
  private static final Set<String> BRINGS_MONEY =
      Set.of("payment.captured", "payment.chargeback_won");

  private final CommandSender commands;

  ProviderNotices(CommandSender commands) {
    this.commands = commands;
  }

  /** Acts on {@code notice} and says in a word what became of it. May be repeated. */
  String act(ProviderNotice notice) {
    if (!isReadable(notice)) {
      return "unreadable";
    }
    Object command;
    try {
      command = command(notice);
    } catch (IllegalArgumentException | NullPointerException e) {
      return suspend(notice, "unknown_payment");
    }
    try {
      commands.send(command);
      return "applied";
    } catch (CommandRefused refused) {
      if (command instanceof RecordChargeback && refused.error() instanceof PaymentNotCaptured) {
        throw refused; // The notice of the capture is late, so this one waits for it.
      }
      return suspend(notice, "refused");
    } catch (AggregateNotFoundException e) {
      return suspend(notice, "unknown_payment");
    }
  }

  /** A notice without these can never be acted on, so it must not wait for another attempt. */
  private static boolean isReadable(ProviderNotice notice) {
    try {
      Objects.requireNonNull(notice.type());
      int idLength = notice.id().length();
      boolean isMoney = amount(notice).currency().getDefaultFractionDigits() >= 0;
      return isMoney && idLength > 0 && idLength <= MAX_ID;
    } catch (IllegalArgumentException | NullPointerException e) {
      return false;
    }
  }

  private static Object command(ProviderNotice notice) {
    var payment = new PaymentId(notice.payment());
    return switch (notice.type()) {
      case "payment.authorised" -> new RecordAuthorisation(payment, notice.id());
      case "payment.captured" -> new RecordCapture(payment, notice.id(), amount(notice));
      case "payment.failed" ->
          new RecordFailure(
              payment, notice.id(), Objects.requireNonNullElse(notice.reason(), "unknown"));
      case "payment.charged_back" -> new RecordChargeback(payment, notice.id(), amount(notice));
      case "payment.chargeback_won" ->
          new RecordChargebackWon(payment, notice.id(), amount(notice));
      case "refund.succeeded" ->
          new RecordRefund(
              payment, new RefundId(Objects.requireNonNull(notice.refund())), notice.id());
      default -> throw new IllegalArgumentException("unknown type " + notice.type());
    };
  }

  /** Money that came in is never lost: without a payment to match it, it is owed to somebody. */
  private String suspend(ProviderNotice notice, String why) {
    if (!BRINGS_MONEY.contains(notice.type()) || notice.amountMinor() <= 0) {
      return why;
    }
    try {
      postToSuspense(notice);
      return "suspense";
    } catch (CommandRefused refused) {
      // It would be refused for ever, and waiting here it would delay what comes after it.
      LOG.error(
          "The ledger refuses the money of provider event {}, settle it by hand: {}",
          notice.id(),
          refused.error().message());
      return "unbookable";
    }
  }

  private void postToSuspense(ProviderNotice notice) {
    Money amount = amount(notice);
    AccountId clearing = ChartOfAccounts.paymentClearing(amount.currency());
    AccountId suspense = ChartOfAccounts.suspense(amount.currency());
    commands.send(new OpenBook(BookId.MAIN));
    commands.send(new OpenAccount(BookId.MAIN, clearing, AccountKind.ASSET, amount.currency()));
    commands.send(new OpenAccount(BookId.MAIN, suspense, AccountKind.LIABILITY, amount.currency()));
    commands.send(
        new PostEntry(
            BookId.MAIN,
            new EntryId(DerivedId.of("ent", "suspense", notice.id())),
            List.of(Posting.debit(clearing, amount), Posting.credit(suspense, amount)),
            "Money that matches no payment",
            notice.id(),
            List.of()));
  }

  private static Money amount(ProviderNotice notice) {
    return Money.of(notice.currency(), notice.amountMinor());
  }
}
