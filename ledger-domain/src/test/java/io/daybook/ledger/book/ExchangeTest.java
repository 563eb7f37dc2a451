package io.daybook.ledger.book;

import static io.daybook.ledger.book.BookFixture.BOOK;
import static io.daybook.ledger.book.BookFixture.CASH;
import static io.daybook.ledger.book.BookFixture.ENTRY;
import static io.daybook.ledger.book.BookFixture.JPY;
import static io.daybook.ledger.book.BookFixture.OWED;
import static io.daybook.ledger.book.BookFixture.YEN;
import static io.daybook.ledger.book.BookFixture.book;
import static io.daybook.ledger.book.BookFixture.eur;
import static io.daybook.ledger.book.BookFixture.receipt;
import static io.daybook.ledger.book.BookFixture.record;
import static io.daybook.ledger.book.BookFixture.recorded;

import io.daybook.ledger.book.BookError.ExchangeRateInvalid;
import io.daybook.ledger.book.BookEvent.AccountOpened;
import io.daybook.ledger.money.Money;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ExchangeTest {
  private static final AccountId OWED_YEN = new AccountId("owed:JPY");
  private static final AccountOpened OPENED =
      new AccountOpened(BOOK, OWED_YEN, AccountKind.LIABILITY, JPY);
  private static final Money PAID = eur(10_00);
  private static final Money GOT = new Money(JPY, 1_734);

  /** 10 euros go and 1734 yen come. */
  private static EntryContent exchange(String rate) {
    return content(
        List.of(
            Posting.debit(OWED, PAID),
            Posting.credit(CASH, PAID),
            Posting.debit(YEN, GOT),
            Posting.credit(OWED_YEN, GOT)),
        rate);
  }

  private static EntryContent content(List<Posting> postings, String rate) {
    return new EntryContent(
        postings, "", "", null, null, Map.of("exchange-rate", rate), EntryLinks.NONE);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "EUR/JPY=173.4",
        "EUR/JPY=173.449999",
        "EUR/JPY=173.46",
        "JPY/EUR=0.005767",
        "EUR/JPY=173.450000000000"
      })
  void recordsTheRateAtWhichItsSumsWereExchanged(String rate) {
    book(OPENED).when(record(exchange(rate))).expectEvents(recorded(exchange(rate)));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "EUR/JPY=174",
        "EUR/JPY=172.9",
        "EUR/USD=173.4",
        "EUR/EUR=1",
        "EUR/JPY=0",
        "EUR/JPY=-173.4",
        "EUR/JPY=1.734e2",
        "173.4",
        ""
      })
  void refusesARateThatIsNot(String rate) {
    book(OPENED)
        .when(record(exchange(rate)))
        .expectNoEvents()
        .expectExceptionDetails(new ExchangeRateInvalid(ENTRY, rate, List.of(PAID, GOT)));
  }

  @Test
  void refusesARateWhereNothingIsExchanged() {
    book()
        .when(record(content(receipt(5), "EUR/JPY=173.4")))
        .expectExceptionDetails(new ExchangeRateInvalid(ENTRY, "EUR/JPY=173.4", List.of(eur(5))));
  }
}
