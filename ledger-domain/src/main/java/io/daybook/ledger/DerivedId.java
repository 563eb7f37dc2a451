package io.daybook.ledger;

import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;

/**
 * Makes identifiers: a prefix, an underscore and 128 bits as 26 Crockford base-32 characters.
 *
 * <p>A derived identifier depends on its parts alone, so a retried request or a restarted process
 * names the same thing again and has one effect.
 */
public final class DerivedId {
  private static final String ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
  private static final int CHARACTERS = 26;
  private static final int BYTES = 16;
  private static final SecureRandom RANDOM = new SecureRandom();

  private DerivedId() {}

  /**
   * Returns the identifier that {@code parts} determine: the first 128 bits of the SHA-256 of the
   * prefix and the parts, each preceded by its length.
   */
  public static String of(String prefix, String... parts) {
    MessageDigest digest = sha256();
    update(digest, prefix);
    for (String part : parts) {
      update(digest, part);
    }
    return prefix + "_" + encode(digest.digest());
  }

  /** Returns an identifier of 128 random bits. */
  public static String random(String prefix) {
    byte[] bytes = new byte[BYTES];
    RANDOM.nextBytes(bytes);
    return prefix + "_" + encode(bytes);
  }

  private static void update(MessageDigest digest, String part) {
    byte[] bytes = part.getBytes(StandardCharsets.UTF_8);
    digest.update((byte) (bytes.length >>> 24));
    digest.update((byte) (bytes.length >>> 16));
    digest.update((byte) (bytes.length >>> 8));
    digest.update((byte) bytes.length);
    digest.update(bytes);
  }

  private static String encode(byte[] bytes) {
    var value = new BigInteger(1, java.util.Arrays.copyOf(bytes, BYTES));
    var text = new StringBuilder(CHARACTERS);
    for (int shift = (CHARACTERS - 1) * 5; shift >= 0; shift -= 5) {
      text.append(ALPHABET.charAt(value.shiftRight(shift).intValue() & 31));
    }
    return text.toString();
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JDK has SHA-256", e);
    }
  }
}
