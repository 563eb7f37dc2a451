package io.daybook.api;

import io.daybook.projections.tickets.TicketView;
import io.daybook.security.KeyRing;
import io.daybook.ticketing.ticket.TicketCredential;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.MessageDigest;
import java.security.Signature;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

/** Signs ticket credentials when they are asked for. */
@Component
class TicketCredentials {
  private static final int KEY_ID_BYTES = 4;
  private static final int KEY_BYTES = 32;

  private final KeyPair key;
  private final byte[] keyId;

  TicketCredentials(KeyRing keys) throws GeneralSecurityException {
    key = keys.ticketSigner();
    byte[] hash = MessageDigest.getInstance("SHA-256").digest(key.getPublic().getEncoded());
    keyId = Arrays.copyOf(hash, KEY_ID_BYTES);
  }

  /** Returns the id of the signing key: the first 4 bytes of its SHA-256, in hexadecimal. */
  String keyId() {
    return HexFormat.of().formatHex(keyId);
  }

  /** Returns the keys that credentials are verified with, as a JSON Web Key Set (RFC 8037). */
  Map<String, Object> keySet() {
    // An Ed25519 SubjectPublicKeyInfo ends with the 32 bytes of the key (RFC 8410).
    byte[] encoded = key.getPublic().getEncoded();
    byte[] raw = Arrays.copyOfRange(encoded, encoded.length - KEY_BYTES, encoded.length);
    String x = Base64.getUrlEncoder().withoutPadding().encodeToString(raw);
    return Map.of(
        "keys",
        List.of(
            Map.of(
                "kty", "OKP", "crv", "Ed25519", "use", "sig", "alg", "EdDSA", "kid", keyId(), "x",
                x)));
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
