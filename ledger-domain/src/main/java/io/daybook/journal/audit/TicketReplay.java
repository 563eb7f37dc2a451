package io.daybook.journal.audit;

import java.util.Collections;
import java.util.HashMap;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Who holds which ticket; a place is never sold to two at once. */
final class TicketReplay {
  private final SortedMap<String, Ticket> tickets = new TreeMap<>();
  private final Map<Place, String> liveTicketByPlace = new HashMap<>();

  /** What a ticket admits to: the n-th of its type at a show. */
  record Place(String show, String ticketType, long serial) {}

  /** One ticket and whether it still admits. */
  record Ticket(Place place, String holder, boolean isLive) {}

  void issue(StrictJson event) {
    String id = event.text("ticket");
    var place = new Place(event.text("show"), event.text("ticketType"), event.integer("serial"));
    event.text("order");
    RuleViolation.unless(!tickets.containsKey(id), "ticket", "issued once", id + " again");
    @Nullable String other = liveTicketByPlace.get(place);
    RuleViolation.unless(
        other == null, "one live ticket for " + place, "ticket " + other + " only", "also " + id);
    tickets.put(id, new Ticket(place, event.text("holder"), true));
    liveTicketByPlace.put(place, id);
  }

  void revoke(StrictJson event) {
    String id = event.text("ticket");
    @Nullable Ticket ticket = tickets.get(id);
    if (ticket == null) {
      throw new RuleViolation("ticket", "issued before it is revoked", id + " never was");
    }
    RuleViolation.unless(ticket.isLive(), "ticket", "revoked once", id + " again");
    tickets.put(id, new Ticket(ticket.place(), ticket.holder(), false));
    liveTicketByPlace.remove(ticket.place());
  }

  SortedMap<String, Ticket> tickets() {
    return Collections.unmodifiableSortedMap(tickets);
  }
}
