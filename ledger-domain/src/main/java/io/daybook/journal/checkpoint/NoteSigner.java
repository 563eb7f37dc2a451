package io.daybook.journal.checkpoint;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.daybook.journal.Bytes;
import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.Signature;
import java.time.Instant;

/** Signs checkpoints with one named key. Safe for use by several threads. */
public final class NoteSigner {
  private final VerifierKey verifierKey;
  private final PrivateKey privateKey;

  private NoteSigner(VerifierKey verifierKey, PrivateKey privateKey) {
    this.verifierKey = verifierKey;
    this.privateKey = privateKey;
  }

  /**
   * Takes a key pair, from a key store for instance.
   *
   * <p>An ML-DSA-44 private key has to be one of the JDK's: other providers encode theirs
   * otherwise.
   *
   * @param name the key's name; for a log's own key its origin
   * @throws IllegalArgumentException if the public key is neither Ed25519 nor ML-DSA-44
   */
  public static NoteSigner of(String name, PrivateKey privateKey, PublicKey publicKey) {
    return new NoteSigner(VerifierKey.of(name, publicKey), privateKey);
  }

  /** Takes a witness's key pair, whose Ed25519 signatures carry a time. */
  public static NoteSigner ofWitness(String name, PrivateKey privateKey, PublicKey publicKey) {
    return new NoteSigner(VerifierKey.ofWitness(name, publicKey), privateKey);
  }

  /** Returns the key that verifies what this signs. */
  public VerifierKey verifierKey() {
    return verifierKey;
  }

  /**
   * Signs a checkpoint.
   *
   * @param now when it is signed; Ed25519 signatures of logs do not carry it; in whole seconds
   * @throws IllegalStateException if the key cannot sign
   */
  public NoteSignature sign(Checkpoint checkpoint, Instant now) {
    byte[] signature =
        switch (verifierKey.algorithm()) {
          case ED25519 -> sign(checkpoint.body().getBytes(UTF_8));
          case COSIGNATURE_V1, ML_DSA_44 -> cosign(checkpoint, now.getEpochSecond());
        };
    return new NoteSignature(verifierKey.name(), verifierKey.keyId(), Bytes.of(signature));
  }

  private byte[] cosign(Checkpoint checkpoint, long timestampSeconds) {
    byte[] signature = sign(SignedMessage.of(verifierKey, timestampSeconds, checkpoint));
    return ByteBuffer.allocate(Long.BYTES + signature.length)
        .putLong(timestampSeconds)
        .put(signature)
        .array();
  }

  /**
   * Signs a text that is no checkpoint, bare and without a time.
   *
   * @param text begins with a line that no other kind of signed message begins with
   * @throws IllegalStateException if the key cannot sign
   */
  public NoteSignature signText(String text) {
    byte[] signature = sign(text.getBytes(UTF_8));
    return new NoteSignature(verifierKey.name(), verifierKey.keyId(), Bytes.of(signature));
  }

  /**
   * Signs bytes, bare.
   *
   * @param message begins with a label that no other kind of signed message begins with
   * @throws IllegalStateException if the key cannot sign
   */
  public byte[] sign(byte[] message) {
    try {
      var signature = Signature.getInstance(verifierKey.algorithm().jcaName());
      signature.initSign(privateKey);
      signature.update(message);
      return signature.sign();
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("cannot sign with " + verifierKey, e);
    }
  }
}
