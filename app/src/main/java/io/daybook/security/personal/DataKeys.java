package io.daybook.security.personal;

import java.security.SecureRandom;
import java.time.Clock;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * The data keys of this installation: made when they are first needed, gone when destroyed.
 *
 * <p>A new key is durable before anything is sealed with it, whatever becomes of the caller's own
 * transaction.
 */
final class DataKeys {
  private static final String ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
  private static final int ID_CHARACTERS = 26;
  private static final SecureRandom RANDOM = new SecureRandom();

  private final DataKeyRows rows;
  private final MasterKeys masters;
  private final DataKeyCache cache;
  private final TransactionTemplate ownTransaction;
  private final Clock clock;

  DataKeys(
      DataKeyRows rows,
      MasterKeys masters,
      DataKeyCache cache,
      TransactionTemplate ownTransaction,
      Clock clock) {
    this.rows = rows;
    this.masters = masters;
    this.cache = cache;
    this.ownTransaction = ownTransaction;
    this.clock = clock;
  }

  /** Returns a key by its id, or nothing if it was destroyed or there never was one. */
  Optional<DataKey> find(String keyId) {
    @Nullable DataKey cached = cache.get(keyId);
    if (cached != null) {
      return Optional.of(cached);
    }
    long generation = cache.generation();
    Optional<DataKey> key = rows.find(keyId).flatMap(this::unwrap);
    key.ifPresent(found -> cache.put(found, generation));
    return key;
  }

  /** Returns the key of {@code scope}, made if need be; nothing if it may not exist any more. */
  Optional<DataKey> obtain(KeyScope scope) {
    long generation = cache.generation();
    Optional<DataKeyRows.Stored> stored = rows.find(scope);
    if (stored.isEmpty()) {
      ownTransaction.executeWithoutResult(status -> make(scope));
      stored = rows.find(scope);
    }
    Optional<DataKey> key = stored.flatMap(this::unwrap);
    key.ifPresent(found -> cache.put(found, generation));
    return key;
  }

  private void make(KeyScope scope) {
    rows.holdOpen(scope.subject());
    if (!rows.isClosed(scope)) {
      byte[] secret = new byte[DataKey.BYTES];
      RANDOM.nextBytes(secret);
      String id = newId();
      int master = rows.currentMaster();
      var wrapped = new Wrapped(KeyWrap.wrap(masters.get(master), id, secret));
      rows.add(scope, new DataKeyRows.Stored(id, master, wrapped), clock.instant());
    }
  }

  private Optional<DataKey> unwrap(DataKeyRows.Stored stored) {
    @Nullable Wrapped wrapped = stored.wrapped();
    if (wrapped == null) {
      return Optional.empty();
    }
    byte[] secret = KeyWrap.unwrap(masters.get(stored.master()), stored.keyId(), wrapped.bytes());
    return Optional.of(new DataKey(stored.keyId(), secret));
  }

  private static String newId() {
    var id = new StringBuilder("key_");
    for (int i = 0; i < ID_CHARACTERS; i++) {
      id.append(ALPHABET.charAt(RANDOM.nextInt(ALPHABET.length())));
    }
    return id.toString();
  }
}
