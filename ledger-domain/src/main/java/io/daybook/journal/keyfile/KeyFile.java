package io.daybook.journal.keyfile;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.KeyStore;
import java.security.PrivateKey;
import java.security.cert.Certificate;
import java.security.cert.X509Certificate;
import java.util.Collections;
import java.util.List;
import javax.naming.InvalidNameException;
import javax.naming.ldap.LdapName;

/**
 * One named key pair in a PKCS#12 file.
 *
 * @param name the key's name, as it stands in notes
 */
public record KeyFile(String name, KeyPair pair) {

  /**
   * Makes a key pair and writes it to a new file that only its owner may read.
   *
   * @param algorithm {@code Ed25519} or {@code ML-DSA-44}
   * @throws IOException if the file exists already or cannot be written
   */
  public static KeyFile create(Path file, char[] password, String name, String algorithm)
      throws IOException {
    try {
      KeyPair pair = KeyPairGenerator.getInstance(algorithm).generateKeyPair();
      KeyStore store = KeyStore.getInstance("PKCS12");
      store.load(null, password);
      Certificate[] chain = {OwnCertificate.of(pair, name, algorithm)};
      store.setKeyEntry("key", pair.getPrivate(), password, chain);
      Files.createFile(
          file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
      try (OutputStream out = Files.newOutputStream(file, StandardOpenOption.WRITE)) {
        store.store(out, password);
      }
      return new KeyFile(name, pair);
    } catch (GeneralSecurityException e) {
      throw new IOException("no key of " + algorithm + ": " + e.getMessage(), e);
    }
  }

  /**
   * Reads a file that {@link #create} wrote.
   *
   * @throws IOException if it cannot be read, the password is wrong or it has not one key
   */
  public static KeyFile read(Path file, char[] password) throws IOException {
    try (InputStream in = Files.newInputStream(file)) {
      KeyStore store = KeyStore.getInstance("PKCS12");
      store.load(in, password);
      List<String> aliases = Collections.list(store.aliases());
      if (aliases.size() == 1
          && store.getCertificate(aliases.getFirst()) instanceof X509Certificate certificate
          && store.getKey(aliases.getFirst(), password) instanceof PrivateKey key) {
        return new KeyFile(name(certificate), new KeyPair(certificate.getPublicKey(), key));
      }
      throw new IOException(file + " does not hold one key pair");
    } catch (GeneralSecurityException | InvalidNameException e) {
      throw new IOException(file + ": " + e.getMessage(), e);
    }
  }

  private static String name(X509Certificate certificate) throws InvalidNameException {
    var subject = new LdapName(certificate.getSubjectX500Principal().getName());
    return String.valueOf(subject.getRdn(0).getValue());
  }

  @Override
  public String toString() {
    return "KeyFile " + name;
  }
}
