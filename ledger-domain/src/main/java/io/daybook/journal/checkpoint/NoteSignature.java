package io.daybook.journal.checkpoint;

import io.daybook.journal.Bytes;
import java.nio.ByteBuffer;

/**
 * One signature line of a note.
 *
 * @param keyName the signing key's name
 * @param keyId the signing key's id
 * @param signature what follows the id; for ML-DSA-44 the timestamp in 8 bytes and the signature
 */
public record NoteSignature(String keyName, int keyId, Bytes signature) {
  private static final String DASH = "\u2014 ";

  /**
   * Checks the name.
   *
   * @throws IllegalArgumentException if it is no key name
   */
  public NoteSignature {
    KeyName.require(keyName);
  }

  /** Tells whether the line claims to be by {@code key}. */
  public boolean isBy(VerifierKey key) {
    return keyId == key.keyId() && keyName.equals(key.name());
  }

  /**
   * Returns when a cosignature was made, in seconds since 1970; it says nothing before the
   * signature is verified.
   *
   * @throws IllegalStateException if there is no room for a time
   */
  public long timestampSeconds() {
    if (signature.length() < Long.BYTES) {
      throw new IllegalStateException(
          "a signature of " + signature.length() + " bytes has no time");
    }
    return ByteBuffer.wrap(signature.toArray()).getLong();
  }

  /** Returns the line with its newline. */
  public String format() {
    var bytes = ByteBuffer.allocate(Integer.BYTES + signature.length());
    bytes.putInt(keyId).put(signature.toArray());
    return DASH + keyName + " " + StrictBase64.encode(bytes.array()) + "\n";
  }

  /**
   * Reads a line without its newline.
   *
   * @throws IllegalArgumentException if it is no signature line
   */
  public static NoteSignature parse(String line) {
    int space = line.indexOf(' ', DASH.length());
    if (!line.startsWith(DASH) || space < 0) {
      throw new IllegalArgumentException("a signature line reads '\u2014 name base64'");
    }
    var bytes = ByteBuffer.wrap(StrictBase64.decode(line.substring(space + 1)));
    if (bytes.remaining() <= Integer.BYTES) {
      throw new IllegalArgumentException("a signature has a key id and at least one byte");
    }
    int keyId = bytes.getInt();
    byte[] signature = new byte[bytes.remaining()];
    bytes.get(signature);
    return new NoteSignature(line.substring(DASH.length(), space), keyId, Bytes.of(signature));
  }
}
