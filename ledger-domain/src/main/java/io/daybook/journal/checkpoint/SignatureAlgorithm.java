package io.daybook.journal.checkpoint;

import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PublicKey;
import java.security.spec.X509EncodedKeySpec;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;

/** The signature types of c2sp.org/signed-note that the journal uses. */
public enum SignatureAlgorithm {
  /** Ed25519 (RFC 8032) over the note's text. */
  ED25519(0x01, "Ed25519", 32, 64, "302a300506032b6570032100"),

  /** Ed25519 over a checkpoint and a time (c2sp.org/tlog-cosignature, v1): witnesses only. */
  COSIGNATURE_V1(0x04, "Ed25519", 32, 64, "302a300506032b6570032100"),

  /** ML-DSA-44 (FIPS 204) over the {@code cosigned_message} of c2sp.org/tlog-cosignature. */
  ML_DSA_44(0x06, "ML-DSA-44", 1312, 2420, "30820532300b06096086480165030403110382052100");

  /** What a log signs with: one of today, one for the time after quantum computers. */
  public static final List<SignatureAlgorithm> OF_LOGS = List.of(ED25519, ML_DSA_44);

  private final byte type;
  private final String jcaName;
  private final int publicKeyLength;
  private final int signatureLength;
  private final String encodingPrefixHex;

  SignatureAlgorithm(
      int type,
      String jcaName,
      int publicKeyLength,
      int signatureLength,
      String encodingPrefixHex) {
    this.type = (byte) type;
    this.jcaName = jcaName;
    this.publicKeyLength = publicKeyLength;
    this.signatureLength = signatureLength;
    this.encodingPrefixHex = encodingPrefixHex;
  }

  /** Returns the identifier byte that goes into vkeys and key ids. */
  public byte type() {
    return type;
  }

  /** Returns the name under which the JDK knows the algorithm. */
  public String jcaName() {
    return jcaName;
  }

  /** Returns the length of the bare signature, in bytes. */
  int signatureLength() {
    return signatureLength;
  }

  static SignatureAlgorithm ofType(byte type) {
    for (SignatureAlgorithm algorithm : values()) {
      if (algorithm.type == type) {
        return algorithm;
      }
    }
    throw new IllegalArgumentException("signature type " + type + " is not 1, 4 or 6");
  }

  /**
   * Finds the algorithm of a public key by its X.509 encoding, whichever provider made the key.
   *
   * @throws IllegalArgumentException if it is neither an Ed25519 nor an ML-DSA-44 key
   */
  static SignatureAlgorithm of(PublicKey key) {
    byte[] encoded = key.getEncoded();
    for (SignatureAlgorithm algorithm : OF_LOGS) {
      if (algorithm.owns(encoded)) {
        return algorithm;
      }
    }
    throw new IllegalArgumentException("neither an Ed25519 nor an ML-DSA-44 key: " + key);
  }

  private boolean owns(byte[] encoded) {
    byte[] prefix = encodingPrefix();
    return encoded.length == prefix.length + publicKeyLength
        && Arrays.equals(encoded, 0, prefix.length, prefix, 0, prefix.length);
  }

  /** The ASN.1 of a SubjectPublicKeyInfo up to the key material, of which each has one form. */
  private byte[] encodingPrefix() {
    return HexFormat.of().parseHex(encodingPrefixHex);
  }

  /** Returns the bare key material of a key of this algorithm. */
  byte[] rawKey(PublicKey key) {
    byte[] encoded = key.getEncoded();
    return Arrays.copyOfRange(encoded, encoded.length - publicKeyLength, encoded.length);
  }

  /**
   * Makes a key from its bare material.
   *
   * @throws IllegalArgumentException if the material is not that of a key
   */
  PublicKey publicKey(byte[] raw) {
    if (raw.length != publicKeyLength) {
      throw new IllegalArgumentException(
          jcaName + " keys have " + publicKeyLength + " bytes, not " + raw.length);
    }
    byte[] prefix = encodingPrefix();
    byte[] encoded = Arrays.copyOf(prefix, prefix.length + raw.length);
    System.arraycopy(raw, 0, encoded, prefix.length, raw.length);
    try {
      return KeyFactory.getInstance(jcaName).generatePublic(new X509EncodedKeySpec(encoded));
    } catch (GeneralSecurityException e) {
      throw new IllegalArgumentException("not an " + jcaName + " key", e);
    }
  }
}
