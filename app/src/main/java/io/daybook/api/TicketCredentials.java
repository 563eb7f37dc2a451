package io.daybook.api;

import io.daybook.projections.tickets.TicketView;
import io.daybook.security.KeyRing;
import io.daybook.ticketing.ticket.TicketCredential;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.MessageDigest;
import java.security.Signature;
import java.util.HexFormat;
import org.springframework.stereotype.Component;

/** Signs ticket credentials when they are asked for. */
@Component
class TicketCredentials {
  private static final int KEY_ID_BYTES = 4;

  private final KeyPair key;
  private final byte[] keyId;

  TicketCredentials(KeyRing keys) throws GeneralSecurityException {
    key = keys.ticketSigner();
    byte[] hash = MessageDigest.getInstance("SHA-256").digest(key.getPublic().getEncoded());
    keyId = java.util.Arrays.copyOf(hash, KEY_ID_BYTES);
  }

  /** Returns the id of the signing key: the first 4 bytes of its SHA-256, in hexadecimal. */
  String keyId() {
    return HexFormat.of().formatHex(keyId);
  }

  /** Returns the public key as an X.509 SubjectPublicKeyInfo. */
  byte[] publicKey() {
    return key.getPublic().getEncoded();
  }

  TicketCredential issue(TicketView ticket) {
    return TicketCredential.sign(
        ticket.ticket(), ticket.show(), ticket.serial(), keyId, this::sign);
  }

  private byte[] sign(byte[] content) {
    try {
      Signature signature = Signature.getInstance("Ed25519");
      signature.initSign(key.getPrivate());
      signature.update(content);
      return signature.sign();
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("the ticket key signs", e);
    }
  }
}
