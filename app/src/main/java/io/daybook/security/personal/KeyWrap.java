package io.daybook.security.personal;

import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.List;
import javax.crypto.Cipher;
import javax.crypto.SecretKey;
import javax.crypto.spec.GCMParameterSpec;

/**
 * Wraps data keys with a master key: AES-256-GCM, bound to the data key's id.
 *
 * <p>Wrapped form: nonce (12 bytes), ciphertext (32), tag (16).
 */
final class KeyWrap {
  private static final int NONCE_BYTES = 12;
  private static final int TAG_BITS = 128;
  private static final SecureRandom RANDOM = new SecureRandom();

  private KeyWrap() {}

  static byte[] wrap(SecretKey master, String keyId, byte[] secret) {
    byte[] nonce = new byte[NONCE_BYTES];
    RANDOM.nextBytes(nonce);
    try {
      byte[] wrapped = cipher(Cipher.ENCRYPT_MODE, master, nonce, keyId).doFinal(secret);
      return ByteBuffer.allocate(nonce.length + wrapped.length).put(nonce).put(wrapped).array();
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("AES-GCM is in every JDK", e);
    }
  }

  /**
   * Returns the data key's secret bytes.
   *
   * @throws IllegalStateException if they were not wrapped by {@code master} for {@code keyId}
   */
  static byte[] unwrap(SecretKey master, String keyId, byte[] wrapped) {
    byte[] nonce = Arrays.copyOf(wrapped, NONCE_BYTES);
    try {
      return cipher(Cipher.DECRYPT_MODE, master, nonce, keyId)
          .doFinal(wrapped, NONCE_BYTES, wrapped.length - NONCE_BYTES);
    } catch (GeneralSecurityException | IllegalArgumentException e) {
      throw new IllegalStateException("data key " + keyId + " does not unwrap", e);
    }
  }

  private static Cipher cipher(int mode, SecretKey master, byte[] nonce, String keyId)
      throws GeneralSecurityException {
    Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
    cipher.init(mode, master, new GCMParameterSpec(TAG_BITS, nonce));
    cipher.updateAAD(DataKey.context(List.of("daybook/data-key/v1", keyId)));
    return cipher;
  }
}
