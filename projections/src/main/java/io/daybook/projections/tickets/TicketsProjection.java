package io.daybook.projections.tickets;

import io.daybook.projections.shared.Column;
import io.daybook.projections.shared.Draft;
import io.daybook.projections.shared.Drafts;
import io.daybook.projections.shared.PersonalTexts;
import io.daybook.projections.shared.PositionWriter;
import io.daybook.projections.shared.ProjectionNames;
import io.daybook.projections.shared.Recorded;
import io.daybook.projections.shared.RowKey;
import io.daybook.projections.shared.Table;
import io.daybook.projections.shared.Writes;
import io.daybook.ticketing.ticket.TicketEvent;
import io.daybook.ticketing.ticket.TicketEvent.TicketIssued;
import io.daybook.ticketing.ticket.TicketEvent.TicketRevoked;
import java.time.Instant;
import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.EventHandler;
import org.axonframework.eventhandling.ResetHandler;
import org.axonframework.eventhandling.Timestamp;
import org.axonframework.eventhandling.TrackingToken;

/** Keeps one row for each ticket. */
@ProcessingGroup(ProjectionNames.TICKETS)
final class TicketsProjection {
  private static final Table TICKETS =
      Table.named("tickets")
          .key("ticket_id")
          .texts("order_id", "show_id", "ticket_type_id", "holder_id")
          .integers("serial")
          .texts("state", "reason")
          .times("issued_at", "revoked_at")
          .numbers("created_position", "position");

  private final Writes writes;
  private final PositionWriter positions;
  private final PersonalTexts texts;

  TicketsProjection(Writes writes, PositionWriter positions, PersonalTexts texts) {
    this.texts = texts;
    this.writes = writes;
    this.positions = positions;
  }

  @EventHandler
  void on(TicketEvent event, TrackingToken token, @Timestamp Instant time) {
    Recorded at = positions.reached(ProjectionNames.TICKETS, token, time);
    RowKey ticket = TICKETS.row(event.ticket().value());
    writes.change(rows -> apply(event, at, rows, ticket), ticket);
  }

  @ResetHandler
  void reset() {
    writes.empty(TICKETS);
    positions.forget(ProjectionNames.TICKETS);
  }

  private void apply(TicketEvent event, Recorded at, Drafts rows, RowKey ticket) {
    switch (event) {
      case TicketIssued issued -> rows.create(ticket).ifPresent(row -> issue(issued, at, row));
      case TicketRevoked revoked ->
          rows.advance(ticket, at)
              .ifPresent(row ->
                  row.set("state", TicketState.REVOKED.name())
                      .set("reason", sealed(revoked))
                      .set("revoked_at", at.time()));
    }
  }

  private static void issue(TicketIssued event, Recorded at, Draft row) {
    row.set("order_id", event.order().value())
        .set("show_id", event.show().value())
        .set("ticket_type_id", event.ticketType().value())
        .set("holder_id", event.holder().value())
        .set("serial", event.serial())
        .set("state", TicketState.ISSUED.name())
        .set("issued_at", at.time())
        .set("created_position", at.position())
        .set("position", at.position());
  }

  private String sealed(TicketRevoked event) {
    String ticket = event.ticket().value();
    return texts.seal(ticket, Column.text(event.reason()), TicketView.place(ticket));
  }
}
