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

  /** Returns the key that verifies what this signs. */
  public VerifierKey verifierKey() {
    return verifierKey;
  }

  /**
   * Signs a checkpoint.
   *
   * @param now when it is signed; only ML-DSA-44 signatures carry it, in whole seconds
   * @throws IllegalStateException if the key cannot sign
   */
  public NoteSignature sign(Checkpoint checkpoint, Instant now) {
    byte[] signature =
        switch (verifierKey.algorithm()) {
          case ED25519 -> sign(checkpoint.body().getBytes(UTF_8));
          case ML_DSA_44 -> cosign(checkpoint, now.getEpochSecond());
        };
    return new NoteSignature(verifierKey.name(), verifierKey.keyId(), Bytes.of(signature));
  }

  private byte[] cosign(Checkpoint checkpoint, long timestampSeconds) {
    byte[] signature = sign(SignedMessage.of(verifierKey.name(), timestampSeconds, checkpoint));
    return ByteBuffer.allocate(Long.BYTES + signature.length)
        .putLong(timestampSeconds)
        .put(signature)
        .array();
  }

  private byte[] sign(byte[] message) {
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
