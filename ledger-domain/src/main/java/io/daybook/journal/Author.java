package io.daybook.journal;

/**
 * The signature of the person or service that is answerable for a protected event.
 *
 * @param keyId the id of the signing key, 1 to 255 bytes
 * @param signature the signature, at most 8192 bytes
 */
public record Author(String keyId, Bytes signature) {
  private static final int MAX_SIGNATURE_BYTES = 8192;

  /** Checks both lengths. */
  public Author {
    FieldText.require("author key id", keyId, 255);
    if (signature.length() > MAX_SIGNATURE_BYTES) {
      throw new IllegalArgumentException("a signature has at most 8192 bytes");
    }
  }
}
