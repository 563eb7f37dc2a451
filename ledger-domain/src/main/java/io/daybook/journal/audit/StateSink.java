package io.daybook.journal.audit;

/** Hears what replayed events change, to list it. */
interface StateSink {
  /** Hears nothing. */
  StateSink NONE = new StateSink() {};

  /** A ticket was issued. */
  default void issued(TicketReplay.Ticket ticket) {}

  /** A ticket was revoked. */
  default void revoked(String ticketId) {}

  /** A KYB case is in another state. */
  default void caseIs(String caseId, CaseReplay.State state) {}
}
