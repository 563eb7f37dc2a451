package io.daybook.journal;

import java.util.Arrays;
import java.util.Optional;

/**
 * A header together with its bytes, of which an honest row repeats most: rows are compared with it
 * byte by byte, and read field by field only where they differ.
 */
public final class SealedHeader {
  private static final byte[] ROW_START = {(byte) 0x8d, 1};

  private final byte[] encoded;
  private final Header header;
  private final int factsFrom;
  private final int factsTo;
  private final int metadataFrom;
  private final int metadataTo;

  private SealedHeader(byte[] encoded, Header header) {
    this.encoded = encoded;
    this.header = header;
    var in = new CborReader(encoded);
    Header.readOrigin(in);
    this.factsFrom = in.position();
    EventFacts.Columns.skip(in);
    this.factsTo = in.position();
    in.skipBytes();
    this.metadataFrom = in.position();
    EventFacts.skipMetadata(in);
    this.metadataTo = in.position();
  }

  /**
   * Reads a header and keeps {@code encoded}, which nobody may change from now on.
   *
   * @throws MalformedException as {@link Header#decode}
   */
  public static SealedHeader decode(byte[] encoded) {
    return new SealedHeader(encoded, Header.decode(encoded));
  }

  /** Returns what the bytes say. */
  public Header header() {
    return header;
  }

  /**
   * Returns the payload of an encoded row that has index {@code leafIndex}, exactly this header's
   * facts, and a payload that this header commits to; absent on any other row.
   */
  public Optional<Bytes> payloadOf(byte[] row, long leafIndex) {
    int at = matchFacts(row, leafIndex);
    if (at < 0) {
      return Optional.empty();
    }
    try {
      var in = new CborReader(row, at);
      if (in.skipBytes() != PayloadCommitment.SALT_LENGTH) {
        return Optional.empty();
      }
      int salt = in.position() - PayloadCommitment.SALT_LENGTH;
      int length = in.skipBytes();
      int payload = in.position() - length;
      boolean isWhole =
          in.position() == row.length
              && length <= StoredRecord.MAX_PAYLOAD_BYTES
              && PayloadCommitment.of(row, salt, payload, length)
                  .equals(header.payloadCommitment());
      return isWhole
          ? Optional.of(Bytes.wrap(Arrays.copyOfRange(row, payload, row.length)))
          : Optional.empty();
    } catch (MalformedException e) {
      return Optional.empty();
    }
  }

  /** Returns where the salt begins in a row with this index and these facts, else -1. */
  private int matchFacts(byte[] row, long leafIndex) {
    byte[] index = new CborWriter(9).unsigned(leafIndex).toByteArray();
    int at = match(row, 0, ROW_START, 0, ROW_START.length);
    at = match(row, at, index, 0, index.length);
    at = match(row, at, encoded, factsFrom, factsTo);
    return match(row, at, encoded, metadataFrom, metadataTo);
  }

  /** Returns where {@code row} goes on after the part that it must have at {@code at}, else -1. */
  private static int match(byte[] row, int at, byte[] part, int from, int to) {
    int end = at + to - from;
    return at >= 0 && end <= row.length && Arrays.equals(row, at, end, part, from, to) ? end : -1;
  }
}
