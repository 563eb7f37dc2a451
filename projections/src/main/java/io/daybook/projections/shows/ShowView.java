package io.daybook.projections.shows;

import io.daybook.ledger.OrganiserId;
import io.daybook.projections.shared.Row;
import io.daybook.ticketing.show.ShowId;
import java.sql.SQLException;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A show as lists show it.
 *
 * @param clearance the KYB case by which its organiser was approved; absent in a draft
 * @param publishedAt absent in a draft
 * @param position the journal index of its last event
 */
public record ShowView(
    ShowId show,
    OrganiserId organiser,
    String title,
    Instant startsAt,
    ShowState state,
    @Nullable String clearance,
    Instant createdAt,
    @Nullable Instant publishedAt,
    long position) {
  static ShowView of(Row row) throws SQLException {
    return new ShowView(
        row.value("show_id", ShowId::new),
        row.value("organiser_id", OrganiserId::new),
        row.text("title"),
        row.instant("starts_at"),
        row.value("state", ShowState::valueOf),
        row.textOrNull("clearance"),
        row.instant("created_at"),
        row.instantOrNull("published_at"),
        row.number("position"));
  }
}
