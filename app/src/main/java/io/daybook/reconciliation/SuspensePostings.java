package io.daybook.reconciliation;

import io.daybook.ledger.CommandRefused;
import io.daybook.ledger.CommandSender;
import io.daybook.ledger.book.AccountId;
import io.daybook.ledger.book.AccountKind;
import io.daybook.ledger.book.BookCommand.OpenAccount;
import io.daybook.ledger.book.BookCommand.PostEntry;
import io.daybook.ledger.book.BookId;
import io.daybook.ledger.book.ChartOfAccounts;
import io.daybook.ledger.book.EntryId;
import io.daybook.ledger.book.Posting;
import io.daybook.ledger.money.Money;
import io.daybook.reconciliation.ReconciliationEvent.DifferenceResolved;
import java.util.Currency;
import java.util.List;
import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.EventHandler;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Posts differences to suspense, so that the ledger agrees with the statement. It may run again
 * after a crash: the entry's id is derived from the difference.
 */
@ProcessingGroup(SuspensePostings.GROUP)
final class SuspensePostings {
  static final String GROUP = "reconciliation-suspense";

  private static final Logger LOG = LoggerFactory.getLogger(SuspensePostings.class);

  private final CommandSender commands;

  SuspensePostings(CommandSender commands) {
    this.commands = commands;
  }

  @EventHandler
  void on(DifferenceResolved event) {
    EntryId entry = event.entry();
    if (entry == null) {
      return;
    }
    try {
      post(event, entry);
    } catch (CommandRefused refused) {
      // It would be refused for ever, and would hold up what comes after it.
      LOG.error(
          "The ledger refuses difference {} of {}, settle it by hand: {}",
          event.number(),
          event.reconciliation(),
          refused.error().message());
    }
  }

  private void post(DifferenceResolved event, EntryId entry) {
    Currency currency = event.excess().currency();
    AccountId suspense = ChartOfAccounts.suspense(currency);
    Money amount = new Money(currency, Math.absExact(event.excess().minorUnits()));
    boolean isIncome = event.excess().isPositive();
    commands.send(new OpenAccount(BookId.MAIN, suspense, AccountKind.LIABILITY, currency));
    commands.send(
        new PostEntry(
            BookId.MAIN,
            entry,
            List.of(
                Posting.debit(isIncome ? event.account() : suspense, amount),
                Posting.credit(isIncome ? suspense : event.account(), amount)),
            "Difference to a statement",
            event.reconciliation() + "/" + event.number(),
            List.of()));
  }
}
