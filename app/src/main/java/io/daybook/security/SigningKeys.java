package io.daybook.security;

import io.daybook.database.DataFolder;
import java.io.IOException;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.util.List;
import java.util.Locale;
import java.util.function.Supplier;

/** Key pairs for signing that become more over time, in one PKCS#12 file of the data folder. */
public final class SigningKeys {
  private final DataFolder folder;
  private final String file;
  private final String prefix;
  private final Supplier<KeyStoreFile> opening;

  private SigningKeys(
      DataFolder folder, String file, String prefix, Supplier<KeyStoreFile> opening) {
    this.folder = folder;
    this.file = file;
    this.prefix = prefix;
    this.opening = opening;
  }

  /** Opens the store once, so that a start that cannot succeed is refused. */
  private static SigningKeys opened(
      DataFolder folder, String file, String prefix, Supplier<KeyStoreFile> opening) {
    var keys = new SigningKeys(folder, file, prefix, opening);
    keys.all();
    return keys;
  }

  /** The keys that sign checkpoints, in the store of all other keys. */
  static SigningKeys ofLog(DataFolder folder, KeyProperties properties) {
    return opened(
        folder,
        KeyStoreFile.STORE,
        "journal-",
        () ->
            KeyStoreFile.openOrCreate(
                folder, KeyStoreFile.STORE, KeyStoreFile.PASSWORD, properties.password()));
  }

  /** The keys that sign protected events, in a store of their own that can be kept elsewhere. */
  static SigningKeys ofAuthors(DataFolder folder, KeyProperties properties) {
    return opened(
        folder,
        "author.p12",
        "author-",
        () ->
            KeyStoreFile.openOrCreate(
                folder, "author.p12", "author.pass", properties.authorPassword()));
  }

  /**
   * Returns all key pairs.
   *
   * @throws IllegalStateException if the store has an entry that cannot be read
   */
  public synchronized List<KeyPair> all() {
    try {
      return List.copyOf(opening.get().pairs(prefix).values());
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("the keys in " + file + " cannot be read", e);
    }
  }

  /**
   * Makes a key pair; it is on disk when this returns.
   *
   * @param algorithm {@code Ed25519} or {@code ML-DSA-44}
   * @throws IllegalStateException if it cannot be made or kept
   */
  public synchronized KeyPair generate(String algorithm) {
    try {
      KeyStoreFile store = opening.get();
      int number = store.pairs(prefix).size() + 1;
      String alias = prefix + algorithm.toLowerCase(Locale.ROOT) + "-" + number;
      return store.generate(folder, file, alias, algorithm);
    } catch (GeneralSecurityException | IOException e) {
      throw new IllegalStateException("no new key in " + file + ": " + e.getMessage(), e);
    }
  }
}
