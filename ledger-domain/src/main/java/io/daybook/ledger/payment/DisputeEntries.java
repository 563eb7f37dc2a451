package io.daybook.ledger.payment;

import static io.daybook.ledger.book.ChartOfAccounts.paymentClearing;

import io.daybook.ledger.DerivedId;
import io.daybook.ledger.book.AccountId;
import io.daybook.ledger.book.BookCommand.PostEntry;
import io.daybook.ledger.book.BookId;
import io.daybook.ledger.book.EntryId;
import io.daybook.ledger.book.Posting;
import io.daybook.ledger.money.Money;
import io.daybook.ledger.payment.PaymentEvent.ChargebackWon;
import io.daybook.ledger.payment.PaymentEvent.PaymentPartlyChargedBack;
import java.util.List;

/** The journal entries of chargebacks that are partial, or that were won. */
public final class DisputeEntries {
  private DisputeEntries() {}

  /** Lets {@code bearer} bear what was taken back. */
  public static PostEntry taken(PaymentPartlyChargedBack event, AccountId bearer) {
    Money amount = event.amount();
    return entry(
        event,
        event.providerEventId(),
        Posting.debit(bearer, amount),
        Posting.credit(paymentClearing(amount.currency()), amount),
        "Partial chargeback");
  }

  /** Gives {@code bearer} what was returned. */
  public static PostEntry won(ChargebackWon event, AccountId bearer) {
    Money amount = event.amount();
    return entry(
        event,
        event.providerEventId(),
        Posting.debit(paymentClearing(amount.currency()), amount),
        Posting.credit(bearer, amount),
        "Chargeback won");
  }

  private static PostEntry entry(
      PaymentEvent event, String providerEventId, Posting debit, Posting credit, String memo) {
    String payment = event.payment().value();
    return new PostEntry(
        BookId.MAIN,
        new EntryId(DerivedId.of("ent", "dispute", payment, providerEventId)),
        List.of(debit, credit),
        memo,
        payment,
        List.of());
  }
}
