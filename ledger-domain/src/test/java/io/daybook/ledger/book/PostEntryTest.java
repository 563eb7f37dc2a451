package io.daybook.ledger.book;

import static io.daybook.ledger.book.BookFixture.BOOK;
import static io.daybook.ledger.book.BookFixture.CASH;
import static io.daybook.ledger.book.BookFixture.ENTRY;
import static io.daybook.ledger.book.BookFixture.EUR;
import static io.daybook.ledger.book.BookFixture.JPY;
import static io.daybook.ledger.book.BookFixture.OWED;
import static io.daybook.ledger.book.BookFixture.YEN;
import static io.daybook.ledger.book.BookFixture.book;
import static io.daybook.ledger.book.BookFixture.entryId;
import static io.daybook.ledger.book.BookFixture.eur;
import static io.daybook.ledger.book.BookFixture.payment;
import static io.daybook.ledger.book.BookFixture.post;
import static io.daybook.ledger.book.BookFixture.posted;
import static io.daybook.ledger.book.BookFixture.receipt;

import io.daybook.ledger.book.BookCommand.PostEntry;
import io.daybook.ledger.book.BookError.AmountNotPositive;
import io.daybook.ledger.book.BookError.AmountOverflow;
import io.daybook.ledger.book.BookError.BalanceOverflow;
import io.daybook.ledger.book.BookError.CurrencyMismatch;
import io.daybook.ledger.book.BookError.EntryExistsWithDifferentContent;
import io.daybook.ledger.book.BookError.EntryUnbalanced;
import io.daybook.ledger.book.BookError.InsufficientFunds;
import io.daybook.ledger.book.BookError.PostingCountOutOfRange;
import io.daybook.ledger.book.BookError.TextTooLong;
import io.daybook.ledger.book.BookError.UnknownAccount;
import io.daybook.ledger.book.BookEvent.EntryPosted;
import io.daybook.ledger.money.Money;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class PostEntryTest {
  private static final AccountId NOWHERE = new AccountId("nowhere");

  @Test
  void postsABalancedEntry() {
    book().when(post(receipt(100_00))).expectEvents(posted(receipt(100_00)));
  }

  @Test
  void postsAnEntryThatBalancesInEachCurrency() {
    List<Posting> postings = new ArrayList<>(receipt(1));
    postings.add(Posting.debit(YEN, new Money(JPY, 7)));
    postings.add(Posting.credit(YEN, new Money(JPY, 7)));

    book().when(post(postings)).expectEvents(posted(postings));
  }

  @Test
  void changesNothingWhenRepeated() {
    book(posted(receipt(5)))
        .when(post(receipt(5)))
        .expectSuccessfulHandlerExecution()
        .expectNoEvents();
  }

  @Test
  void changesNothingWhenRepeatedAfterTheMoneyIsGone() {
    book(posted(payment(5))).when(post(payment(5), CASH)).expectNoEvents();
  }

  @Test
  void refusesARepeatWithAnotherAmount() {
    book(posted(receipt(5)))
        .when(post(receipt(6)))
        .expectNoEvents()
        .expectExceptionDetails(new EntryExistsWithDifferentContent(ENTRY, List.of("postings")));
  }

  @Test
  void refusesARepeatWithAnotherMemo() {
    book(posted(receipt(5)))
        .when(new PostEntry(BOOK, ENTRY, receipt(5), "other", "ref", List.of()))
        .expectExceptionDetails(new EntryExistsWithDifferentContent(ENTRY, List.of("description")));
  }

  @Test
  void refusesASinglePosting() {
    book()
        .when(post(receipt(5).subList(0, 1)))
        .expectExceptionDetails(new PostingCountOutOfRange(ENTRY, 1, 2, 1_000));
  }

  @Test
  void acceptsAThousandPostings() {
    List<Posting> postings = repeated(500);

    book().when(post(postings)).expectEvents(posted(postings));
  }

  @Test
  void refusesMoreThanAThousandPostings() {
    book()
        .when(post(repeated(501)))
        .expectExceptionDetails(new PostingCountOutOfRange(ENTRY, 1_002, 2, 1_000));
  }

  private static List<Posting> repeated(int times) {
    List<Posting> postings = new ArrayList<>();
    for (int i = 0; i < times; i++) {
      postings.addAll(receipt(1));
    }
    return postings;
  }

  @Test
  void acceptsAMemoOfFiveHundredCharacters() {
    String memo = "m".repeat(500);

    book()
        .when(new PostEntry(BOOK, ENTRY, receipt(5), memo, "ref", List.of()))
        .expectEvents(new EntryPosted(BOOK, ENTRY, receipt(5), memo, "ref"));
  }

  @Test
  void refusesALongerMemo() {
    book()
        .when(new PostEntry(BOOK, ENTRY, receipt(5), "m".repeat(501), "ref", List.of()))
        .expectExceptionDetails(new TextTooLong(ENTRY, "memo", 501, 500));
  }

  @Test
  void refusesALongReference() {
    book()
        .when(new PostEntry(BOOK, ENTRY, receipt(5), "memo", "r".repeat(201), List.of()))
        .expectExceptionDetails(new TextTooLong(ENTRY, "reference", 201, 200));
  }

  @Test
  void refusesAnAmountOfZero() {
    book()
        .when(post(receipt(0)))
        .expectExceptionDetails(new AmountNotPositive(ENTRY, CASH, eur(0)));
  }

  @Test
  void refusesDebitsThatDifferFromCreditsByOneCent() {
    book()
        .when(post(List.of(Posting.debit(CASH, eur(100)), Posting.credit(OWED, eur(99)))))
        .expectNoEvents()
        .expectExceptionDetails(new EntryUnbalanced(ENTRY, eur(100), eur(99)));
  }

  @Test
  void refusesDebitsInOneAndCreditsInAnotherCurrency() {
    book()
        .when(post(List.of(Posting.debit(CASH, eur(5)), Posting.credit(YEN, new Money(JPY, 5)))))
        .expectExceptionDetails(new EntryUnbalanced(ENTRY, eur(5), eur(0)));
  }

  @Test
  void refusesAmountsThatCannotBeAddedUp() {
    List<Posting> postings = new ArrayList<>(receipt(Long.MAX_VALUE));
    postings.addAll(receipt(1));

    book().when(post(postings)).expectExceptionDetails(new AmountOverflow(ENTRY, EUR));
  }

  @Test
  void refusesAnUnknownAccount() {
    book()
        .when(post(List.of(Posting.debit(NOWHERE, eur(5)), Posting.credit(OWED, eur(5)))))
        .expectNoEvents()
        .expectExceptionDetails(new UnknownAccount(NOWHERE));
  }

  @Test
  void refusesAnUnknownAccountAmongThoseNotToOverdraw() {
    book().when(post(receipt(5), NOWHERE)).expectExceptionDetails(new UnknownAccount(NOWHERE));
  }

  @Test
  void refusesAPostingInAnotherCurrencyThanItsAccounts() {
    book()
        .when(post(List.of(Posting.debit(YEN, eur(5)), Posting.credit(OWED, eur(5)))))
        .expectExceptionDetails(new CurrencyMismatch(YEN, JPY, EUR));
  }

  @Test
  void spendsUpToTheLastCent() {
    book(posted(entryId("before"), receipt(100)))
        .when(post(payment(100), CASH, OWED))
        .expectEvents(posted(payment(100)));
  }

  @Test
  void refusesToSpendOneCentMore() {
    book(posted(entryId("before"), receipt(100)))
        .when(post(payment(101), OWED))
        .expectNoEvents()
        .expectExceptionDetails(new InsufficientFunds(OWED, eur(100), eur(101)));
  }

  @Test
  void overdrawsAnAccountThatMayBeOverdrawn() {
    book().when(post(payment(1))).expectEvents(posted(payment(1)));
  }

  @Test
  void acceptsMoneyForAnOverdrawnAccount() {
    book(posted(entryId("before"), payment(100)))
        .when(post(receipt(1), CASH))
        .expectEvents(posted(receipt(1)));
  }

  @Test
  void coversOnlyTheNetMovementOfAnAccount() {
    List<Posting> postings = new ArrayList<>(payment(100));
    postings.addAll(receipt(100));

    book().when(post(postings, CASH, OWED)).expectEvents(posted(postings));
  }

  @Test
  void fillsAnAccountUpToTheLargestBalance() {
    book(posted(entryId("before"), receipt(Long.MAX_VALUE - 1)))
        .when(post(receipt(1)))
        .expectEvents(posted(receipt(1)));
  }

  @Test
  void refusesABalanceThatCannotBeCounted() {
    book(posted(entryId("before"), receipt(Long.MAX_VALUE)))
        .when(post(receipt(1)))
        .expectNoEvents()
        .expectExceptionDetails(new BalanceOverflow(CASH, eur(Long.MAX_VALUE), eur(1)));
  }
}
