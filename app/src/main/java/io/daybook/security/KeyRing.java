package io.daybook.security;

import java.security.KeyPair;
import javax.crypto.SecretKey;

/**
 * The secret keys of this installation, made at its first start.
 *
 * <p>The signing keys belong to the JDK's providers and work with {@link java.security.Signature}.
 *
 * @param journalEd25519 signs checkpoints of the journal; Ed25519
 * @param journalMlDsa signs the same checkpoints for the time after quantum computers; ML-DSA-44
 * @param ticketSigner signs the credential in a ticket's QR code; Ed25519
 * @param jwt signs access tokens; EC P-256
 * @param documents encrypts documents at rest; AES-256
 * @param snapshotHmac authenticates aggregate snapshots; HMAC-SHA-256
 */
public record KeyRing(
    KeyPair journalEd25519,
    KeyPair journalMlDsa,
    KeyPair ticketSigner,
    KeyPair jwt,
    SecretKey documents,
    SecretKey snapshotHmac) {

  @Override
  public String toString() {
    return "KeyRing";
  }
}
