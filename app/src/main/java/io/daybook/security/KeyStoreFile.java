package io.daybook.security;

import io.daybook.database.DataFolder;
import io.daybook.database.StartRefused;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.Key;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.KeyStore;
import java.security.PrivateKey;
import java.security.SecureRandom;
import java.security.cert.Certificate;
import java.security.spec.ECGenParameterSpec;
import java.util.Base64;
import javax.crypto.SecretKey;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;

/**
 * The key store {@value #STORE} (PKCS#12) in the data folder.
 *
 * <p>Providers are named: Bouncy Castle offers some of these algorithms too, with other key
 * classes.
 */
final class KeyStoreFile {
  static final String STORE = "keys.p12";
  static final String PASSWORD = "keys.pass";

  private static final String JOURNAL_ED25519 = "journal-ed25519";
  private static final String JOURNAL_MLDSA = "journal-mldsa";
  private static final String TICKET_ED25519 = "ticket-ed25519";
  private static final String JWT = "jwt";
  private static final String DOCUMENTS = "documents";
  private static final String SNAPSHOT_HMAC = "snapshot-hmac";
  private static final int SECRET_KEY_BYTES = 32;
  private static final SecureRandom RANDOM = new SecureRandom();

  private final KeyStore store;
  private final char[] password;

  private KeyStoreFile(KeyStore store, char[] password) {
    this.store = store;
    this.password = password;
  }

  /**
   * Opens the key store in {@code folder}, or makes one if there is none.
   *
   * @param configuredPassword null: the password lies, or is put, beside the store
   * @throws StartRefused if the store cannot be opened
   */
  static KeyRing open(DataFolder folder, @Nullable String configuredPassword) {
    Path file = folder.resolve(STORE);
    try {
      if (Files.exists(file)) {
        return load(file, password(folder, configuredPassword)).keyRing();
      }
      KeyStoreFile created = create(newPassword(folder, configuredPassword));
      folder.writePrivate(STORE, created.encoded());
      return created.keyRing();
    } catch (GeneralSecurityException | IOException e) {
      throw new StartRefused(
          "The key store %s cannot be opened (%s): restore it and %s, or set daybook.keys.password."
              .formatted(file, e.getMessage(), PASSWORD),
          e);
    }
  }

  private static KeyStoreFile load(Path file, char[] password)
      throws GeneralSecurityException, IOException {
    KeyStore store = KeyStore.getInstance("PKCS12", "SUN");
    try (InputStream in = Files.newInputStream(file)) {
      store.load(in, password);
    }
    return new KeyStoreFile(store, password);
  }

  private static KeyStoreFile create(char[] password) throws GeneralSecurityException, IOException {
    KeyStore store = KeyStore.getInstance("PKCS12", "SUN");
    store.load(null, password);
    KeyStoreFile file = new KeyStoreFile(store, password);
    file.add(JOURNAL_ED25519, generator("Ed25519", "SunEC"), "Ed25519");
    file.add(JOURNAL_MLDSA, generator("ML-DSA-44", "SUN"), "ML-DSA-44");
    file.add(TICKET_ED25519, generator("Ed25519", "SunEC"), "Ed25519");
    KeyPairGenerator p256 = generator("EC", "SunEC");
    p256.initialize(new ECGenParameterSpec("secp256r1"));
    file.add(JWT, p256, "SHA256withECDSA");
    file.add(DOCUMENTS, "AES");
    file.add(SNAPSHOT_HMAC, "HmacSHA256");
    return file;
  }

  private static KeyPairGenerator generator(String algorithm, String provider)
      throws GeneralSecurityException {
    return KeyPairGenerator.getInstance(algorithm, provider);
  }

  private void add(String alias, KeyPairGenerator generator, String signature)
      throws GeneralSecurityException {
    KeyPair pair = generator.generateKeyPair();
    Certificate certificate = OwnCertificate.of(pair, alias, signature);
    store.setKeyEntry(alias, pair.getPrivate(), password, new Certificate[] {certificate});
  }

  private void add(String alias, String algorithm) throws GeneralSecurityException {
    byte[] bytes = new byte[SECRET_KEY_BYTES];
    RANDOM.nextBytes(bytes);
    store.setKeyEntry(alias, new SecretKeySpec(bytes, algorithm), password, null);
  }

  private byte[] encoded() throws GeneralSecurityException, IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    store.store(out, password);
    return out.toByteArray();
  }

  private KeyRing keyRing() throws GeneralSecurityException {
    return new KeyRing(
        pair(JOURNAL_ED25519),
        pair(JOURNAL_MLDSA),
        pair(TICKET_ED25519),
        pair(JWT),
        secret(DOCUMENTS),
        secret(SNAPSHOT_HMAC));
  }

  private KeyPair pair(String alias) throws GeneralSecurityException {
    Certificate certificate = store.getCertificate(alias);
    if (certificate != null && key(alias) instanceof PrivateKey key) {
      return new KeyPair(certificate.getPublicKey(), key);
    }
    throw new GeneralSecurityException("it has no key pair '" + alias + "'");
  }

  private SecretKey secret(String alias) throws GeneralSecurityException {
    if (key(alias) instanceof SecretKey key) {
      return key;
    }
    throw new GeneralSecurityException("it has no secret key '" + alias + "'");
  }

  private @Nullable Key key(String alias) throws GeneralSecurityException {
    return store.getKey(alias, password);
  }

  private static char[] password(DataFolder folder, @Nullable String configured) {
    @Nullable String password = configured == null ? folder.read(PASSWORD) : configured;
    if (password == null) {
      throw new StartRefused(
          "The key store "
              + folder.resolve(STORE)
              + " needs its password: set daybook.keys.password or restore "
              + PASSWORD
              + ".");
    }
    return password.strip().toCharArray();
  }

  private static char[] newPassword(DataFolder folder, @Nullable String configured) {
    if (configured == null && folder.read(PASSWORD) == null) {
      byte[] bytes = new byte[SECRET_KEY_BYTES];
      RANDOM.nextBytes(bytes);
      folder.writePrivate(PASSWORD, Base64.getUrlEncoder().withoutPadding().encodeToString(bytes));
    }
    return password(folder, configured);
  }
}
