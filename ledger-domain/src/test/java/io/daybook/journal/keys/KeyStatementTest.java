package io.daybook.journal.keys;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.daybook.journal.MalformedException;
import io.daybook.journal.checkpoint.NoteSigner;
import io.daybook.journal.checkpoint.VerifierKey;
import io.daybook.journal.keys.KeyAct.Introduce;
import io.daybook.journal.keys.KeyAct.Retire;
import io.daybook.journal.keys.KeyAct.Revoke;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPairGenerator;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class KeyStatementTest {
  private static final String ORIGIN = "log.example";
  private static final NoteSigner ED25519 = signer("Ed25519");
  private static final NoteSigner ML_DSA = signer("ML-DSA-44");
  private static final VerifierKey KEY = ED25519.verifierKey();

  @Test
  void theTextsAreThoseInTheDocumentation() {
    assertThat(text(new Introduce(KEY, KeyUse.AUTHOR, List.of("b.B", "a.A"))))
        .isEqualTo(
            "daybook-key@v1\nlog.example\nintroduce author\n" + KEY.format() + "\na.A\nb.B\n");
    assertThat(text(new Retire(KEY)))
        .isEqualTo("daybook-key@v1\nlog.example\nretire\n" + KEY.format() + "\n");
    assertThat(text(new Revoke(KEY, 7)))
        .isEqualTo("daybook-key@v1\nlog.example\nrevoke 7\n" + KEY.format() + "\n");
  }

  @Test
  void whatIsReadIsWhatWasWritten() {
    for (KeyAct act :
        List.of(
            new Introduce(KEY, KeyUse.LOG, List.of()),
            new Introduce(KEY, KeyUse.AUTHOR, List.of("a.A", "b.B")),
            new Retire(KEY),
            new Revoke(KEY, 0))) {
      var signed = KeyStatement.unsigned(ORIGIN, act).signedBy(ED25519).signedBy(ML_DSA);

      var read = KeyStatement.parse(signed.format());

      assertThat(read).isEqualTo(signed);
      assertThat(read.isSignedBy(KEY)).isTrue();
      assertThat(read.isSignedBy(ML_DSA.verifierKey())).isTrue();
      assertThat(KeyStatement.parseText(signed.text()).act()).isEqualTo(act);
    }
  }

  @Test
  void aSignatureIsGoodForItsTextAlone() {
    var signed = KeyStatement.unsigned(ORIGIN, new Revoke(KEY, 7)).signedBy(ED25519);
    var moved =
        KeyStatement.unsigned(ORIGIN, new Revoke(KEY, 8)).withSignatures(signed.signatures());
    var elsewhere =
        KeyStatement.unsigned("other.example", new Revoke(KEY, 7))
            .withSignatures(signed.signatures());

    assertThat(signed.isSignedBy(KEY)).isTrue();
    assertThat(moved.isSignedBy(KEY)).isFalse();
    assertThat(elsewhere.isSignedBy(KEY)).isFalse();
  }

  @Test
  void oneFalseLineSpoilsATrueOne() {
    var signed = KeyStatement.unsigned(ORIGIN, new Retire(KEY)).signedBy(ED25519);
    var other = KeyStatement.unsigned(ORIGIN, new Revoke(KEY, 8)).signedBy(ED25519);

    assertThat(signed.withSignatures(other.signatures()).isSignedBy(KEY)).isFalse();
  }

  @Test
  void everyChangedByteIsNoticed() {
    byte[] good =
        KeyStatement.unsigned(ORIGIN, new Revoke(KEY, 7))
            .signedBy(ED25519)
            .format()
            .getBytes(StandardCharsets.UTF_8);
    for (int at = 0; at < good.length; at++) {
      byte[] bad = good.clone();
      bad[at] ^= 1;
      boolean isBelieved;
      try {
        isBelieved = KeyStatement.parse(new String(bad, StandardCharsets.UTF_8)).isSignedBy(KEY);
      } catch (MalformedException e) {
        isBelieved = false;
      }
      assertThat(isBelieved).as("byte %s", at).isFalse();
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "introduce king",
        "introduce",
        "introduce log x",
        "introduce author",
        "retire now",
        "revoke",
        "revoke -1",
        "revoke 01",
        "revoke 99999999999999999999",
        "delete",
        ""
      })
  void whatIsNothingDoneToKeysIsRefused(String act) {
    String text = "daybook-key@v1\nlog.example\n" + act + "\n" + KEY.format() + "\n";

    assertThatThrownBy(() -> KeyStatement.parseText(text)).isInstanceOf(MalformedException.class);
  }

  private static String text(KeyAct act) {
    return KeyStatement.unsigned(ORIGIN, act).text();
  }

  private static NoteSigner signer(String algorithm) {
    try {
      var pair = KeyPairGenerator.getInstance(algorithm).generateKeyPair();
      return NoteSigner.of(ORIGIN, pair.getPrivate(), pair.getPublic());
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }
}
