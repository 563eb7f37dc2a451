package io.daybook.security.personal;

import io.daybook.database.DataFolder;
import io.daybook.database.StartRefused;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.SecureRandom;
import java.util.Collections;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;
import javax.crypto.SecretKey;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;

/**
 * The master keys that wrap data keys, in the file {@value #FILE} (PKCS#12) of the data folder.
 *
 * <p>The database says which one wraps. After data keys were destroyed the others move under a new
 * master and the old one is removed: then a wrapped data key that is left in a write-ahead log, a
 * dead row or a copy of the database opens no more.
 */
final class MasterKeys {
  static final String FILE = "personal-keys.p12";

  private static final String MASTER = "master-";
  private static final String INDEX = "index";
  private static final SecureRandom RANDOM = new SecureRandom();

  private final DataFolder folder;
  private final char[] password;
  private final Lock changes = new ReentrantLock();
  private volatile Content content = new Content(new TreeMap<>(), fresh());

  private MasterKeys(DataFolder folder, char[] password) {
    this.folder = folder;
    this.password = password;
  }

  /** What the file holds; never changed in place. */
  private record Content(SortedMap<Integer, SecretKey> masters, SecretKey index) {
    Content with(SortedMap<Integer, SecretKey> others) {
      return new Content(others, index);
    }
  }

  /**
   * Opens the file, or makes one if there is none.
   *
   * @throws StartRefused if it cannot be opened
   */
  static MasterKeys open(DataFolder folder, String password) {
    var keys = new MasterKeys(folder, password.strip().toCharArray());
    Path file = folder.resolve(FILE);
    try {
      if (Files.exists(file)) {
        keys.content = keys.load();
      } else {
        keys.store(keys.content.with(new TreeMap<>(Map.of(1, fresh()))));
      }
      return keys;
    } catch (GeneralSecurityException | IOException e) {
      throw new StartRefused("The key store " + file + " cannot be opened: " + e.getMessage(), e);
    }
  }

  /**
   * Returns a master, also one that another process has added since.
   *
   * @throws IllegalStateException if it was removed
   */
  SecretKey get(int number) {
    @Nullable SecretKey known = content.masters().get(number);
    if (known == null) {
      changes.lock();
      try {
        content = load();
        known = content.masters().get(number);
      } catch (GeneralSecurityException | IOException e) {
        throw new IllegalStateException(FILE + " cannot be read: " + e.getMessage(), e);
      } finally {
        changes.unlock();
      }
    }
    if (known == null) {
      throw new IllegalStateException(FILE + " has no key " + MASTER + number);
    }
    return known;
  }

  /** Returns the key of blind indexes, which never changes. */
  SecretKey index() {
    return content.index();
  }

  /** Adds a master unless it is there; it is on the disk when this returns. */
  void add(int number) {
    change(masters -> masters.computeIfAbsent(number, _ -> fresh()));
  }

  /** Removes all masters before {@code number}, from the disk too. */
  void removeBefore(int number) {
    change(masters -> masters.headMap(number).clear());
  }

  private void change(Consumer<SortedMap<Integer, SecretKey>> how) {
    changes.lock();
    try {
      var masters = new TreeMap<>(content.masters());
      how.accept(masters);
      store(content.with(masters));
    } catch (GeneralSecurityException | IOException e) {
      throw new IllegalStateException(FILE + " cannot be written: " + e.getMessage(), e);
    } finally {
      changes.unlock();
    }
  }

  private Content load() throws GeneralSecurityException, IOException {
    KeyStore store = KeyStore.getInstance("PKCS12", "SUN");
    store.load(new ByteArrayInputStream(Files.readAllBytes(folder.resolve(FILE))), password);
    var masters = new TreeMap<Integer, SecretKey>();
    for (String alias : Collections.list(store.aliases())) {
      if (alias.startsWith(MASTER)) {
        masters.put(Integer.valueOf(alias.substring(MASTER.length())), secret(store, alias));
      }
    }
    if (masters.isEmpty()) {
      throw new GeneralSecurityException("it has no master key");
    }
    return new Content(masters, secret(store, INDEX));
  }

  private SecretKey secret(KeyStore store, String alias) throws GeneralSecurityException {
    if (store.getKey(alias, password) instanceof SecretKey key) {
      return key;
    }
    throw new GeneralSecurityException("it has no secret key '" + alias + "'");
  }

  private void store(Content next) throws GeneralSecurityException, IOException {
    KeyStore store = KeyStore.getInstance("PKCS12", "SUN");
    store.load(null, password);
    for (var master : next.masters().entrySet()) {
      store.setKeyEntry(MASTER + master.getKey(), master.getValue(), password, null);
    }
    store.setKeyEntry(INDEX, next.index(), password, null);
    var out = new ByteArrayOutputStream();
    store.store(out, password);
    replace(out.toByteArray());
    content = next;
  }

  /** Puts the new file in place, then overwrites what the old one had on the disk. */
  private void replace(byte[] encoded) throws IOException {
    Path file = folder.resolve(FILE);
    if (!Files.exists(file)) {
      folder.writePrivate(FILE, encoded);
      syncFolder(file);
      return;
    }
    try (FileChannel old = FileChannel.open(file, StandardOpenOption.WRITE)) {
      folder.writePrivate(FILE, encoded);
      syncFolder(file);
      old.position(0);
      var zeros = ByteBuffer.allocate((int) old.size());
      while (zeros.hasRemaining()) {
        old.write(zeros);
      }
      old.force(true);
    }
  }

  /** Without this a power cut could bring the old file back. */
  private static void syncFolder(Path file) throws IOException {
    try (FileChannel parent = FileChannel.open(file.resolveSibling("."), StandardOpenOption.READ)) {
      parent.force(true);
    }
  }

  private static SecretKey fresh() {
    byte[] bytes = new byte[DataKey.BYTES];
    RANDOM.nextBytes(bytes);
    return new SecretKeySpec(bytes, "AES");
  }
}
