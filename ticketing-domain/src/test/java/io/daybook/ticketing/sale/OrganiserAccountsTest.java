package io.daybook.ticketing.sale;

import static io.daybook.ticketing.sale.SaleFixture.CONTENT;
import static org.assertj.core.api.Assertions.assertThat;

import io.daybook.ledger.book.AccountKind;
import io.daybook.ledger.book.BookCommand.OpenAccount;
import io.daybook.ledger.book.BookCommand.OpenBook;
import io.daybook.ledger.book.BookId;
import io.daybook.ledger.book.ChartOfAccounts;
import io.daybook.ledger.money.Money;
import io.daybook.ticketing.inventory.InventoryCommand.OpenPool;
import io.daybook.ticketing.show.ShowEvent.ShowPublished;
import io.daybook.ticketing.show.TicketType;
import java.util.Currency;
import java.util.List;
import org.junit.jupiter.api.Test;

class OrganiserAccountsTest {
  private static final Currency JPY = Currency.getInstance("JPY");
  private static final Money PRICE = Money.of("JPY", 5_000);

  private final RecordingSender commands = new RecordingSender();

  @Test
  void opensAccountsInTheCurrencyOfTheShowAndThenItsSeats() {
    var type = new TicketType(CONTENT.ticketType(), "Standing", PRICE, 100);

    new OrganiserAccounts(commands)
        .on(new ShowPublished(CONTENT.show(), CONTENT.organiser(), List.of(type), "kyb_1"));

    List<Object> sent = commands.take();
    assertThat(sent).hasSize(7).startsWith(new OpenBook(BookId.MAIN));
    assertThat(sent)
        .contains(
            new OpenAccount(
                BookId.MAIN,
                ChartOfAccounts.payableTo(CONTENT.organiser(), JPY),
                AccountKind.LIABILITY,
                JPY));
    assertThat(sent)
        .endsWith(
            new OpenPool(
                CONTENT.pool(),
                CONTENT.show(),
                CONTENT.ticketType(),
                CONTENT.organiser(),
                PRICE,
                100));
  }
}
