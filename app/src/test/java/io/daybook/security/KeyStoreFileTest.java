package io.daybook.security;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.daybook.database.DataFolder;
import io.daybook.database.StartRefused;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyPair;
import java.security.Signature;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KeyStoreFileTest {
  private static final byte[] MESSAGE = "a checkpoint".getBytes(StandardCharsets.UTF_8);

  @TempDir Path temporary;

  @Test
  void theKeysAreTheSameAfterARestart() throws Exception {
    try (DataFolder folder = DataFolder.open(temporary)) {
      KeyRing first = KeyStoreFile.open(folder, null);
      KeyRing second = KeyStoreFile.open(folder, null);

      assertThat(second.journalEd25519().getPublic()).isEqualTo(first.journalEd25519().getPublic());
      assertThat(second.journalMlDsa().getPublic()).isEqualTo(first.journalMlDsa().getPublic());
      assertThat(second.documents().getEncoded())
          .isEqualTo(first.documents().getEncoded())
          .hasSize(32);
    }
  }

  @Test
  void theKeysOfANewAndOfAReopenedStoreSignWithTheJdk() throws Exception {
    try (DataFolder folder = DataFolder.open(temporary)) {
      assertSigns(KeyStoreFile.open(folder, null));
      assertSigns(KeyStoreFile.open(folder, null));
    }
  }

  @Test
  void aConfiguredPasswordIsWrittenNowhere() throws Exception {
    try (DataFolder folder = DataFolder.open(temporary)) {
      KeyStoreFile.open(folder, "correct horse");

      assertThat(Files.exists(folder.resolve(KeyStoreFile.PASSWORD))).isFalse();
      assertThatThrownBy(() -> KeyStoreFile.open(folder, "wrong horse"))
          .isInstanceOf(StartRefused.class);
      assertThatThrownBy(() -> KeyStoreFile.open(folder, null))
          .isInstanceOf(StartRefused.class)
          .hasMessageContaining("needs its password");
    }
  }

  private static void assertSigns(KeyRing keys) throws Exception {
    assertSigns("Ed25519", "SunEC", keys.journalEd25519());
    assertSigns("ML-DSA-44", "SUN", keys.journalMlDsa());
    assertSigns("Ed25519", "SunEC", keys.ticketSigner());
    assertSigns("SHA256withECDSA", "SunEC", keys.jwt());
  }

  private static void assertSigns(String algorithm, String provider, KeyPair pair)
      throws Exception {
    Signature signer = Signature.getInstance(algorithm, provider);
    signer.initSign(pair.getPrivate());
    signer.update(MESSAGE);
    byte[] signature = signer.sign();
    signer.initVerify(pair.getPublic());
    signer.update(MESSAGE);
    assertThat(signer.verify(signature)).isTrue();
  }
}
