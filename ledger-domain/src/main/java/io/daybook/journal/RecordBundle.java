package io.daybook.journal;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Up to 256 stored rows in a file, each after its length in 32 bits, big-endian.
 *
 * <p>An instance reads them one by one, so that memory never holds more than one row.
 */
public final class RecordBundle {
  private final InputStream in;
  private long position;

  /** Reads from {@code in}, which the caller closes. */
  public RecordBundle(InputStream in) {
    this.in = in;
  }

  /**
   * Writes rows one after the other.
   *
   * @throws IllegalArgumentException on more than 256 rows
   */
  public static byte[] encode(List<StoredRecord> rows) {
    if (rows.size() > LogLayout.WIDTH) {
      throw new IllegalArgumentException("a bundle holds at most 256, not " + rows.size());
    }
    var out = new ByteArrayOutputStream();
    for (StoredRecord row : rows) {
      byte[] encoded = row.encode();
      out.writeBytes(ByteBuffer.allocate(4).putInt(encoded.length).array());
      out.writeBytes(encoded);
    }
    return out.toByteArray();
  }

  /**
   * Reads the next row; absent at the end of the bundle.
   *
   * @throws MalformedException if the bundle ends inside a row, a length is out of bounds or the
   *     row is not in its one encoding; reading on is possible in the last case only, and {@link
   *     #isReadable} tells
   * @throws IOException if the stream cannot be read
   */
  public Optional<StoredRecord> next() throws IOException {
    byte[] encoded = nextEncoded();
    return encoded == null ? Optional.empty() : Optional.of(decode(encoded));
  }

  /**
   * Returns the next row's bytes, or null at the end of the bundle.
   *
   * @throws MalformedException as {@link #next}, but for the row's encoding
   * @throws IOException if the stream cannot be read
   */
  public byte @Nullable [] nextEncoded() throws IOException {
    byte[] prefix = in.readNBytes(4);
    if (prefix.length == 0) {
      return null;
    }
    byte[] encoded = body(prefix);
    position += prefix.length + encoded.length;
    return encoded;
  }

  /**
   * Reads the row that {@link #nextEncoded} returned last.
   *
   * @throws MalformedException if it is not in its one encoding, with the place in the bundle
   */
  public StoredRecord decode(byte[] encoded) {
    try {
      return StoredRecord.decode(encoded);
    } catch (MalformedException e) {
      throw new MalformedException(
          "row: " + e.getMessage(), position - encoded.length + e.offset());
    }
  }

  private byte[] body(byte[] prefix) throws IOException {
    long length = prefix.length < 4 ? 0 : ByteBuffer.wrap(prefix).getInt() & 0xffff_ffffL;
    if (length == 0 || length > StoredRecord.MAX_BYTES) {
      throw broken("a row's length is " + length);
    }
    byte[] encoded = in.readNBytes((int) length);
    if (encoded.length < length) {
      throw broken("the bundle ends inside a row");
    }
    return encoded;
  }

  /** Tells whether the place of the next row is known. */
  public boolean isReadable() {
    return position >= 0;
  }

  private MalformedException broken(String reason) {
    var failure = new MalformedException(reason, position);
    position = -1;
    return failure;
  }
}
