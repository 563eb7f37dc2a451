package io.daybook.recorder.store;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.ByteBuffer;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyIn;

/** Sends records by {@code COPY … (FORMAT BINARY)} of PostgreSQL. */
final class CopyRows {
  private static final String STATEMENT =
      "COPY journal.records (" + RowArrays.COLUMNS + ") FROM STDIN (FORMAT BINARY)";

  private static final byte[] SIGNATURE = "PGCOPY\n\377\r\n\0".getBytes(ISO_8859_1);
  private static final short COLUMNS = 14;
  private static final int NULL = -1;

  private static final int CHUNK = 64 << 10;

  private final CopyIn copy;
  private ByteBuffer buffer = ByteBuffer.allocate(2 * CHUNK);

  private CopyRows(CopyIn copy) {
    this.copy = copy;
  }

  /** Sends {@code rows}; the server works on the first while the last are being encoded. */
  static void send(Connection connection, List<LeafRow> rows) throws SQLException {
    var copy = connection.unwrap(PGConnection.class).getCopyAPI().copyIn(STATEMENT);
    try {
      new CopyRows(copy).send(rows);
      copy.endCopy();
    } finally {
      if (copy.isActive()) {
        copy.cancelCopy();
      }
    }
  }

  private void send(List<LeafRow> rows) throws SQLException {
    buffer.put(SIGNATURE).putInt(0).putInt(0);
    for (LeafRow row : rows) {
      row(row);
      if (buffer.position() >= CHUNK) {
        flush();
      }
    }
    room(Short.BYTES).putShort((short) -1);
    flush();
  }

  private void flush() throws SQLException {
    copy.writeToCopy(buffer.array(), 0, buffer.position());
    buffer.clear();
  }

  private void row(LeafRow row) {
    var facts = row.content().facts();
    room(Short.BYTES).putShort(COLUMNS);
    int64(row.leafIndex());
    int64(facts.stream().sequence());
    int64(row.timestampMillis());
    text(facts.stream().aggregateType());
    text(facts.stream().aggregateId());
    text(facts.eventId());
    text(facts.format().type());
    text(facts.format().revision());
    text(facts.format().contentType());
    bytes(row.content().payload());
    bytes(row.content().salt());
    bytes(row.content().metadata());
    bytes(row.header());
    bytes(row.leafHash().bytes());
  }

  private void text(@Nullable String value) {
    if (value == null) {
      room(Integer.BYTES).putInt(NULL);
    } else {
      bytes(value.getBytes(UTF_8));
    }
  }

  private void bytes(byte[] value) {
    room(Integer.BYTES + value.length).putInt(value.length).put(value);
  }

  private void int64(long value) {
    room(Integer.BYTES + Long.BYTES).putInt(Long.BYTES).putLong(value);
  }

  private ByteBuffer room(int bytes) {
    if (buffer.remaining() < bytes) {
      int capacity = Math.max(2 * buffer.capacity(), buffer.position() + bytes);
      buffer = ByteBuffer.allocate(capacity).put(buffer.flip());
    }
    return buffer;
  }
}
