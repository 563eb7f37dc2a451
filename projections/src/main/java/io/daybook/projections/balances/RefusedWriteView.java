package io.daybook.projections.balances;

import io.daybook.ledger.UserId;
import io.daybook.ledger.book.RequestId;
import io.daybook.projections.shared.Row;
import java.sql.SQLException;
import java.time.Instant;

/**
 * A write that was refused, with what its sender was told.
 *
 * @param request which write it was; it follows from its sender, route and key
 */
public record RefusedWriteView(
    RequestId request, String code, String detail, UserId sentBy, Instant refusedAt) {
  static RefusedWriteView of(Row row) throws SQLException {
    return new RefusedWriteView(
        row.value("request_id", RequestId::new),
        row.text("code"),
        row.text("message"),
        row.value("sent_by", UserId::new),
        row.instant("refused_at"));
  }
}
