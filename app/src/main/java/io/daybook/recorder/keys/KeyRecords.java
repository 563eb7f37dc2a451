package io.daybook.recorder.keys;

import io.daybook.journal.Bytes;
import io.daybook.journal.MalformedException;
import io.daybook.journal.checkpoint.NoteSigner;
import io.daybook.journal.checkpoint.Policy;
import io.daybook.journal.checkpoint.VerifierKey;
import io.daybook.journal.keys.KeyAct.Introduce;
import io.daybook.journal.keys.KeyHistory;
import io.daybook.journal.keys.KeyStatement;
import io.daybook.journal.keys.KeyUse;
import io.daybook.journal.keys.KnownKey;
import io.daybook.recorder.format.JournalSerializer;
import io.daybook.recorder.format.SystemEvent;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;
import org.axonframework.serialization.SimpleSerializedObject;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * The history of the log's keys as the journal tells it, by the rules of the verifier: a record
 * that the verifier would refuse is of no effect here either.
 */
public final class KeyRecords {
  private static final Logger LOG = LoggerFactory.getLogger(KeyRecords.class);

  private final JdbcClient jdbc;
  private final JournalSerializer serializer;
  private final LogKeys keys;
  private final KeyHistory history;
  private final ReentrantLock lock = new ReentrantLock();
  private long next;
  private @Nullable String witnessPolicy;
  private volatile Map<String, Optional<NoteSigner>> authorByType = Map.of();

  KeyRecords(JdbcClient jdbc, JournalSerializer serializer, LogKeys keys) {
    this.jdbc = jdbc;
    this.serializer = serializer;
    this.keys = keys;
    this.history = new KeyHistory(keys.origin());
  }

  private record Row(long leafIndex, String type, @Nullable Bytes payload) {}

  /** Reads what was recorded since the last time. */
  void refresh() {
    locked(() -> true);
  }

  private <T> T locked(Supplier<T> question) {
    lock.lock();
    try {
      List<Row> rows = rows();
      rows.forEach(this::take);
      if (!rows.isEmpty()) {
        next = rows.getLast().leafIndex() + 1;
        authorByType = authors();
      }
      return question.get();
    } finally {
      lock.unlock();
    }
  }

  private List<Row> rows() {
    return jdbc.sql(
            """
            SELECT leaf_index, payload_type, payload FROM journal.records
            WHERE aggregate_id = ? AND leaf_index >= ? ORDER BY leaf_index\
            """)
        .params(SystemEvent.STREAM, next)
        .query((row, number) -> row(row))
        .list();
  }

  private static Row row(ResultSet row) throws SQLException {
    byte @Nullable [] payload = row.getBytes(3);
    return new Row(row.getLong(1), row.getString(2), payload == null ? null : Bytes.of(payload));
  }

  private void take(Row row) {
    Bytes payload = row.payload();
    if (payload == null) {
      return;
    }
    var stored = new SimpleSerializedObject<>(payload.toArray(), byte[].class, row.type(), null);
    Object content = serializer.deserialize(stored);
    if (content instanceof SystemEvent event) {
      take(row.leafIndex(), event);
    }
  }

  private void take(long leafIndex, SystemEvent event) {
    switch (event) {
      case SystemEvent.LogCreated created -> created.keys().forEach(this::begin);
      case SystemEvent.KeyIntroduced introduced -> apply(leafIndex, introduced.statement());
      case SystemEvent.KeyRetired retired -> apply(leafIndex, retired.statement());
      case SystemEvent.KeyRevoked revoked -> apply(leafIndex, revoked.statement());
      case SystemEvent.WitnessPolicyChanged changed -> witnessPolicy = changed.policy();
      case SystemEvent _ -> LOG.trace("Record {} is not about keys", leafIndex);
    }
  }

  private void begin(String vkey) {
    history
        .begin(new Introduce(VerifierKey.parse(vkey), KeyUse.LOG, List.of()))
        .ifPresent(objection -> LOG.error("The log begins with a wrong key: {}", objection));
  }

  private void apply(long leafIndex, String statement) {
    Optional<String> objection;
    try {
      objection = history.apply(leafIndex, KeyStatement.parse(statement));
    } catch (MalformedException e) {
      objection = Optional.of(String.valueOf(e.getMessage()));
    }
    objection.ifPresent(reason ->
        LOG.error("Record {} changes the log's keys against the rules: {}", leafIndex, reason));
  }

  private Map<String, Optional<NoteSigner>> authors() {
    var found = new HashMap<String, Optional<NoteSigner>>();
    for (KnownKey known : history.all()) {
      for (String type : known.types()) {
        Optional<NoteSigner> signer =
            known.end() == null ? keys.signer(known.key()) : Optional.empty();
        // The newest key first; every type that ever had an author stays protected.
        found.merge(type, signer, (older, newer) -> newer.isPresent() ? newer : older);
      }
    }
    return Map.copyOf(found);
  }

  /** Tells whether events of a type need an author's signature. */
  boolean isProtected(String type) {
    return authorByType.containsKey(type);
  }

  /** Returns who signs events of a protected type; absent if the key is not here. */
  Optional<NoteSigner> author(String type) {
    return authorByType.getOrDefault(type, Optional.empty());
  }

  /** Returns the keys that have to sign the checkpoint of a journal of {@code size} records. */
  public List<VerifierKey> logKeys(long size) {
    return locked(() -> history.logKeys(size));
  }

  /** Returns the policy of a journal of {@code size} records, from 1. */
  public Policy policy(long size) {
    return new Policy(keys.origin(), logKeys(size));
  }

  /** Returns all keys there are or were. */
  public Collection<KnownKey> all() {
    return locked(history::all);
  }

  /** Returns the witness policy that was recorded last. */
  public Optional<String> witnessPolicy() {
    return locked(() -> Optional.ofNullable(witnessPolicy));
  }

  /** Says what speaks against recording {@code statement} now; absent if nothing does. */
  Optional<String> objection(KeyStatement statement) {
    return locked(() -> history.objection(Long.MAX_VALUE - 1, statement));
  }
}
