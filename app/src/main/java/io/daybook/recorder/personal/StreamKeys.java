package io.daybook.recorder.personal;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.daybook.security.personal.KeyScope;
import io.daybook.security.personal.PersonalData;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Finds the key for the personal texts of an aggregate, by its first event, and remembers it in
 * {@code personal.streams}: so it is known which aggregates an erasure concerns.
 */
public final class StreamKeys {
  private static final int CACHED = 10_000;
  private static final JsonMapper JSON = new JsonMapper();

  private final JdbcClient jdbc;
  private final TransactionTemplate ownTransaction;
  private final PersonalEvents events;
  private final PersonalData personal;
  private final Lock lock = new ReentrantLock();
  private final Map<String, String> keyByAggregate =
      new LinkedHashMap<>(256, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, String> eldest) {
          return size() > CACHED;
        }
      };

  StreamKeys(
      JdbcClient jdbc,
      TransactionTemplate ownTransaction,
      PersonalEvents events,
      PersonalData personal) {
    this.jdbc = jdbc;
    this.ownTransaction = ownTransaction;
    this.events = events;
    this.personal = personal;
  }

  /**
   * Returns the id of the key for an aggregate, or nothing if its data may not be kept any more.
   *
   * @throws IllegalStateException if its first event does not say whose they are
   */
  public Optional<String> find(String aggregateId) {
    return find(aggregateId, "", null);
  }

  /** As {@link #find(String)}, for an aggregate whose first event may be {@code payload}. */
  Optional<String> find(String aggregateId, String type, @Nullable JsonNode payload) {
    @Nullable String cached = cached(aggregateId);
    if (cached != null) {
      return Optional.of(cached);
    }
    Optional<String> known =
        jdbc.sql("select key_id from personal.streams where aggregate_id = ?")
            .param(aggregateId)
            .query(String.class)
            .optional();
    if (known.isEmpty()) {
      known = personal.key(scope(aggregateId, type, payload));
      known.ifPresent(key -> remember(aggregateId, key));
    }
    known.ifPresent(key -> cache(aggregateId, key));
    return known;
  }

  private KeyScope scope(String aggregateId, String type, @Nullable JsonNode payload) {
    Optional<PersonalEvents.Owner> own = events.owner(type);
    if (own.isPresent() && payload != null) {
      return scope(aggregateId, own.get(), payload);
    }
    First first =
        jdbc.sql(
                """
                select payload_type, payload from journal.records
                where aggregate_id = ? and seq = 0 and payload is not null\
                """)
            .param(aggregateId)
            .query((row, number) -> new First(row.getString(1), parse(row.getBytes(2))))
            .optional()
            .orElseThrow(() -> ownerless(aggregateId));
    return events
        .owner(first.type())
        .map(owner -> scope(aggregateId, owner, first.payload()))
        .orElseThrow(() -> ownerless(aggregateId));
  }

  private record First(String type, JsonNode payload) {}

  private static IllegalStateException ownerless(String aggregateId) {
    return new IllegalStateException("nobody is known whose the data of " + aggregateId + " are");
  }

  private static KeyScope scope(String aggregateId, PersonalEvents.Owner owner, JsonNode first) {
    @Nullable String scope = owner.scope();
    return new KeyScope(
        owner.dataClass(),
        first.at(owner.subject()).textValue(),
        scope == null ? aggregateId : first.at(scope).textValue());
  }

  private void remember(String aggregateId, String key) {
    ownTransaction.executeWithoutResult(status ->
        jdbc.sql(
                """
                insert into personal.streams (aggregate_id, key_id) values (?, ?)
                on conflict do nothing\
                """)
            .params(aggregateId, key)
            .update());
  }

  private @Nullable String cached(String aggregateId) {
    lock.lock();
    try {
      return keyByAggregate.get(aggregateId);
    } finally {
      lock.unlock();
    }
  }

  private void cache(String aggregateId, String key) {
    lock.lock();
    try {
      keyByAggregate.put(aggregateId, key);
    } finally {
      lock.unlock();
    }
  }

  private static JsonNode parse(byte[] payload) {
    try {
      return JSON.readTree(payload);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
