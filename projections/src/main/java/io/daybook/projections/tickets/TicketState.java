package io.daybook.projections.tickets;

/** Whether a ticket gives a right to enter. */
public enum TicketState {
  ISSUED,
  REVOKED
}
