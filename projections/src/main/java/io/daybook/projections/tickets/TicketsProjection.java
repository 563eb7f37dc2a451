package io.daybook.projections.tickets;

import io.daybook.projections.shared.Column;
import io.daybook.projections.shared.PersonalTexts;
import io.daybook.projections.shared.PositionWriter;
import io.daybook.projections.shared.ProjectionNames;
import io.daybook.projections.shared.Recorded;
import io.daybook.ticketing.ticket.TicketEvent;
import io.daybook.ticketing.ticket.TicketEvent.TicketIssued;
import io.daybook.ticketing.ticket.TicketEvent.TicketRevoked;
import java.time.Instant;
import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.EventHandler;
import org.axonframework.eventhandling.ResetHandler;
import org.axonframework.eventhandling.Timestamp;
import org.axonframework.eventhandling.TrackingToken;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Keeps one row for each ticket. */
@ProcessingGroup(ProjectionNames.TICKETS)
final class TicketsProjection {
  private static final String ISSUE =
      """
      insert into read.tickets
        (ticket_id, order_id, show_id, ticket_type_id, holder_id, serial, state, issued_at,
         created_position, position)
      values (:ticket, :order, :show, :type, :holder, :serial, 'ISSUED', :at, :position, :position)
      on conflict do nothing
      """;
  private static final String REVOKE =
      """
      update read.tickets
      set state = 'REVOKED', reason = :reason, revoked_at = :at, position = :position
      where ticket_id = :ticket and position < :position
      """;

  private final JdbcClient jdbc;
  private final PositionWriter positions;
  private final PersonalTexts texts;

  TicketsProjection(JdbcClient jdbc, PositionWriter positions, PersonalTexts texts) {
    this.texts = texts;
    this.jdbc = jdbc;
    this.positions = positions;
  }

  @EventHandler
  void on(TicketEvent event, TrackingToken token, @Timestamp Instant time) {
    Recorded at = positions.reached(ProjectionNames.TICKETS, token, time);
    switch (event) {
      case TicketIssued issued -> issue(issued, at);
      case TicketRevoked revoked -> revoke(revoked, at);
    }
  }

  @ResetHandler
  void reset() {
    jdbc.sql("delete from read.tickets").update();
    positions.forget(ProjectionNames.TICKETS);
  }

  private void issue(TicketIssued event, Recorded at) {
    jdbc.sql(ISSUE)
        .param("ticket", event.ticket().value())
        .param("order", event.order().value())
        .param("show", event.show().value())
        .param("type", event.ticketType().value())
        .param("holder", event.holder().value())
        .param("serial", event.serial())
        .param("at", at.timeColumn())
        .param("position", at.position())
        .update();
  }

  private void revoke(TicketRevoked event, Recorded at) {
    String ticket = event.ticket().value();
    String reason = texts.seal(ticket, Column.text(event.reason()), TicketView.place(ticket));
    jdbc.sql(REVOKE)
        .param("ticket", ticket)
        .param("reason", reason)
        .param("at", at.timeColumn())
        .param("position", at.position())
        .update();
  }
}
