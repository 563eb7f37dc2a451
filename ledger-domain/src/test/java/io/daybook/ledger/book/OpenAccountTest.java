package io.daybook.ledger.book;

import static io.daybook.ledger.book.BookFixture.BOOK;
import static io.daybook.ledger.book.BookFixture.CASH;
import static io.daybook.ledger.book.BookFixture.EUR;
import static io.daybook.ledger.book.BookFixture.JPY;
import static io.daybook.ledger.book.BookFixture.book;

import io.daybook.ledger.book.BookCommand.OpenAccount;
import io.daybook.ledger.book.BookCommand.OpenBook;
import io.daybook.ledger.book.BookError.AccountExistsWithDifferentContent;
import io.daybook.ledger.book.BookEvent.AccountOpened;
import io.daybook.ledger.book.BookEvent.BookOpened;
import org.axonframework.test.aggregate.AggregateTestFixture;
import org.junit.jupiter.api.Test;

class OpenAccountTest {
  private static final AccountId FEES = new AccountId("fees:EUR");

  @Test
  void opensABook() {
    new AggregateTestFixture<>(Book.class)
        .givenNoPriorActivity()
        .when(new OpenBook(BOOK))
        .expectEvents(new BookOpened(BOOK));
  }

  @Test
  void changesNothingWhenABookIsOpenedAgain() {
    book().when(new OpenBook(BOOK)).expectSuccessfulHandlerExecution().expectNoEvents();
  }

  @Test
  void opensAnAccount() {
    book()
        .when(new OpenAccount(BOOK, FEES, AccountKind.REVENUE, EUR))
        .expectEvents(new AccountOpened(BOOK, FEES, AccountKind.REVENUE, EUR));
  }

  @Test
  void changesNothingWhenAnAccountIsOpenedAgain() {
    book()
        .when(new OpenAccount(BOOK, CASH, AccountKind.ASSET, EUR))
        .expectSuccessfulHandlerExecution()
        .expectNoEvents();
  }

  @Test
  void refusesAnotherKind() {
    book()
        .when(new OpenAccount(BOOK, CASH, AccountKind.REVENUE, EUR))
        .expectNoEvents()
        .expectExceptionDetails(
            new AccountExistsWithDifferentContent(CASH, AccountKind.ASSET, EUR));
  }

  @Test
  void refusesAnotherCurrency() {
    book()
        .when(new OpenAccount(BOOK, CASH, AccountKind.ASSET, JPY))
        .expectExceptionDetails(
            new AccountExistsWithDifferentContent(CASH, AccountKind.ASSET, EUR));
  }
}
