package io.daybook.ticketing.sale;

import static io.daybook.ledger.book.AccountKind.ASSET;
import static io.daybook.ledger.book.AccountKind.LIABILITY;
import static io.daybook.ledger.book.AccountKind.REVENUE;

import io.daybook.ledger.CommandSender;
import io.daybook.ledger.book.BookCommand.OpenAccount;
import io.daybook.ledger.book.BookCommand.OpenBook;
import io.daybook.ledger.book.BookId;
import io.daybook.ledger.book.ChartOfAccounts;
import io.daybook.ticketing.inventory.InventoryCommand.OpenPool;
import io.daybook.ticketing.inventory.PoolId;
import io.daybook.ticketing.show.ShowEvent.ShowPublished;
import io.daybook.ticketing.show.TicketType;
import java.util.Currency;
import java.util.List;
import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.EventHandler;

/** Opens what a published show needs to be sold: accounts in its currency, then its seats. */
@ProcessingGroup(OrganiserAccounts.GROUP)
final class OrganiserAccounts {
  static final String GROUP = "show-opening";

  private final CommandSender commands;

  OrganiserAccounts(CommandSender commands) {
    this.commands = commands;
  }

  @EventHandler
  void on(ShowPublished event) {
    commands.send(new OpenBook(BookId.MAIN));
    accountsOf(event).forEach(commands::send);
    for (TicketType type : event.ticketTypes()) {
      commands.send(
          new OpenPool(
              PoolId.of(event.show(), type.ticketType()),
              event.show(),
              type.ticketType(),
              event.organiser(),
              type.price(),
              type.capacity()));
    }
  }

  private static List<OpenAccount> accountsOf(ShowPublished event) {
    Currency currency = event.ticketTypes().getFirst().price().currency();
    BookId book = BookId.MAIN;
    return List.of(
        new OpenAccount(book, ChartOfAccounts.paymentClearing(currency), ASSET, currency),
        new OpenAccount(book, ChartOfAccounts.payoutClearing(currency), ASSET, currency),
        new OpenAccount(book, ChartOfAccounts.platformFees(currency), REVENUE, currency),
        new OpenAccount(book, ChartOfAccounts.suspense(currency), LIABILITY, currency),
        new OpenAccount(
            book, ChartOfAccounts.payableTo(event.organiser(), currency), LIABILITY, currency));
  }
}
