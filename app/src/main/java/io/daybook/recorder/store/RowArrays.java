package io.daybook.recorder.store;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.postgresql.PGConnection;

/**
 * A batch's records as one array for each column, which PostgreSQL's {@code unnest} turns into rows
 * again.
 *
 * <p>One statement with arrays costs the server about as much as {@code COPY} for each row, and one
 * round trip where {@code COPY} takes two and cannot move the head besides.
 */
final class RowArrays {
  /** The table's columns, in the order of {@link #PARAMETERS}. */
  static final String COLUMNS =
      """
      leaf_index, seq, recorded_at_ms, aggregate_type, aggregate_id, event_id, payload_type,
        payload_revision, content_type, payload, salt, metadata, header, leaf_hash\
      """;

  /** One placeholder for each column. */
  static final String PARAMETERS =
      "?::bigint[], ".repeat(3) + "?::text[], ".repeat(6) + "?::bytea[], ".repeat(4) + "?::bytea[]";

  private final long[][] numbers;
  private final @Nullable String[][] texts;
  private final byte[][][] bytes;

  private RowArrays(int count) {
    numbers = new long[3][count];
    texts = new String[6][count];
    bytes = new byte[5][count][];
  }

  static RowArrays of(List<LeafRow> rows) {
    var arrays = new RowArrays(rows.size());
    for (int i = 0; i < rows.size(); i++) {
      arrays.set(i, rows.get(i));
    }
    return arrays;
  }

  private void set(int i, LeafRow row) {
    var facts = row.content().facts();
    numbers[0][i] = row.leafIndex();
    numbers[1][i] = facts.stream().sequence();
    numbers[2][i] = row.timestampMillis();
    texts[0][i] = facts.stream().aggregateType();
    texts[1][i] = facts.stream().aggregateId();
    texts[2][i] = facts.eventId();
    texts[3][i] = facts.format().type();
    texts[4][i] = facts.format().revision();
    texts[5][i] = facts.format().contentType();
    bytes[0][i] = row.content().payload();
    bytes[1][i] = row.content().salt();
    bytes[2][i] = row.content().metadata();
    bytes[3][i] = row.header();
    bytes[4][i] = row.leafHash().bytes();
  }

  /** Binds the arrays to the parameters from {@code first} on. */
  void bind(Connection connection, PreparedStatement statement, int first) throws SQLException {
    var postgres = connection.unwrap(PGConnection.class);
    int parameter = first;
    for (long[] column : numbers) {
      statement.setArray(parameter++, postgres.createArrayOf("int8", column));
    }
    for (String[] column : texts) {
      statement.setArray(parameter++, postgres.createArrayOf("text", column));
    }
    for (byte[][] column : bytes) {
      statement.setArray(parameter++, postgres.createArrayOf("bytea", column));
    }
  }
}
