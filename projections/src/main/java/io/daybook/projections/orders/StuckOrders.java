package io.daybook.projections.orders;

import io.daybook.projections.shared.Row;
import java.sql.SQLException;
import java.time.Instant;

/**
 * Orders that stay in a state that should pass by itself.
 *
 * @param count how many
 * @param oldest when the one that waits longest came to this state
 */
public record StuckOrders(OrderState state, long count, Instant oldest) {
  static StuckOrders of(Row row) throws SQLException {
    return new StuckOrders(
        row.value("state", OrderState::valueOf), row.number("count"), row.instant("oldest"));
  }
}
