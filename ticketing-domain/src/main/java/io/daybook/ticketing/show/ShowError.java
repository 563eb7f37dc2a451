package io.daybook.ticketing.show;

import io.daybook.ledger.DomainError;
import io.daybook.ledger.OrganiserId;
import io.daybook.ledger.money.Money;
import java.util.Currency;

/** Why a show refuses a command, in order of precedence. */
public sealed interface ShowError extends DomainError {
  /** The show's id is taken by a show with other content. */
  record ShowExistsWithDifferentContent(ShowId show) implements ShowError {
    @Override
    public String code() {
      return "show_exists_with_different_content";
    }

    @Override
    public Kind kind() {
      return Kind.CONFLICT;
    }

    @Override
    public String message() {
      return "show " + show + " was created before with other content";
    }
  }

  /** The title is blank or too long. */
  record TitleLengthOutOfRange(int length, int maximum) implements ShowError {
    @Override
    public String code() {
      return "title_length_out_of_range";
    }

    @Override
    public Kind kind() {
      return Kind.INVALID;
    }

    @Override
    public String message() {
      return "a title has 1 to " + maximum + " characters, not " + length;
    }
  }

  /** There are no ticket types or too many. */
  record TicketTypeCountOutOfRange(int count, int maximum) implements ShowError {
    @Override
    public String code() {
      return "ticket_type_count_out_of_range";
    }

    @Override
    public Kind kind() {
      return Kind.INVALID;
    }

    @Override
    public String message() {
      return "a show has 1 to " + maximum + " ticket types, not " + count;
    }
  }

  /** Two ticket types have the same id. */
  record DuplicateTicketType(TicketTypeId ticketType) implements ShowError {
    @Override
    public String code() {
      return "duplicate_ticket_type";
    }

    @Override
    public Kind kind() {
      return Kind.INVALID;
    }

    @Override
    public String message() {
      return "ticket type " + ticketType + " occurs twice";
    }
  }

  /** A ticket type's name is blank or too long. */
  record NameLengthOutOfRange(TicketTypeId ticketType, int length, int maximum)
      implements ShowError {
    @Override
    public String code() {
      return "name_length_out_of_range";
    }

    @Override
    public Kind kind() {
      return Kind.INVALID;
    }

    @Override
    public String message() {
      return "a ticket type's name has 1 to " + maximum + " characters, not " + length;
    }
  }

  /** A ticket type's price has another currency than the first one's. */
  record MixedCurrencies(TicketTypeId ticketType, Currency expected, Currency actual)
      implements ShowError {
    @Override
    public String code() {
      return "mixed_currencies";
    }

    @Override
    public Kind kind() {
      return Kind.INVALID;
    }

    @Override
    public String message() {
      return "ticket type " + ticketType + " must be in " + expected + ", not " + actual;
    }
  }

  /** A ticket type's price is below zero. */
  record PriceNegative(TicketTypeId ticketType, Money price) implements ShowError {
    @Override
    public String code() {
      return "price_negative";
    }

    @Override
    public Kind kind() {
      return Kind.INVALID;
    }

    @Override
    public String message() {
      return "ticket type " + ticketType + " cannot cost " + price;
    }
  }

  /** A ticket type has no seats or too many. */
  record CapacityOutOfRange(TicketTypeId ticketType, int capacity, int maximum)
      implements ShowError {
    @Override
    public String code() {
      return "capacity_out_of_range";
    }

    @Override
    public Kind kind() {
      return Kind.INVALID;
    }

    @Override
    public String message() {
      return "a ticket type has 1 to " + maximum + " seats, not " + capacity;
    }
  }

  /** The show belongs to another organiser. */
  record NotYourShow(ShowId show, OrganiserId organiser) implements ShowError {
    @Override
    public String code() {
      return "not_your_show";
    }

    @Override
    public Kind kind() {
      return Kind.FORBIDDEN;
    }

    @Override
    public String message() {
      return "show " + show + " does not belong to organiser " + organiser;
    }
  }

  /** Compliance has not approved the organiser. */
  record KybRequired(OrganiserId organiser) implements ShowError {
    @Override
    public String code() {
      return "kyb_required";
    }

    @Override
    public Kind kind() {
      return Kind.CONFLICT;
    }

    @Override
    public String message() {
      return "organiser " + organiser + " is not approved by compliance";
    }

    @Override
    public boolean isTransient() {
      return true;
    }
  }
}
