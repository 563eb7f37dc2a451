package io.daybook.ticketing.sale;

import static io.daybook.ledger.book.ChartOfAccounts.payableTo;
import static io.daybook.ledger.book.ChartOfAccounts.paymentClearing;
import static io.daybook.ledger.book.ChartOfAccounts.platformFees;
import static io.daybook.ledger.book.ChartOfAccounts.suspense;
import static io.daybook.ledger.book.Posting.credit;
import static io.daybook.ledger.book.Posting.debit;

import io.daybook.ledger.DerivedId;
import io.daybook.ledger.book.BookCommand.PostEntry;
import io.daybook.ledger.book.BookCommand.ReverseEntry;
import io.daybook.ledger.book.BookId;
import io.daybook.ledger.book.EntryId;
import io.daybook.ledger.book.Posting;
import io.daybook.ledger.money.Money;
import io.daybook.ledger.payment.PaymentId;
import io.daybook.ticketing.order.OrderContent;
import io.daybook.ticketing.order.OrderId;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;

/**
 * The journal entries of sales: captured money is the organiser's and ours, or in suspense until it
 * is given back.
 */
final class SaleEntries {
  private SaleEntries() {}

  /** Posts what a fulfilled order earns; a share of zero has no line. */
  static PostEntry sale(OrderId order, OrderContent content) {
    Money total = content.total();
    Money fee = content.fee();
    Money share = total.minus(fee);
    Currency currency = total.currency();
    var postings = new ArrayList<Posting>();
    postings.add(debit(paymentClearing(currency), total));
    if (share.isPositive()) {
      postings.add(credit(payableTo(content.organiser(), currency), share));
    }
    if (fee.isPositive()) {
      postings.add(credit(platformFees(currency), fee));
    }
    return entry(saleEntry(order), postings, "Ticket sale", order);
  }

  /** Posts a payment that buys nothing and is to be given back. */
  static PostEntry unmatched(PaymentId payment, OrderId order, Money amount) {
    Currency currency = amount.currency();
    List<Posting> postings =
        List.of(debit(paymentClearing(currency), amount), credit(suspense(currency), amount));
    return entry(unmatchedEntry(payment), postings, "Payment without seats", order);
  }

  /** Undoes the sale of {@code order}. */
  static ReverseEntry refundOfSale(OrderId order) {
    return reversal(saleEntry(order), "Ticket refund");
  }

  /** Undoes the sale of {@code order} after a chargeback. */
  static ReverseEntry chargebackOfSale(OrderId order) {
    return reversal(saleEntry(order), "Chargeback of a ticket sale");
  }

  /** Undoes the posting of a payment that bought nothing. */
  static ReverseEntry refundOfUnmatched(PaymentId payment) {
    return reversal(unmatchedEntry(payment), "Return of a payment without seats");
  }

  private static PostEntry entry(
      EntryId entry, List<Posting> postings, String memo, OrderId reference) {
    return new PostEntry(BookId.MAIN, entry, postings, memo, reference.value(), List.of());
  }

  private static ReverseEntry reversal(EntryId reversed, String memo) {
    var reversal = new EntryId(DerivedId.of("ent", "reversal", reversed.value()));
    return new ReverseEntry(BookId.MAIN, reversal, reversed, memo);
  }

  private static EntryId saleEntry(OrderId order) {
    return new EntryId(DerivedId.of("ent", "sale", order.value()));
  }

  private static EntryId unmatchedEntry(PaymentId payment) {
    return new EntryId(DerivedId.of("ent", "unmatched", payment.value()));
  }
}
