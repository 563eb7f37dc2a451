package io.daybook.ledger.book;

import static io.daybook.ledger.book.BookFixture.BOOK;
import static io.daybook.ledger.book.BookFixture.CASH;
import static io.daybook.ledger.book.BookFixture.book;
import static io.daybook.ledger.book.BookFixture.eur;
import static io.daybook.ledger.book.BookFixture.posted;
import static io.daybook.ledger.book.BookFixture.receipt;

import io.daybook.ledger.book.BookCommand.CloseAccount;
import io.daybook.ledger.book.BookCommand.DescribeAccount;
import io.daybook.ledger.book.BookCommand.FreezeAccount;
import io.daybook.ledger.book.BookCommand.RemoveChartRule;
import io.daybook.ledger.book.BookCommand.SetAccountTerms;
import io.daybook.ledger.book.BookCommand.SetChartRule;
import io.daybook.ledger.book.BookCommand.UnfreezeAccount;
import io.daybook.ledger.book.BookError.AccountIsClosed;
import io.daybook.ledger.book.BookError.AccountNotEmpty;
import io.daybook.ledger.book.BookError.TermsInvalid;
import io.daybook.ledger.book.BookError.UnknownAccount;
import io.daybook.ledger.book.BookEvent.AccountClosed;
import io.daybook.ledger.book.BookEvent.AccountDescribed;
import io.daybook.ledger.book.BookEvent.AccountFrozen;
import io.daybook.ledger.book.BookEvent.AccountTermsSet;
import io.daybook.ledger.book.BookEvent.AccountUnfrozen;
import io.daybook.ledger.book.BookEvent.ChartRuleRemoved;
import io.daybook.ledger.book.BookEvent.ChartRuleSet;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class AccountRulesTest {
  private static final AccountId NOWHERE = new AccountId("nowhere");
  private static final AccountTerms TERMS = new AccountTerms(-5L, 5L, "BASIC");
  private static final ChartRule RULE = new ChartRule(CASH, List.of(new AccountId("owed")));

  @Test
  void setsTermsOnce() {
    var set = new AccountTermsSet(BOOK, CASH, TERMS);

    book().when(new SetAccountTerms(BOOK, CASH, TERMS)).expectEvents(set);
    book(set).when(new SetAccountTerms(BOOK, CASH, TERMS)).expectNoEvents();
  }

  @Test
  void refusesTermsThatContradictThemselves() {
    book()
        .when(new SetAccountTerms(BOOK, CASH, new AccountTerms(6L, 5L, null)))
        .expectExceptionDetails(new TermsInvalid(CASH, "the minimum is above the maximum"));
  }

  @Test
  void refusesTermsForAnAccountThatIsNotThere() {
    book()
        .when(new SetAccountTerms(BOOK, NOWHERE, TERMS))
        .expectExceptionDetails(new UnknownAccount(NOWHERE));
  }

  @Test
  void describesOnce() {
    var described = new AccountDescribed(BOOK, CASH, Map.of("iban", "4711"));

    book().when(new DescribeAccount(BOOK, CASH, Map.of("iban", "4711"))).expectEvents(described);
    book(described).when(new DescribeAccount(BOOK, CASH, Map.of("iban", "4711"))).expectNoEvents();
    book(described)
        .when(new DescribeAccount(BOOK, CASH, Map.of()))
        .expectEvents(new AccountDescribed(BOOK, CASH, Map.of()));
  }

  @Test
  void freezesAndUnfreezesOnce() {
    var frozen = new AccountFrozen(BOOK, CASH, "AZ-1");
    var unfrozen = new AccountUnfrozen(BOOK, CASH, "AZ-1");

    book().when(new FreezeAccount(BOOK, CASH, "AZ-1")).expectEvents(frozen);
    book(frozen).when(new FreezeAccount(BOOK, CASH, "AZ-2")).expectNoEvents();
    book(frozen).when(new UnfreezeAccount(BOOK, CASH, "AZ-1")).expectEvents(unfrozen);
    book().when(new UnfreezeAccount(BOOK, CASH, "AZ-1")).expectNoEvents();
  }

  @Test
  void closesAnEmptyAccountForGood() {
    var closed = new AccountClosed(BOOK, CASH);

    book().when(new CloseAccount(BOOK, CASH)).expectEvents(closed);
    book(closed).when(new CloseAccount(BOOK, CASH)).expectNoEvents();
    book(closed)
        .when(new FreezeAccount(BOOK, CASH, "AZ-1"))
        .expectExceptionDetails(new AccountIsClosed(CASH));
  }

  @Test
  void closesNoAccountWithABalance() {
    book(posted(receipt(1)))
        .when(new CloseAccount(BOOK, CASH))
        .expectExceptionDetails(new AccountNotEmpty(CASH, eur(1)));
  }

  @Test
  void rulesOnTheChartOnce() {
    var ruled = new ChartRuleSet(BOOK, RULE);

    book().when(new SetChartRule(BOOK, RULE)).expectEvents(ruled);
    book(ruled).when(new SetChartRule(BOOK, RULE)).expectNoEvents();
    book(ruled)
        .when(new RemoveChartRule(BOOK, CASH))
        .expectEvents(new ChartRuleRemoved(BOOK, CASH));
    book().when(new RemoveChartRule(BOOK, CASH)).expectNoEvents();
  }
}
