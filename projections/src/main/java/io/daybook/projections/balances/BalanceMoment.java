package io.daybook.projections.balances;

import io.daybook.projections.shared.Column;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import org.jspecify.annotations.Nullable;

/**
 * A moment in both times of a ledger.
 *
 * @param recordedBy only what was recorded by then; absent for now
 * @param valuedOn only what counts on that day or earlier; absent for all
 */
public record BalanceMoment(@Nullable Instant recordedBy, @Nullable LocalDate valuedOn) {
  @Nullable OffsetDateTime recordedColumn() {
    return recordedBy == null ? null : Column.time(recordedBy);
  }
}
