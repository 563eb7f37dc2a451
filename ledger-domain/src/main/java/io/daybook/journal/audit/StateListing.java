package io.daybook.journal.audit;

import java.util.SortedMap;
import java.util.TreeMap;

/** Lists tickets and KYB cases by id; memory grows with their number. */
final class StateListing implements StateSink {
  private final SortedMap<String, Held> ticketById = new TreeMap<>();
  private final SortedMap<String, CaseReplay.State> stateByCase = new TreeMap<>();

  /** A ticket and whether it still admits. */
  record Held(TicketReplay.Ticket ticket, boolean isLive) {}

  @Override
  public void issued(TicketReplay.Ticket ticket) {
    ticketById.put(ticket.id(), new Held(ticket, true));
  }

  @Override
  public void revoked(String ticketId) {
    ticketById.computeIfPresent(ticketId, (_, held) -> new Held(held.ticket(), false));
  }

  @Override
  public void caseIs(String caseId, CaseReplay.State state) {
    stateByCase.put(caseId, state);
  }

  SortedMap<String, Held> tickets() {
    return ticketById;
  }

  SortedMap<String, CaseReplay.State> cases() {
    return stateByCase;
  }
}
