package io.daybook.projections.tickets;

import io.daybook.ledger.UserId;
import io.daybook.projections.shared.PersonalTexts;
import io.daybook.projections.shared.Row;
import io.daybook.ticketing.order.OrderId;
import io.daybook.ticketing.show.ShowId;
import io.daybook.ticketing.show.TicketTypeId;
import io.daybook.ticketing.ticket.TicketId;
import java.sql.SQLException;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A ticket.
 *
 * @param serial the seat's number in its pool
 * @param reason why it was revoked; absent while it is valid
 * @param revokedAt absent while it is valid
 * @param position the journal index of its last event
 */
public record TicketView(
    TicketId ticket,
    OrderId order,
    ShowId show,
    TicketTypeId ticketType,
    UserId holder,
    int serial,
    TicketState state,
    @Nullable String reason,
    Instant issuedAt,
    @Nullable Instant revokedAt,
    long position) {
  /** Returns where the reason of a ticket is stored. */
  static String[] place(String ticket) {
    return new String[] {"read.tickets", "reason", ticket};
  }

  /** Returns this view, read as it is stored, with the reason as it reads now. */
  TicketView opened(PersonalTexts texts) {
    if (reason == null) {
      return this;
    }
    return new TicketView(
        ticket,
        order,
        show,
        ticketType,
        holder,
        serial,
        state,
        texts.open(reason, place(ticket.value())),
        issuedAt,
        revokedAt,
        position);
  }

  static TicketView of(Row row) throws SQLException {
    return new TicketView(
        row.value("ticket_id", TicketId::new),
        row.value("order_id", OrderId::new),
        row.value("show_id", ShowId::new),
        row.value("ticket_type_id", TicketTypeId::new),
        row.value("holder_id", UserId::new),
        row.integer("serial"),
        row.value("state", TicketState::valueOf),
        row.textOrNull("reason"),
        row.instant("issued_at"),
        row.instantOrNull("revoked_at"),
        row.number("position"));
  }
}
