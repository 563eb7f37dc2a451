package io.daybook.projections.shows;

import io.daybook.projections.shared.Column;
import io.daybook.projections.shared.PositionWriter;
import io.daybook.projections.shared.ProjectionNames;
import io.daybook.projections.shared.Recorded;
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
import org.springframework.jdbc.core.simple.JdbcClient;

/** Keeps shows and their types of tickets; {@link SeatRows} keeps pools and holds. */
@ProcessingGroup(ProjectionNames.SHOWS)
final class ShowsProjection {
  private static final String CREATE =
      """
      insert into read.shows
        (show_id, organiser_id, title, starts_at, state, created_at, created_position, position)
      values (:show, :organiser, :title, :startsAt, 'DRAFT', :at, :position, :position)
      on conflict do nothing
      """;
  private static final String PUBLISH =
      """
      update read.shows
      set state = 'PUBLISHED', clearance = :clearance, published_at = :at,
        published_position = :position, position = :position
      where show_id = :show and position < :position
      """;
  private static final String ADD_TICKET_TYPE =
      """
      insert into read.ticket_types
        (show_id, ticket_type_id, line, name, price_minor, currency, capacity)
      values (:show, :type, :line, :name, :price, :currency, :capacity)
      """;

  private final JdbcClient jdbc;
  private final PositionWriter positions;
  private final SeatRows seats;

  ShowsProjection(JdbcClient jdbc, PositionWriter positions) {
    this.jdbc = jdbc;
    this.positions = positions;
    this.seats = new SeatRows(jdbc);
  }

  @EventHandler
  void on(ShowEvent event, TrackingToken token, @Timestamp Instant time) {
    Recorded at = positions.reached(ProjectionNames.SHOWS, token, time);
    switch (event) {
      case ShowCreated created -> create(created, at);
      case ShowPublished published -> publish(published, at);
    }
  }

  @EventHandler
  void on(InventoryEvent event, TrackingToken token, @Timestamp Instant time) {
    seats.apply(event, positions.reached(ProjectionNames.SHOWS, token, time));
  }

  @ResetHandler
  void reset() {
    jdbc.sql("delete from read.ticket_types").update();
    jdbc.sql("delete from read.shows").update();
    seats.clear();
    positions.forget(ProjectionNames.SHOWS);
  }

  private void create(ShowCreated event, Recorded at) {
    int created =
        jdbc.sql(CREATE)
            .param("show", event.show().value())
            .param("organiser", event.organiser().value())
            .param("title", Column.text(event.title()))
            .param("startsAt", Column.time(event.startsAt()))
            .param("at", at.timeColumn())
            .param("position", at.position())
            .update();
    if (created == 1) {
      addTicketTypes(event.show(), event.ticketTypes());
    }
  }

  private void publish(ShowPublished event, Recorded at) {
    int published =
        jdbc.sql(PUBLISH)
            .param("show", event.show().value())
            .param("clearance", Column.text(event.clearance()))
            .param("at", at.timeColumn())
            .param("position", at.position())
            .update();
    if (published == 1) {
      // What is sold is what was published, even if the draft said otherwise.
      jdbc.sql("delete from read.ticket_types where show_id = ?")
          .param(event.show().value())
          .update();
      addTicketTypes(event.show(), event.ticketTypes());
    }
  }

  private void addTicketTypes(ShowId show, List<TicketType> types) {
    for (int line = 0; line < types.size(); line++) {
      TicketType type = types.get(line);
      jdbc.sql(ADD_TICKET_TYPE)
          .param("show", show.value())
          .param("type", type.ticketType().value())
          .param("line", line + 1)
          .param("name", Column.text(type.name()))
          .param("price", type.price().minorUnits())
          .param("currency", type.price().currency().getCurrencyCode())
          .param("capacity", type.capacity())
          .update();
    }
  }
}
