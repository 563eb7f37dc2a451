package io.daybook.ticketing.show;

import io.daybook.ledger.OrganiserId;
import java.time.Instant;
import java.util.List;
import org.axonframework.modelling.command.TargetAggregateIdentifier;

/** What a show can be asked to do. Each command may be repeated: it then changes nothing. */
public sealed interface ShowCommand {
  /** Returns the show that the command is for. */
  ShowId show();

  /**
   * Drafts a show.
   *
   * @param ticketTypes 1 to 20, all in one currency
   */
  record CreateShow(
      @TargetAggregateIdentifier ShowId show,
      OrganiserId organiser,
      String title,
      Instant startsAt,
      List<TicketType> ticketTypes)
      implements ShowCommand {
    /** Copies the list. */
    public CreateShow {
      ticketTypes = List.copyOf(ticketTypes);
    }
  }

  /** Puts a show on sale; only for an organiser that compliance has cleared. */
  record PublishShow(@TargetAggregateIdentifier ShowId show, OrganiserId organiser)
      implements ShowCommand {}
}
