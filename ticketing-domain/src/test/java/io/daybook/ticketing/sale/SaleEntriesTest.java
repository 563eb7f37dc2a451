package io.daybook.ticketing.sale;

import static io.daybook.ledger.book.ChartOfAccounts.payableTo;
import static io.daybook.ledger.book.ChartOfAccounts.paymentClearing;
import static io.daybook.ledger.book.ChartOfAccounts.platformFees;
import static io.daybook.ledger.book.ChartOfAccounts.suspense;
import static io.daybook.ledger.book.Posting.credit;
import static io.daybook.ledger.book.Posting.debit;
import static io.daybook.ticketing.sale.SaleFixture.CONTENT;
import static io.daybook.ticketing.sale.SaleFixture.ORDER;
import static io.daybook.ticketing.sale.SaleFixture.PAYMENT;
import static io.daybook.ticketing.sale.SaleFixture.TOTAL;
import static io.daybook.ticketing.sale.SaleFixture.content;
import static org.assertj.core.api.Assertions.assertThat;

import io.daybook.ledger.book.AccountId;
import io.daybook.ledger.book.BookCommand.PostEntry;
import io.daybook.ledger.money.Money;
import java.util.Currency;
import org.junit.jupiter.api.Test;

class SaleEntriesTest {
  private static final Currency EUR = TOTAL.currency();
  private static final AccountId PAYABLE = payableTo(CONTENT.organiser(), EUR);

  @Test
  void splitsTheTotalBetweenOrganiserAndPlatform() {
    PostEntry entry = SaleEntries.sale(ORDER, CONTENT);

    assertThat(entry.reference()).isEqualTo(ORDER.value());
    assertThat(entry.postings())
        .containsExactly(
            debit(paymentClearing(EUR), TOTAL),
            credit(PAYABLE, Money.of("EUR", 85_50)),
            credit(platformFees(EUR), Money.of("EUR", 4_50)));
  }

  @Test
  void leavesShareOfZeroOut() {
    assertThat(SaleEntries.sale(ORDER, content(0)).postings())
        .containsExactly(debit(paymentClearing(EUR), TOTAL), credit(PAYABLE, TOTAL));
    assertThat(SaleEntries.sale(ORDER, content(10_000)).postings())
        .containsExactly(debit(paymentClearing(EUR), TOTAL), credit(platformFees(EUR), TOTAL));
  }

  @Test
  void putsMoneyThatBuysNothingInSuspense() {
    PostEntry entry = SaleEntries.unmatched(PAYMENT, ORDER, TOTAL);

    assertThat(entry.postings())
        .containsExactly(debit(paymentClearing(EUR), TOTAL), credit(suspense(EUR), TOTAL));
    assertThat(SaleEntries.refundOfUnmatched(PAYMENT).reversed()).isEqualTo(entry.entry());
  }

  @Test
  void refundsTheEntryOfTheSale() {
    assertThat(SaleEntries.refundOfSale(ORDER).reversed())
        .isEqualTo(SaleEntries.sale(ORDER, CONTENT).entry());
  }
}
