package io.daybook.ledger.book;

import io.daybook.ledger.CommandRefused;
import io.daybook.ledger.book.BookCommand.CloseAccount;
import io.daybook.ledger.book.BookCommand.DescribeAccount;
import io.daybook.ledger.book.BookCommand.FreezeAccount;
import io.daybook.ledger.book.BookCommand.OpenAccount;
import io.daybook.ledger.book.BookCommand.RemoveChartRule;
import io.daybook.ledger.book.BookCommand.SetAccountTerms;
import io.daybook.ledger.book.BookCommand.SetChartRule;
import io.daybook.ledger.book.BookCommand.SetTemplate;
import io.daybook.ledger.book.BookCommand.UnfreezeAccount;
import io.daybook.ledger.book.BookError.AccountExistsWithDifferentContent;
import io.daybook.ledger.book.BookError.AccountIsClosed;
import io.daybook.ledger.book.BookError.AccountNotEmpty;
import io.daybook.ledger.book.BookError.TermsInvalid;
import io.daybook.ledger.book.BookEvent.AccountClosed;
import io.daybook.ledger.book.BookEvent.AccountDescribed;
import io.daybook.ledger.book.BookEvent.AccountFrozen;
import io.daybook.ledger.book.BookEvent.AccountOpened;
import io.daybook.ledger.book.BookEvent.AccountTermsSet;
import io.daybook.ledger.book.BookEvent.AccountUnfrozen;
import io.daybook.ledger.book.BookEvent.ChartRuleRemoved;
import io.daybook.ledger.book.BookEvent.ChartRuleSet;
import io.daybook.ledger.book.BookEvent.TemplateSet;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Decides on accounts and the rules for them: returns what happens, nothing if it is so already, or
 * refuses. It changes nothing.
 */
final class AccountDecider {
  private static final int MAX_TIER = 40;

  private final BookId book;
  private final Ledger ledger;

  AccountDecider(BookId book, Ledger ledger) {
    this.book = book;
    this.ledger = ledger;
  }

  List<BookEvent> decide(OpenAccount command) {
    @Nullable LedgerAccount opened = ledger.accounts.find(command.account());
    if (opened == null) {
      return List.of(
          new AccountOpened(book, command.account(), command.kind(), command.currency()));
    }
    if (opened.kind != command.kind() || !opened.currency.equals(command.currency())) {
      throw new CommandRefused(
          new AccountExistsWithDifferentContent(opened.id, opened.kind, opened.currency));
    }
    return List.of();
  }

  List<BookEvent> decide(SetAccountTerms command) {
    LedgerAccount account = requireOpen(command.account());
    AccountTerms terms = command.terms();
    if (terms.floor() > terms.ceiling()) {
      throw refused(command.account(), "the minimum is above the maximum");
    }
    if (terms.tier() != null && (terms.tier().isBlank() || terms.tier().length() > MAX_TIER)) {
      throw refused(command.account(), "a tier has 1 to " + MAX_TIER + " characters");
    }
    return account.terms().equals(terms)
        ? List.of()
        : List.of(new AccountTermsSet(book, command.account(), terms));
  }

  private static CommandRefused refused(AccountId account, String rule) {
    return new CommandRefused(new TermsInvalid(account, rule));
  }

  List<BookEvent> decide(DescribeAccount command) {
    MetadataRules.check(command.metadata());
    return ledger.accounts.get(command.account()).isDescribedBy(command.metadata())
        ? List.of()
        : List.of(new AccountDescribed(book, command.account(), command.metadata()));
  }

  List<BookEvent> decide(FreezeAccount command) {
    return requireOpen(command.account()).status() == AccountStatus.FROZEN
        ? List.of()
        : List.of(new AccountFrozen(book, command.account(), command.reference()));
  }

  List<BookEvent> decide(UnfreezeAccount command) {
    return requireOpen(command.account()).status() == AccountStatus.OPEN
        ? List.of()
        : List.of(new AccountUnfrozen(book, command.account(), command.reference()));
  }

  List<BookEvent> decide(CloseAccount command) {
    LedgerAccount account = ledger.accounts.get(command.account());
    if (account.status() == AccountStatus.CLOSED) {
      return List.of();
    }
    if (account.balance().minorUnits() != 0 || account.hasHolds()) {
      throw new CommandRefused(new AccountNotEmpty(account.id, account.balance()));
    }
    return List.of(new AccountClosed(book, account.id));
  }

  List<BookEvent> decide(SetChartRule command) {
    return ledger.chart.has(command.rule())
        ? List.of()
        : List.of(new ChartRuleSet(book, command.rule()));
  }

  List<BookEvent> decide(RemoveChartRule command) {
    return ledger.chart.hasPath(command.path())
        ? List.of(new ChartRuleRemoved(book, command.path()))
        : List.of();
  }

  List<BookEvent> decide(SetTemplate command) {
    TemplateRules.check(command.template(), command.content());
    return ledger.templates.has(command.template(), command.content())
        ? List.of()
        : List.of(new TemplateSet(book, command.template(), command.content()));
  }

  private LedgerAccount requireOpen(AccountId id) {
    LedgerAccount account = ledger.accounts.get(id);
    if (account.status() == AccountStatus.CLOSED) {
      throw new CommandRefused(new AccountIsClosed(id));
    }
    return account;
  }
}
