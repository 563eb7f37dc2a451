package io.daybook.ticketing.show;

import io.daybook.ledger.OrganiserId;
import java.time.Instant;
import java.util.List;

/** What happened to a show. */
public sealed interface ShowEvent {
  /** Returns the show that it happened to. */
  ShowId show();

  /** A show was drafted. */
  record ShowCreated(
      ShowId show,
      OrganiserId organiser,
      String title,
      Instant startsAt,
      List<TicketType> ticketTypes)
      implements ShowEvent {
    /** Copies the list. */
    public ShowCreated {
      ticketTypes = List.copyOf(ticketTypes);
    }
  }

  /**
   * A show went on sale.
   *
   * @param clearance the KYB case by which the organiser was approved then
   */
  record ShowPublished(
      ShowId show, OrganiserId organiser, List<TicketType> ticketTypes, String clearance)
      implements ShowEvent {
    /** Copies the list. */
    public ShowPublished {
      ticketTypes = List.copyOf(ticketTypes);
    }
  }
}
