package io.daybook.security;

import java.io.IOException;
import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.SecureRandom;
import java.security.cert.Certificate;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Date;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.cert.X509CertificateHolder;
import org.bouncycastle.cert.X509v3CertificateBuilder;
import org.bouncycastle.cert.jcajce.JcaX509v3CertificateBuilder;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;

/** The self-signed certificate that PKCS#12 wants beside each private key. */
final class OwnCertificate {
  private static final int SERIAL_BITS = 127;
  private static final int YEARS_VALID = 30;

  private OwnCertificate() {}

  /** Returns a certificate for {@code pair} that names {@code purpose}, valid for 30 years. */
  static Certificate of(KeyPair pair, String purpose, String signatureAlgorithm)
      throws GeneralSecurityException {
    X500Name name = new X500Name("O=Daybook,CN=" + purpose);
    Instant now = Instant.now();
    X509v3CertificateBuilder builder =
        new JcaX509v3CertificateBuilder(
            name,
            new BigInteger(SERIAL_BITS, new SecureRandom()).setBit(0),
            Date.from(now.minus(1, ChronoUnit.HOURS)),
            Date.from(now.plus(YEARS_VALID * 365L, ChronoUnit.DAYS)),
            name,
            pair.getPublic());
    try {
      X509CertificateHolder holder =
          builder.build(new JcaContentSignerBuilder(signatureAlgorithm).build(pair.getPrivate()));
      return java.security.cert.CertificateFactory.getInstance("X.509", "SUN")
          .generateCertificate(new java.io.ByteArrayInputStream(holder.getEncoded()));
    } catch (OperatorCreationException | IOException e) {
      throw new GeneralSecurityException("no certificate for " + purpose, e);
    }
  }
}
