package io.daybook.recorder.store;

import io.daybook.journal.RecordHash;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.BooleanSupplier;
import org.axonframework.eventsourcing.eventstore.EventStoreException;
import org.jspecify.annotations.Nullable;

/**
 * Makes appends durable, whatever the database does meanwhile. Used by one thread at a time.
 *
 * <p>When the connection dies before a commit was sent, nothing was written and the batch is tried
 * again. When it dies during the commit, a new connection looks for the batch's last leaf hash,
 * which nobody else can have made, and so finds out what happened.
 */
final class BatchWriter {
  private static final String UNIQUE_VIOLATION = "23505";
  private static final String TRANSACTION_ROLLBACK = "40";
  private static final int ATTEMPTS = 3;

  private final JournalSettings settings;
  private final JournalConnections connections;
  private final Outcomes outcomes;
  private final Tail tail;
  private final StreamHeads heads;
  private @Nullable JournalSession session;

  BatchWriter(
      JournalSettings settings, JournalConnections connections, Outcomes outcomes, Tail tail) {
    this.settings = settings;
    this.connections = connections;
    this.outcomes = outcomes;
    this.tail = tail;
    this.heads = new StreamHeads(4 * settings.batchRecords());
  }

  /**
   * Gives each of {@code appends} its outcome.
   *
   * @param closing whether to stop waiting for a database that is away
   */
  void write(List<Append> appends, BooleanSupplier closing) {
    var patience = new Patience(settings.patience(), closing);
    int attempts = 0;
    for (var open = appends; !open.isEmpty(); open = undone(open)) {
      try {
        writeOnce(open, patience);
      } catch (SQLException e) {
        if (!rollback()) {
          outlast(open, e, patience);
        } else if (++attempts >= ATTEMPTS || !isWorthRetrying(e, open)) {
          isolate(open, e, closing);
        }
      }
    }
  }

  private void writeOnce(List<Append> appends, Patience patience) throws SQLException {
    JournalSession current = connect();
    Batch batch = prepare(current, appends);
    if (batch.rows().isEmpty()) {
      current.rollback();
      finish(batch);
      return;
    }
    current.write(batch);
    try {
      current.commit();
    } catch (SQLException e) {
      if (rollback()) {
        throw e; // The server lives and said no.
      }
      if (!isCommitted(batch, patience)) {
        return;
      }
    }
    tail.append(batch.rows());
    finish(batch);
  }

  private Batch prepare(JournalSession current, List<Append> appends) throws SQLException {
    Head head = current.lockHead();
    noteOthers(head.size());
    if (head.origin() != null && !head.origin().equals(settings.origin())) {
      throw new IllegalStateException(
          "this journal's origin is '" + head.origin() + "', not '" + settings.origin() + "'");
    }
    var ids = new TreeSet<String>();
    appends.forEach(append -> ids.addAll(append.aggregateIds()));
    Set<String> missing = heads.missing(ids);
    if (!missing.isEmpty()) {
      heads.putAll(current.heads(missing));
    }
    var batch = new Batch(settings.origin(), head.frontier(), heads);
    appends.forEach(batch::add);
    return batch;
  }

  private void finish(Batch batch) {
    heads.putAll(batch.heads());
    batch.lastIndexes().forEach(outcomes::succeeded);
    batch.refusals().forEach(outcomes::failed);
  }

  /** Finds out whether a commit went through whose answer was lost. */
  private boolean isCommitted(Batch batch, Patience patience) {
    LeafRow last = batch.rows().getLast();
    while (true) {
      disconnect();
      try {
        JournalSession current = connect();
        // The lock is free only when the old session's transaction has ended either way.
        current.lockHead();
        Optional<RecordHash> found = current.leafHash(last.leafIndex());
        current.rollback();
        return found.filter(last.leafHash()::equals).isPresent();
      } catch (SQLException e) {
        patience.pause();
        if (patience.isClosing()) {
          throw new OutcomeUnknown("closed while the database was away: " + e.getMessage());
        }
      }
    }
  }

  /** Waits for a database that is away; refuses what it has not written when that takes long. */
  private void outlast(List<Append> open, SQLException cause, Patience patience) {
    disconnect();
    if (patience.isOver()) {
      var reason = new JournalUnavailable("the journal's database is away", cause);
      open.forEach(append -> outcomes.failed(append, reason));
    } else {
      patience.pause();
    }
  }

  /** After a clean "no": whether the same batch, or a smaller one, may go through. */
  private boolean isWorthRetrying(SQLException refusal, List<Append> open) {
    String state = String.valueOf(refusal.getSQLState());
    if (state.equals(UNIQUE_VIOLATION)) {
      heads.clear();
      return refuseDuplicates(open);
    }
    return state.startsWith(TRANSACTION_ROLLBACK);
  }

  private boolean refuseDuplicates(List<Append> open) {
    try {
      JournalSession current = connect();
      for (Append append : open) {
        List<String> found = current.existing(append.eventIds());
        if (!found.isEmpty()) {
          outcomes.failed(append, Refusals.duplicate(found.getFirst()));
        }
      }
      current.rollback();
    } catch (SQLException e) {
      disconnect();
    }
    return true;
  }

  /** One append must not take its neighbours down with it: each is tried alone. */
  private void isolate(List<Append> open, SQLException cause, BooleanSupplier closing) {
    if (open.size() == 1) {
      String message = "the database refuses these events: " + cause.getMessage();
      outcomes.failed(open.getFirst(), new EventStoreException(message, cause));
      return;
    }
    for (Append append : undone(open)) {
      write(List.of(append), closing);
    }
  }

  /** Learns how far the journal is, for events that other processes wrote. */
  void lookForOthers() throws SQLException {
    noteOthers(connect().size());
  }

  private void noteOthers(long size) {
    if (size != tail.size()) {
      heads.clear();
      tail.jump(size);
    }
  }

  private JournalSession connect() throws SQLException {
    if (session == null) {
      session = JournalSession.open(connections);
    }
    return session;
  }

  /** Undoes the open transaction; tells whether the connection is still good. */
  private boolean rollback() {
    if (session == null) {
      return false;
    }
    try {
      session.rollback();
      return session.isAlive();
    } catch (SQLException e) {
      return false;
    }
  }

  void disconnect() {
    if (session != null) {
      session.close();
      session = null;
    }
  }

  private static List<Append> undone(List<Append> appends) {
    return appends.stream().filter(append -> !append.isDone()).toList();
  }
}
