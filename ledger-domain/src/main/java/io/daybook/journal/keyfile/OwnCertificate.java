package io.daybook.journal.keyfile;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.SecureRandom;
import java.security.Signature;
import java.security.cert.Certificate;
import java.security.cert.CertificateFactory;
import java.util.HexFormat;

/**
 * The self-signed certificate that PKCS#12 wants beside each private key (RFC 5280, version 1). It
 * carries the public key and a name; nobody trusts it for anything.
 */
final class OwnCertificate {
  private static final int SEQUENCE = 0x30;
  private static final int SET = 0x31;
  private static final int SERIAL_BITS = 127;

  private OwnCertificate() {}

  static Certificate of(KeyPair pair, String name, String algorithm)
      throws GeneralSecurityException {
    byte[] tbs = toBeSigned(pair, name, algorithm);
    Signature signature = Signature.getInstance(algorithm);
    signature.initSign(pair.getPrivate());
    signature.update(tbs);
    byte[] certificate = der(SEQUENCE, tbs, algorithmId(algorithm), bitString(signature.sign()));
    return CertificateFactory.getInstance("X.509")
        .generateCertificate(new ByteArrayInputStream(certificate));
  }

  private static byte[] toBeSigned(KeyPair pair, String name, String algorithm) {
    byte[] serial = new BigInteger(SERIAL_BITS, new SecureRandom()).setBit(0).toByteArray();
    byte[] commonName =
        der(SEQUENCE, HexFormat.of().parseHex("0603550403"), der(0x0c, name.getBytes(UTF_8)));
    byte[] subject = der(SEQUENCE, der(SET, commonName));
    byte[] validity = der(SEQUENCE, time("20260101000000Z"), time("99991231235959Z"));
    return der(
        SEQUENCE,
        der(0x02, serial),
        algorithmId(algorithm),
        subject,
        validity,
        subject,
        pair.getPublic().getEncoded());
  }

  private static byte[] algorithmId(String algorithm) {
    String oid = algorithm.equals("Ed25519") ? "06032b6570" : "0609608648016503040311";
    return der(SEQUENCE, HexFormat.of().parseHex(oid));
  }

  private static byte[] time(String generalized) {
    return der(0x18, generalized.getBytes(US_ASCII));
  }

  private static byte[] bitString(byte[] bits) {
    return der(0x03, new byte[] {0}, bits);
  }

  /** Encodes tag, length and content (X.690, section 8.1). */
  private static byte[] der(int tag, byte[]... content) {
    var all = new ByteArrayOutputStream();
    for (byte[] part : content) {
      all.writeBytes(part);
    }
    var out = new ByteArrayOutputStream();
    out.write(tag);
    int length = all.size();
    if (length < 0x80) {
      out.write(length);
    } else {
      byte[] bytes = BigInteger.valueOf(length).toByteArray();
      int from = bytes[0] == 0 ? 1 : 0;
      out.write(0x80 | (bytes.length - from));
      out.write(bytes, from, bytes.length - from);
    }
    out.writeBytes(all.toByteArray());
    return out.toByteArray();
  }
}
