package io.daybook.journal.checkpoint;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.security.PublicKey;
import java.security.Signature;

/** Verifies checkpoints with one named key. Safe for use by several threads. */
public final class NoteVerifier {
  private final VerifierKey verifierKey;
  private final PublicKey publicKey;

  /** Takes the key to trust. */
  public NoteVerifier(VerifierKey verifierKey) {
    this.verifierKey = verifierKey;
    this.publicKey = verifierKey.algorithm().publicKey(verifierKey.publicKey().toArray());
  }

  /** Returns the trusted key. */
  public VerifierKey verifierKey() {
    return verifierKey;
  }

  /** Tells whether {@code signature} is by this key and valid for {@code checkpoint}. */
  public boolean verify(Checkpoint checkpoint, NoteSignature signature) {
    if (!signature.isBy(verifierKey)) {
      return false;
    }
    byte[] bytes = signature.signature().toArray();
    return switch (verifierKey.algorithm()) {
      case ED25519 -> verify(checkpoint.body().getBytes(UTF_8), bytes);
      case COSIGNATURE_V1, ML_DSA_44 -> verifyCosignature(checkpoint, bytes);
    };
  }

  private boolean verifyCosignature(Checkpoint checkpoint, byte[] timestamped) {
    if (timestamped.length != Long.BYTES + verifierKey.algorithm().signatureLength()) {
      return false;
    }
    var bytes = ByteBuffer.wrap(timestamped);
    long timestampSeconds = bytes.getLong();
    byte[] signature = new byte[bytes.remaining()];
    bytes.get(signature);
    return timestampSeconds >= 0
        && verify(SignedMessage.of(verifierKey, timestampSeconds, checkpoint), signature);
  }

  /** Tells whether {@code signature} is by this key and, bare, valid for {@code text}. */
  public boolean verifyText(String text, NoteSignature signature) {
    return signature.isBy(verifierKey)
        && verify(text.getBytes(UTF_8), signature.signature().toArray());
  }

  /** Tells whether the bare signature is valid for exactly these bytes. */
  public boolean verify(byte[] message, byte[] signature) {
    try {
      var verification = Signature.getInstance(verifierKey.algorithm().jcaName());
      verification.initVerify(publicKey);
      verification.update(message);
      return verification.verify(signature);
    } catch (GeneralSecurityException e) {
      return false; // A signature that is not even well-formed.
    }
  }
}
