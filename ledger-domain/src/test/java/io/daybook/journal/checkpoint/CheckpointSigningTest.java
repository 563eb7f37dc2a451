package io.daybook.journal.checkpoint;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.daybook.journal.MalformedException;
import io.daybook.journal.RecordHash;
import java.security.GeneralSecurityException;
import java.security.KeyPairGenerator;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class CheckpointSigningTest {
  private static final String ORIGIN = "daybook.example/ledger";
  private static final Instant NOW = Instant.ofEpochSecond(1_800_000_000);
  private static final Checkpoint CHECKPOINT =
      new Checkpoint(ORIGIN, 42, RecordHash.sha256("root".getBytes(UTF_8)));

  private final NoteSigner ed25519 = signer("Ed25519");
  private final NoteSigner mlDsa = signer("ML-DSA-44");
  private final Policy policy =
      new Policy(ORIGIN, List.of(ed25519.verifierKey(), mlDsa.verifierKey()));

  @Test
  void aCheckpointSignedByBothKeysSatisfiesThePolicy() {
    var note = SignedNote.parse(signed().format().getBytes(UTF_8));

    var checkpoint = Checkpoint.parse(note.text());

    assertThat(checkpoint).isEqualTo(CHECKPOINT);
    assertThat(policy.missingSignatures(checkpoint, note)).isEmpty();
  }

  @Test
  void aSignatureThatWasStrippedIsMissed() {
    var note = new SignedNote(CHECKPOINT.body(), List.of(ed25519.sign(CHECKPOINT, NOW)));

    assertThat(policy.missingSignatures(CHECKPOINT, note)).containsExactly(mlDsa.verifierKey());
  }

  @Test
  void aSignatureOfAnotherTreeIsMissed() {
    var other = new Checkpoint(ORIGIN, 43, CHECKPOINT.rootHash());

    assertThat(policy.missingSignatures(other, signed())).hasSize(2);
  }

  @Test
  void policyAndVerifierKeysReadBackAsTheyWere() {
    assertThat(Policy.parse(policy.format().getBytes(UTF_8))).isEqualTo(policy);
    assertThat(VerifierKey.parse(mlDsa.verifierKey().format())).isEqualTo(mlDsa.verifierKey());
  }

  @Test
  void aVerifierKeyWithAnotherIdIsRefused() {
    String vkey = ed25519.verifierKey().format();
    String lookAlike = vkey.replaceFirst("\\+[0-9a-f]{8}\\+", "+00000000+");

    assertThatThrownBy(() -> VerifierKey.parse(lookAlike)).isInstanceOf(MalformedException.class);
  }

  @Test
  void aWitnesssKeyHasTheIdThatOthersComputeForIt() {
    // From the tests of github.com/transparency-dev/formats, note/note_cosigv1_test.go.
    String vkey = "remora.n621.de+da77ade7+BOvN63jn/bLvkieywe8R6UYAtVtNbZpXh34x7onlmtw2";

    VerifierKey key = VerifierKey.parse(vkey);

    assertThat(key.algorithm()).isEqualTo(SignatureAlgorithm.COSIGNATURE_V1);
    assertThat(key.format()).isEqualTo(vkey);
  }

  @Test
  void aCosignatureSignsTimeAndCheckpoint() throws GeneralSecurityException {
    var pair = KeyPairGenerator.getInstance("Ed25519").generateKeyPair();
    var witness = NoteSigner.ofWitness("witness.example/w", pair.getPrivate(), pair.getPublic());

    NoteSignature line = witness.sign(CHECKPOINT, NOW);

    byte[] bytes = line.signature().toArray();
    assertThat(bytes).hasSize(72);
    assertThat(line.timestampSeconds()).isEqualTo(NOW.getEpochSecond());
    // c2sp.org/tlog-cosignature, "Ed25519 signed message".
    String message = "cosignature/v1\ntime 1800000000\n" + CHECKPOINT.body();
    var verification = java.security.Signature.getInstance("Ed25519");
    verification.initVerify(pair.getPublic());
    verification.update(message.getBytes(UTF_8));
    assertThat(verification.verify(bytes, 8, 64)).isTrue();
    assertThat(new NoteVerifier(witness.verifierKey()).verify(CHECKPOINT, line)).isTrue();
  }

  private SignedNote signed() {
    return new SignedNote(
        CHECKPOINT.body(), List.of(ed25519.sign(CHECKPOINT, NOW), mlDsa.sign(CHECKPOINT, NOW)));
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
