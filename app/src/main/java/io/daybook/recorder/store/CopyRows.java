package io.daybook.recorder.store;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Encodes records for {@code COPY … (FORMAT BINARY)} of PostgreSQL. */
final class CopyRows {
  /** The statement that takes these rows. */
  static final String STATEMENT =
      """
      COPY journal.records (leaf_index, aggregate_type, aggregate_id, seq, event_id,
        recorded_at_ms, payload_type, payload_revision, content_type, payload, salt, metadata,
        header, leaf_hash)
      FROM STDIN (FORMAT BINARY)\
      """;

  private static final byte[] SIGNATURE = "PGCOPY\n\377\r\n\0".getBytes(ISO_8859_1);
  private static final int COLUMNS = 14;
  private static final int NULL = -1;

  private final ByteArrayOutputStream out = new ByteArrayOutputStream(64 << 10);

  private CopyRows() {}

  /** Returns the whole stream of bytes for {@code rows}. */
  static byte[] encode(List<LeafRow> rows) {
    var copy = new CopyRows();
    copy.out.writeBytes(SIGNATURE);
    copy.int32(0);
    copy.int32(0);
    rows.forEach(copy::row);
    copy.int16(-1);
    return copy.out.toByteArray();
  }

  private void row(LeafRow row) {
    var facts = row.content().facts();
    int16(COLUMNS);
    int64(row.leafIndex());
    text(facts.stream().aggregateType());
    text(facts.stream().aggregateId());
    int64(facts.stream().sequence());
    text(facts.eventId());
    int64(row.timestampMillis());
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
      int32(NULL);
    } else {
      bytes(value.getBytes(UTF_8));
    }
  }

  private void bytes(byte[] value) {
    int32(value.length);
    out.writeBytes(value);
  }

  private void int64(long value) {
    int32(Long.BYTES);
    out.writeBytes(ByteBuffer.allocate(Long.BYTES).putLong(value).array());
  }

  private void int32(int value) {
    out.write(value >>> 24);
    out.write(value >>> 16);
    out.write(value >>> 8);
    out.write(value);
  }

  private void int16(int value) {
    out.write(value >>> 8);
    out.write(value);
  }
}
