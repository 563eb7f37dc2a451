package io.daybook.journal;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.security.MessageDigest;

/**
 * Binds a header to its payload without telling anything about it: SHA-256("jrn/payload/v1" ‖ salt
 * ‖ payload).
 *
 * <p>The salt is 32 random bytes for each event. Without it, whoever guesses a payload could
 * confirm the guess from the public header.
 */
public final class PayloadCommitment {
  /** The length of every salt, in bytes. */
  public static final int SALT_LENGTH = 32;

  private static final byte[] DOMAIN = "jrn/payload/v1".getBytes(US_ASCII);

  private PayloadCommitment() {}

  /**
   * Returns the commitment to the stored payload bytes, which may be empty.
   *
   * @throws IllegalArgumentException unless the salt has 32 bytes
   */
  public static RecordHash of(byte[] salt, byte[] payload) {
    if (salt.length != SALT_LENGTH) {
      throw new IllegalArgumentException("a salt has 32 bytes, not " + salt.length);
    }
    MessageDigest digest = Sha256.digest();
    digest.update(DOMAIN);
    digest.update(salt);
    digest.update(payload);
    return RecordHash.of(digest.digest());
  }

  /** Returns the commitment to parts of {@code row}: 32 bytes of salt, then the payload. */
  static RecordHash of(byte[] row, int salt, int payload, int payloadLength) {
    MessageDigest digest = Sha256.digest();
    digest.update(DOMAIN);
    digest.update(row, salt, SALT_LENGTH);
    digest.update(row, payload, payloadLength);
    return RecordHash.wrap(digest.digest());
  }

  /** As {@link #of(byte[], byte[])}. */
  public static RecordHash of(Bytes salt, Bytes payload) {
    return of(salt.unsafe(), payload.unsafe());
  }
}
