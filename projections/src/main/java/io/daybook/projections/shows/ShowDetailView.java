package io.daybook.projections.shows;

import java.util.List;

/** A show with what it sells, in the organiser's order. */
public record ShowDetailView(ShowView show, List<TicketTypeView> ticketTypes) {
  /** Copies the list. */
  public ShowDetailView {
    ticketTypes = List.copyOf(ticketTypes);
  }
}
