package io.daybook.security.personal;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.security.GeneralSecurityException;
import java.util.Arrays;
import java.util.List;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.Test;

class DataKeyTest {
  private static final String ID = "key_" + "0".repeat(26);
  private static final List<String> PLACE = List.of("journal", "event", "/reason");
  private static final byte[] TEXT = "Ada Lovelace".getBytes(UTF_8);

  private final DataKey key = key(1);

  @Test
  void opensWhatItSealed() {
    assertThat(key.open(key.seal(TEXT, PLACE), PLACE)).hasValue(TEXT);
    assertThat(key.open(key.seal(new byte[0], PLACE), PLACE)).hasValue(new byte[0]);
  }

  @Test
  void opensAtNoOtherPlace() {
    byte[] sealed = key.seal(TEXT, PLACE);

    assertThat(key.open(sealed, List.of("journal", "other", "/reason"))).isEmpty();
    // Neither where the same characters are divided in another way.
    assertThat(key.open(sealed, List.of("journal", "event/", "reason"))).isEmpty();
    assertThat(key.open(sealed, List.of("journalevent", "/reason"))).isEmpty();
  }

  @Test
  void noByteOfASealedValueCanBeChanged() {
    byte[] sealed = key.seal(TEXT, PLACE);

    for (int i = 0; i < sealed.length; i++) {
      byte[] changed = sealed.clone();
      changed[i] ^= 1;
      assertThat(key.open(changed, PLACE)).describedAs("byte %d", i).isEmpty();
    }
  }

  @Test
  void aSealedValueCannotBeCutShort() {
    byte[] sealed = key.seal(TEXT, PLACE);

    for (int length = 0; length < sealed.length; length++) {
      assertThat(key.open(Arrays.copyOf(sealed, length), PLACE)).isEmpty();
    }
  }

  @Test
  void anotherKeyOpensNothing() {
    assertThat(key(2).open(key.seal(TEXT, PLACE), PLACE)).isEmpty();
    assertThat(new DataKey("key_" + "1".repeat(26), secret(1)).open(key.seal(TEXT, PLACE), PLACE))
        .isEmpty();
  }

  /** Without a commitment, GCM opens one ciphertext under as many keys as somebody has made. */
  @Test
  void aSealedValueIsCommittedToItsKey() {
    byte[] mine = key.seal(TEXT, PLACE);
    byte[] others = key(2).seal(TEXT, PLACE);
    byte[] mixed = others.clone();
    System.arraycopy(mine, 0, mixed, 0, 32);

    // The other key's ciphertext under my commitment opens for neither.
    assertThat(key.open(mixed, PLACE)).isEmpty();
    assertThat(key(2).open(mixed, PLACE)).isEmpty();
  }

  @Test
  void theSameValueInTheSamePlaceSealsToTheSameBytesAndNoOtherDoes() {
    byte[] sealed = key.seal(TEXT, PLACE);

    assertThat(key.seal(TEXT, PLACE)).isEqualTo(sealed);
    assertThat(nonce(key.seal(TEXT, List.of("elsewhere")))).isNotEqualTo(nonce(sealed));
    assertThat(nonce(key.seal("Ada Lovelac".getBytes(UTF_8), PLACE))).isNotEqualTo(nonce(sealed));
  }

  /** The published form: whoever has the key can open it with any AES-GCM. */
  @Test
  void theFormIsWhatTheDocumentationSays() throws GeneralSecurityException {
    byte[] sealed = key.seal(TEXT, PLACE);
    byte[] encryption = DataKey.hmac(secret(1), context("daybook/personal/encrypt/v1", ID));
    byte[] commitment = DataKey.hmac(secret(1), context("daybook/personal/commit/v1", ID));

    assertThat(Arrays.copyOf(sealed, 32)).isEqualTo(commitment);
    Cipher gcm = Cipher.getInstance("AES/GCM/NoPadding");
    gcm.init(
        Cipher.DECRYPT_MODE,
        new SecretKeySpec(encryption, "AES"),
        new GCMParameterSpec(128, sealed, 32, 12));
    gcm.updateAAD(commitment);
    gcm.updateAAD(context("journal", "event", "/reason"));
    assertThat(gcm.doFinal(sealed, 44, sealed.length - 44)).isEqualTo(TEXT);
  }

  @Test
  void aKeyHas32Bytes() {
    assertThatThrownBy(() -> new DataKey(ID, new byte[31]))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("31");
  }

  private static byte[] nonce(byte[] sealed) {
    return Arrays.copyOfRange(sealed, 32, 44);
  }

  private static byte[] context(String... parts) {
    return DataKey.context(List.of(parts));
  }

  private static DataKey key(int seed) {
    return new DataKey(ID, secret(seed));
  }

  private static byte[] secret(int seed) {
    byte[] secret = new byte[32];
    Arrays.fill(secret, (byte) seed);
    return secret;
  }
}
