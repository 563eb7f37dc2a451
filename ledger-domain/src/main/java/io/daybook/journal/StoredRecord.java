package io.daybook.journal;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * One row of the journal as it is stored and exported: what the header only commits to.
 *
 * @param leafIndex the record's place in the journal, from 0
 * @param facts the row's columns
 * @param salt 32 random bytes; absent exactly if the payload was erased
 * @param payload the stored bytes, at most {@link #MAX_PAYLOAD_BYTES}; absent if erased
 */
public record StoredRecord(
    long leafIndex, EventFacts facts, @Nullable Bytes salt, @Nullable Bytes payload) {

  /** The longest payload, in bytes (8 MiB). */
  public static final int MAX_PAYLOAD_BYTES = 8 << 20;

  /** The longest encoding, in bytes: a payload and generous room for everything else. */
  public static final int MAX_BYTES = MAX_PAYLOAD_BYTES + (64 << 10);

  private static final int VERSION = 1;
  private static final int ELEMENTS = 13;

  /**
   * Checks the row.
   *
   * @throws IllegalArgumentException if the index is negative, the payload too long, the salt not
   *     of 32 bytes, or only one of salt and payload is there
   */
  public StoredRecord {
    if (leafIndex < 0) {
      throw new IllegalArgumentException("leaf index " + leafIndex + " is negative");
    }
    if ((salt == null) != (payload == null)) {
      throw new IllegalArgumentException("salt and payload are erased together or not at all");
    }
    if (salt != null && salt.length() != PayloadCommitment.SALT_LENGTH) {
      throw new IllegalArgumentException("a salt has 32 bytes, not " + salt.length());
    }
    if (payload != null && payload.length() > MAX_PAYLOAD_BYTES) {
      throw new IllegalArgumentException("payload has " + payload.length() + " bytes, over 8 MiB");
    }
  }

  /** Returns the one encoding of this row. */
  public byte[] encode() {
    var out = new CborWriter().array(ELEMENTS).unsigned(VERSION).unsigned(leafIndex);
    facts.writeTo(out);
    facts.writeMetadataTo(out);
    out.bytes(salt == null ? null : salt.unsafe());
    out.bytes(payload == null ? null : payload.unsafe());
    return out.toByteArray();
  }

  /**
   * Reads a row and accepts only the bytes that {@link #encode} would give again.
   *
   * @throws MalformedException on any other input, with the place
   */
  public static StoredRecord decode(byte[] encoded) {
    var in = new CborReader(encoded);
    try {
      StoredRecord row = read(in);
      in.end();
      if (!Arrays.equals(row.encode(), encoded)) {
        throw new MalformedException("row does not encode to the same bytes again", 0);
      }
      return row;
    } catch (IllegalArgumentException e) {
      throw new MalformedException(String.valueOf(e.getMessage()), in.position());
    }
  }

  private static StoredRecord read(CborReader in) {
    in.array(ELEMENTS);
    long version = in.unsigned();
    if (version != VERSION) {
      throw new MalformedException("version " + version + " is not known", in.position());
    }
    long leafIndex = in.unsigned();
    var facts = EventFacts.Columns.read(in).with(EventFacts.readMetadata(in));
    return new StoredRecord(leafIndex, facts, bytes(in), bytes(in));
  }

  private static @Nullable Bytes bytes(CborReader in) {
    byte @Nullable [] value = in.nullableBytes();
    return value == null ? null : Bytes.wrap(value);
  }
}
