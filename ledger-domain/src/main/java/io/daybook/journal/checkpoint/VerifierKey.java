package io.daybook.journal.checkpoint;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.daybook.journal.Bytes;
import io.daybook.journal.MalformedException;
import io.daybook.journal.RecordHash;
import java.nio.ByteBuffer;
import java.security.PublicKey;
import java.util.Arrays;
import java.util.HexFormat;

/**
 * A named public key that verifies notes, written as a vkey (c2sp.org/signed-note).
 *
 * @param name the key's name; a log's key is named as its origin
 * @param algorithm what the key signs with
 * @param publicKey the bare key material, 32 or 1312 bytes
 */
public record VerifierKey(String name, SignatureAlgorithm algorithm, Bytes publicKey) {
  /**
   * Checks name and key.
   *
   * @throws IllegalArgumentException if the name is no key name or the key not one of the algorithm
   */
  public VerifierKey {
    KeyName.require(name);
    algorithm.publicKey(publicKey.toArray());
  }

  /** Names a public key of any provider. */
  public static VerifierKey of(String name, PublicKey key) {
    var algorithm = SignatureAlgorithm.of(key);
    return new VerifierKey(name, algorithm, Bytes.of(algorithm.rawKey(key)));
  }

  /**
   * Names the public key of a witness.
   *
   * @throws IllegalArgumentException if it is neither an Ed25519 nor an ML-DSA-44 key
   */
  public static VerifierKey ofWitness(String name, PublicKey key) {
    VerifierKey plain = of(name, key);
    return plain.algorithm() == SignatureAlgorithm.ED25519
        ? new VerifierKey(name, SignatureAlgorithm.COSIGNATURE_V1, plain.publicKey())
        : plain;
  }

  /** Returns the first 4 bytes of SHA-256(name ‖ 0x0A ‖ type ‖ public key), as an integer. */
  public int keyId() {
    byte[] prefix = (name + "\n").getBytes(UTF_8);
    byte[] preimage = Arrays.copyOf(prefix, prefix.length + 1 + publicKey.length());
    System.arraycopy(material(), 0, preimage, prefix.length, 1 + publicKey.length());
    return ByteBuffer.wrap(RecordHash.sha256(preimage).bytes()).getInt();
  }

  /** Returns the vkey without the key: {@code name+hex(key id)}. */
  public String id() {
    return name + "+" + HexFormat.of().toHexDigits(keyId());
  }

  private byte[] material() {
    return ByteBuffer.allocate(1 + publicKey.length())
        .put(algorithm.type())
        .put(publicKey.toArray())
        .array();
  }

  /** Returns the vkey: {@code name+hex(key id)+base64(type ‖ public key)}. */
  public String format() {
    return id() + "+" + StrictBase64.encode(material());
  }

  /**
   * Reads a vkey and recomputes its key id.
   *
   * @throws MalformedException if it is not exactly what {@link #format} would give again
   */
  public static VerifierKey parse(String vkey) {
    String[] parts = vkey.split("\\+", 3); // Base 64 may itself have plus signs.
    if (parts.length != 3) {
      throw new MalformedException("a verifier key has three parts: name+id+key", 0);
    }
    try {
      byte[] material = StrictBase64.decode(parts[2]);
      if (material.length == 0) {
        throw new MalformedException("the verifier key is empty", vkey.length());
      }
      var raw = Bytes.of(Arrays.copyOfRange(material, 1, material.length));
      var key = new VerifierKey(parts[0], SignatureAlgorithm.ofType(material[0]), raw);
      if (!key.format().equals(vkey)) {
        throw new MalformedException(
            "key id " + parts[1] + " is not that of the key, whose vkey is " + key, 0);
      }
      return key;
    } catch (IllegalArgumentException e) {
      throw new MalformedException("verifier key: " + e.getMessage(), 0);
    }
  }

  /** Returns name and key id. */
  @Override
  public String toString() {
    return id() + " (" + algorithm.jcaName() + ")";
  }
}
