package io.daybook.projections.shows;

import io.daybook.projections.shared.Draft;
import io.daybook.projections.shared.Drafts;
import io.daybook.projections.shared.PositionWriter;
import io.daybook.projections.shared.ProjectionNames;
import io.daybook.projections.shared.Recorded;
import io.daybook.projections.shared.RowKey;
import io.daybook.projections.shared.Table;
import io.daybook.projections.shared.Writes;
import io.daybook.ticketing.inventory.InventoryEvent;
import io.daybook.ticketing.show.ShowEvent;
import io.daybook.ticketing.show.ShowEvent.ShowCreated;
import io.daybook.ticketing.show.ShowEvent.ShowPublished;
import io.daybook.ticketing.show.ShowId;
import io.daybook.ticketing.show.TicketType;
import java.time.Instant;
import java.util.List;
import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.EventHandler;
import org.axonframework.eventhandling.ResetHandler;
import org.axonframework.eventhandling.Timestamp;
import org.axonframework.eventhandling.TrackingToken;

/** Keeps shows and their types of tickets; {@link SeatRows} keeps pools and holds. */
@ProcessingGroup(ProjectionNames.SHOWS)
final class ShowsProjection {
  private static final Table SHOWS =
      Table.named("shows")
          .key("show_id")
          .texts("organiser_id", "title", "state", "clearance")
          .times("starts_at", "created_at", "published_at")
          .numbers("published_position", "created_position", "position");
  private static final Table TICKET_TYPES =
      Table.named("ticket_types")
          .texts("show_id", "ticket_type_id", "name", "currency")
          .integers("line", "capacity")
          .numbers("price_minor");

  private final Writes writes;
  private final PositionWriter positions;
  private final SeatRows seats;

  ShowsProjection(Writes writes, PositionWriter positions) {
    this.writes = writes;
    this.positions = positions;
    this.seats = new SeatRows(writes);
  }

  @EventHandler
  void on(ShowEvent event, TrackingToken token, @Timestamp Instant time) {
    Recorded at = positions.reached(ProjectionNames.SHOWS, token, time);
    RowKey show = SHOWS.row(event.show().value());
    writes.change(rows -> apply(event, at, rows, show), show);
  }

  @EventHandler
  void on(InventoryEvent event, TrackingToken token, @Timestamp Instant time) {
    seats.apply(event, positions.reached(ProjectionNames.SHOWS, token, time));
  }

  @ResetHandler
  void reset() {
    writes.empty(TICKET_TYPES, SHOWS);
    seats.clear();
    positions.forget(ProjectionNames.SHOWS);
  }

  private static void apply(ShowEvent event, Recorded at, Drafts rows, RowKey show) {
    switch (event) {
      case ShowCreated created ->
          rows.create(show)
              .ifPresent(row -> {
                create(created, at, row);
                addTicketTypes(created.show(), created.ticketTypes(), rows);
              });
      case ShowPublished published ->
          rows.advance(show, at)
              .ifPresent(row -> {
                publish(published, at, row);
                // What is sold is what was published, even if the draft said otherwise.
                rows.removeAll(TICKET_TYPES, published.show().value());
                addTicketTypes(published.show(), published.ticketTypes(), rows);
              });
    }
  }

  private static void create(ShowCreated event, Recorded at, Draft row) {
    row.set("organiser_id", event.organiser().value())
        .set("title", event.title())
        .set("starts_at", event.startsAt())
        .set("state", ShowState.DRAFT.name())
        .set("created_at", at.time())
        .set("created_position", at.position())
        .set("position", at.position());
  }

  private static void publish(ShowPublished event, Recorded at, Draft row) {
    row.set("state", ShowState.PUBLISHED.name())
        .set("clearance", event.clearance())
        .set("published_at", at.time())
        .set("published_position", at.position());
  }

  private static void addTicketTypes(ShowId show, List<TicketType> types, Drafts rows) {
    for (int line = 0; line < types.size(); line++) {
      TicketType type = types.get(line);
      rows.add(TICKET_TYPES)
          .set("show_id", show.value())
          .set("ticket_type_id", type.ticketType().value())
          .set("line", line + 1)
          .set("name", type.name())
          .set("price_minor", type.price().minorUnits())
          .set("currency", type.price().currency().getCurrencyCode())
          .set("capacity", type.capacity());
    }
  }
}
