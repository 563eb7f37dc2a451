package io.daybook.ticketing.show;

import io.daybook.ledger.CommandRefused;
import io.daybook.ticketing.show.ShowCommand.CreateShow;
import io.daybook.ticketing.show.ShowError.CapacityOutOfRange;
import io.daybook.ticketing.show.ShowError.DuplicateTicketType;
import io.daybook.ticketing.show.ShowError.MixedCurrencies;
import io.daybook.ticketing.show.ShowError.NameLengthOutOfRange;
import io.daybook.ticketing.show.ShowError.PriceNegative;
import io.daybook.ticketing.show.ShowError.TicketTypeCountOutOfRange;
import io.daybook.ticketing.show.ShowError.TitleLengthOutOfRange;
import java.util.Currency;
import java.util.HashSet;
import java.util.Set;

/** What every show must satisfy. */
final class ShowRules {
  private static final int MAX_TITLE = 200;
  private static final int MAX_NAME = 100;
  private static final int MAX_TICKET_TYPES = 20;
  private static final int MAX_CAPACITY = 100_000;

  private ShowRules() {}

  /**
   * Checks the content of {@code command}.
   *
   * @throws CommandRefused at the first rule that it breaks
   */
  static void check(CreateShow command) {
    if (command.title().isBlank() || command.title().length() > MAX_TITLE) {
      throw new CommandRefused(new TitleLengthOutOfRange(command.title().length(), MAX_TITLE));
    }
    int count = command.ticketTypes().size();
    if (count < 1 || count > MAX_TICKET_TYPES) {
      throw new CommandRefused(new TicketTypeCountOutOfRange(count, MAX_TICKET_TYPES));
    }
    Currency currency = command.ticketTypes().getFirst().price().currency();
    Set<TicketTypeId> seen = new HashSet<>();
    for (TicketType type : command.ticketTypes()) {
      if (!seen.add(type.ticketType())) {
        throw new CommandRefused(new DuplicateTicketType(type.ticketType()));
      }
      check(type, currency);
    }
  }

  private static void check(TicketType type, Currency currency) {
    if (type.name().isBlank() || type.name().length() > MAX_NAME) {
      throw new CommandRefused(
          new NameLengthOutOfRange(type.ticketType(), type.name().length(), MAX_NAME));
    }
    if (!type.price().currency().equals(currency)) {
      throw new CommandRefused(
          new MixedCurrencies(type.ticketType(), currency, type.price().currency()));
    }
    if (type.price().isNegative()) {
      throw new CommandRefused(new PriceNegative(type.ticketType(), type.price()));
    }
    if (type.capacity() < 1 || type.capacity() > MAX_CAPACITY) {
      throw new CommandRefused(
          new CapacityOutOfRange(type.ticketType(), type.capacity(), MAX_CAPACITY));
    }
  }
}
