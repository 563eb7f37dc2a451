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
import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;
import javax.crypto.SecretKey;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;

/**
 * A key store (PKCS#12) in the data folder, {@value #STORE} first of all.
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
   * Opens the store {@code file}, whose password is configured or in {@code passwordFile}, or makes
   * an empty one.
   *
   * @throws StartRefused if the store cannot be opened
   */
  static KeyStoreFile openOrCreate(
      DataFolder folder, String file, String passwordFile, @Nullable String configured) {
    Path path = folder.resolve(file);
    try {
      if (Files.exists(path)) {
        return load(path, password(folder, file, passwordFile, configured));
      }
      KeyStore store = KeyStore.getInstance("PKCS12", "SUN");
      char[] password = newPassword(folder, file, passwordFile, configured);
      store.load(null, password);
      var created = new KeyStoreFile(store, password);
      folder.writePrivate(file, created.encoded());
      return created;
    } catch (GeneralSecurityException | IOException e) {
      throw new StartRefused("The key store " + path + " cannot be opened: " + e.getMessage(), e);
    }
  }

  /** Returns the key pairs whose aliases begin with {@code prefix}, by alias. */
  SortedMap<String, KeyPair> pairs(String prefix) throws GeneralSecurityException {
    var pairs = new TreeMap<String, KeyPair>();
    for (String alias : Collections.list(store.aliases())) {
      if (alias.startsWith(prefix)) {
        pairs.put(alias, pair(alias));
      }
    }
    return pairs;
  }

  /** Makes a key pair of the JDK under a new alias, and keeps it in the file before it returns. */
  KeyPair generate(DataFolder folder, String file, String alias, String algorithm)
      throws GeneralSecurityException, IOException {
    if (store.containsAlias(alias)) {
      throw new GeneralSecurityException("there is a key '" + alias + "' already");
    }
    String provider = algorithm.equals("Ed25519") ? "SunEC" : "SUN";
    add(alias, generator(algorithm, provider), algorithm);
    folder.writePrivate(file, encoded());
    return pair(alias);
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
        return load(file, password(folder, STORE, PASSWORD, configuredPassword)).keyRing();
      }
      KeyStoreFile created = create(newPassword(folder, STORE, PASSWORD, configuredPassword));
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

  private static char[] password(
      DataFolder folder, String file, String passwordFile, @Nullable String configured) {
    @Nullable String password = configured == null ? folder.read(passwordFile) : configured;
    if (password == null) {
      throw new StartRefused(
          "The key store "
              + folder.resolve(file)
              + " needs its password: configure it or restore "
              + passwordFile
              + ".");
    }
    return password.strip().toCharArray();
  }

  private static char[] newPassword(
      DataFolder folder, String file, String passwordFile, @Nullable String configured) {
    if (configured == null && folder.read(passwordFile) == null) {
      byte[] bytes = new byte[SECRET_KEY_BYTES];
      RANDOM.nextBytes(bytes);
      folder.writePrivate(
          passwordFile, Base64.getUrlEncoder().withoutPadding().encodeToString(bytes));
    }
    return password(folder, file, passwordFile, configured);
  }
}
