package io.daybook.retention;

import io.daybook.ledger.UserId;
import io.daybook.projections.shared.Row;
import io.daybook.security.personal.DataClass;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An erasure as lists show it; what has not happened yet is absent.
 *
 * @param keys how many data keys it destroys
 * @param records how many journal records lose their payload
 */
public record ErasureView(
    ErasureId id,
    UserId person,
    ErasureScope.Level level,
    List<DataClass> classes,
    LegalBasis basis,
    String state,
    UserId proposedBy,
    @Nullable UserId approvedBy,
    Instant proposedAt,
    @Nullable Instant approvedAt,
    @Nullable Instant completedAt,
    int keys,
    int records) {
  /** Copies the list. */
  public ErasureView {
    classes = List.copyOf(classes);
  }

  static ErasureView of(Row row) throws SQLException {
    return new ErasureView(
        row.value("erasure_id", ErasureId::new),
        row.value("person_id", UserId::new),
        row.value("level", ErasureScope.Level::valueOf),
        row.texts("classes").stream().map(DataClass::valueOf).toList(),
        row.value("basis", LegalBasis::valueOf),
        row.text("state"),
        row.value("proposed_by", UserId::new),
        row.valueOrNull("approved_by", UserId::new),
        row.instant("proposed_at"),
        row.instantOrNull("approved_at"),
        row.instantOrNull("completed_at"),
        row.integer("keys"),
        row.integer("records"));
  }
}
