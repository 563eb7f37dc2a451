package io.daybook.security.personal;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import javax.crypto.AEADBadTagException;
import javax.crypto.Cipher;
import javax.crypto.Mac;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/**
 * Seals personal data: AES-256-GCM (NIST SP 800-38D) that commits to its key and its place.
 *
 * <p>GCM alone lets one ciphertext be opened under two keys to two texts. Therefore each sealed
 * value begins with HMAC-SHA-256 of the key, which is compared first and authenticated too, as in
 * the AWS Encryption SDK's committing suites. The nonce is a pseudo-random function of place and
 * content (as in RFC 8452 for a mode of its own): the same value in the same place seals to the
 * same bytes, and no random generator can repeat a nonce.
 *
 * <p>Sealed form: commitment (32 bytes), nonce (12), ciphertext, tag (16).
 */
final class DataKey {
  static final int BYTES = 32;

  private static final String HMAC = "HmacSHA256";
  private static final int COMMITMENT_BYTES = 32;
  private static final int NONCE_BYTES = 12;
  private static final int TAG_BYTES = 16;

  private final String id;
  private final byte[] encryption;
  private final byte[] nonces;
  private final byte[] commitment;

  /** Derives what is needed from 32 secret bytes. */
  DataKey(String id, byte[] secret) {
    if (secret.length != BYTES) {
      throw new IllegalArgumentException("a data key has 32 bytes, not " + secret.length);
    }
    this.id = id;
    this.encryption = hmac(secret, context(List.of("daybook/personal/encrypt/v1", id)));
    this.nonces = hmac(secret, context(List.of("daybook/personal/nonce/v1", id)));
    this.commitment = hmac(secret, context(List.of("daybook/personal/commit/v1", id)));
  }

  String id() {
    return id;
  }

  /** Returns {@code plain} sealed for {@code place}; it opens at no other place. */
  byte[] seal(byte[] plain, List<String> place) {
    byte[] context = context(place);
    byte[] nonce =
        Arrays.copyOf(
            hmac(
                nonces,
                ByteBuffer.allocate(context.length + plain.length).put(context).put(plain).array()),
            NONCE_BYTES);
    try {
      byte[] ciphertext = cipher(Cipher.ENCRYPT_MODE, nonce, context).doFinal(plain);
      return ByteBuffer.allocate(COMMITMENT_BYTES + NONCE_BYTES + ciphertext.length)
          .put(commitment)
          .put(nonce)
          .put(ciphertext)
          .array();
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("AES-GCM is in every JDK", e);
    }
  }

  /** Returns what was sealed, or nothing if it was not by this key, for this place, unchanged. */
  Optional<byte[]> open(byte[] sealed, List<String> place) {
    if (sealed.length < COMMITMENT_BYTES + NONCE_BYTES + TAG_BYTES
        || !MessageDigest.isEqual(commitment, Arrays.copyOf(sealed, COMMITMENT_BYTES))) {
      return Optional.empty();
    }
    int start = COMMITMENT_BYTES + NONCE_BYTES;
    byte[] nonce = Arrays.copyOfRange(sealed, COMMITMENT_BYTES, start);
    try {
      return Optional.of(
          cipher(Cipher.DECRYPT_MODE, nonce, context(place))
              .doFinal(sealed, start, sealed.length - start));
    } catch (AEADBadTagException e) {
      return Optional.empty();
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("AES-GCM is in every JDK", e);
    }
  }

  private Cipher cipher(int mode, byte[] nonce, byte[] context) throws GeneralSecurityException {
    Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
    cipher.init(
        mode,
        new SecretKeySpec(encryption, "AES"),
        new GCMParameterSpec(TAG_BYTES * Byte.SIZE, nonce));
    cipher.updateAAD(commitment);
    cipher.updateAAD(context);
    return cipher;
  }

  /** Joins texts so that no two lists give the same bytes: each after its length. */
  static byte[] context(List<String> parts) {
    List<byte[]> encoded =
        parts.stream().map(part -> part.getBytes(StandardCharsets.UTF_8)).toList();
    var joined =
        ByteBuffer.allocate(encoded.stream().mapToInt(part -> Integer.BYTES + part.length).sum());
    encoded.forEach(part -> joined.putInt(part.length).put(part));
    return joined.array();
  }

  static byte[] hmac(byte[] key, byte[] content) {
    try {
      Mac mac = Mac.getInstance(HMAC);
      mac.init(new SecretKeySpec(key, HMAC));
      return mac.doFinal(content);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every JDK has " + HMAC, e);
    }
  }

  @Override
  public String toString() {
    return "DataKey[" + id + "]";
  }
}
