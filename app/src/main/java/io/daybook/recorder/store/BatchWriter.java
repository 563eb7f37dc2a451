package io.daybook.recorder.store;

import java.sql.SQLException;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.BooleanSupplier;
import org.axonframework.eventsourcing.eventstore.EventStoreException;
import org.jspecify.annotations.Nullable;

/**
 * Makes appends durable, whatever the database does meanwhile. Used by one thread at a time.
 *
 * <p>When the connection dies during an append, a new connection sends the same append again: the
 * head lets it through exactly if the first one has not had its effect, and then the first one
 * never will. If the head does not, it has moved on, either by this batch or by another writer's;
 * the batch's last leaf hash, which nobody else can have made, tells which.
 */
final class BatchWriter {
  private static final String DATA_EXCEPTION = "22";
  private static final String CONSTRAINT_VIOLATION = "23";
  private static final String INSUFFICIENT_RESOURCES = "53";
  private static final String UNIQUE_VIOLATION = "23505";
  private static final String TRANSACTION_ROLLBACK = "40";
  private static final int ATTEMPTS = 3;

  private final JournalSettings settings;
  private final JournalConnections connections;
  private final Outcomes outcomes;
  private final Tail tail;
  private final StreamHeads heads;
  private @Nullable JournalSession session;
  private @Nullable Head head;

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
        if (!isConnected()) {
          outlast(open, e, patience);
        } else if (isOutOfResources(e)) {
          refuse(open, new JournalUnavailable("the database has no room", e));
        } else if (++attempts >= ATTEMPTS || !isWorthRetrying(e, open)) {
          isolate(open, e, closing);
        }
      }
    }
  }

  private void writeOnce(List<Append> appends, Patience patience) throws SQLException {
    JournalSession current = connect();
    Batch batch = prepare(current, appends);
    if (!batch.rows().isEmpty() && !isStored(current, batch, patience)) {
      refreshHead(connect()); // Another writer was faster.
      appends.forEach(Append::doubt);
      return;
    }
    if (!batch.rows().isEmpty()) {
      head = new Head(batch.origin(), batch.frontier());
      tail.append(batch.rows());
    }
    heads.putAll(batch.heads());
    batch.lastIndexes().forEach(outcomes::succeeded);
    batch.refusals().forEach(outcomes::failed);
  }

  private Batch prepare(JournalSession current, List<Append> appends) throws SQLException {
    boolean fresh = head == null;
    if (fresh) {
      refreshHead(current);
    }
    Batch batch = batch(current, appends);
    if (batch.hasConflicts() && batch.isAssuming()) {
      appends.forEach(Append::doubt);
      batch = batch(current, appends);
    }
    if (batch.hasConflicts() && !fresh && refreshHead(current)) {
      return batch(current, appends); // The conflict may have been with our own old knowledge.
    }
    return batch;
  }

  private Batch batch(JournalSession current, List<Append> appends) throws SQLException {
    Set<String> missing = heads.missing(appends);
    Map<String, StreamHead> assumed = missing.isEmpty() ? Map.of() : assumed(missing, appends);
    missing.removeAll(assumed.keySet());
    if (!missing.isEmpty()) {
      heads.putAll(current.heads(missing));
    }
    var batch = new Batch(settings.origin(), requireHead().frontier(), heads, assumed);
    appends.forEach(batch::add);
    return batch;
  }

  /** Returns what the first append of each of these streams takes for its end. */
  private static Map<String, StreamHead> assumed(Set<String> ids, List<Append> appends) {
    var assumed = new HashMap<String, StreamHead>();
    var seen = new HashSet<String>();
    for (Append append : appends) {
      for (String id : append.aggregateIds()) {
        @Nullable StreamHead head =
            ids.contains(id) && seen.add(id) ? append.assumedHead(id) : null;
        if (head != null) {
          assumed.put(id, head);
        }
      }
    }
    return assumed;
  }

  /** Reads where the journal ends; tells whether that was somewhere else than known. */
  private boolean refreshHead(JournalSession current) throws SQLException {
    Head read = current.head();
    if (read.origin() != null && !read.origin().equals(settings.origin())) {
      throw new IllegalStateException(
          "this journal's origin is '" + read.origin() + "', not '" + settings.origin() + "'");
    }
    boolean moved = head == null || head.size() != read.size();
    head = read;
    if (moved) {
      heads.clear();
    }
    if (tail.jump(read.size())) {
      outcomes.othersWrote();
    }
    return moved;
  }

  private Head requireHead() {
    return Objects.requireNonNull(head, "head");
  }

  /**
   * Appends the batch and finds out whether that went through, also when the answer is lost.
   *
   * @throws SQLException if the server lives and has refused
   */
  private boolean isStored(JournalSession current, Batch batch, Patience patience)
      throws SQLException {
    try {
      return current.append(batch);
    } catch (SQLException e) {
      if (current.isAlive()) {
        throw e;
      }
    }
    while (true) {
      disconnect();
      try {
        // The same statement again has its effect only if the lost one had none and never will.
        JournalSession next = connect();
        return next.append(batch) || isOurs(next, batch.rows().getLast());
      } catch (SQLException e) {
        if (isAboutContent(e)) {
          throw e; // Which also refuses the lost statement, should the server come to it.
        }
        if (patience.isOver()) {
          head = null; // The lost statement may still take effect, later than anybody waits.
          throw new OutcomeUnknown("the database went away meanwhile: " + e.getMessage());
        }
        patience.pause();
      }
    }
  }

  private static boolean isAboutContent(SQLException refusal) {
    String state = String.valueOf(refusal.getSQLState());
    return state.startsWith(DATA_EXCEPTION) || state.startsWith(CONSTRAINT_VIOLATION);
  }

  /** The head has moved on: by this very batch, or by somebody else's. */
  private static boolean isOurs(JournalSession session, LeafRow last) throws SQLException {
    return session.leafHash(last.leafIndex()).filter(last.leafHash()::equals).isPresent();
  }

  /** Waits for a database that is away; refuses what it has not written when that takes long. */
  private void outlast(List<Append> open, SQLException cause, Patience patience) {
    disconnect();
    if (patience.isOver()) {
      refuse(open, new JournalUnavailable("the journal's database is away", cause));
    } else {
      patience.pause();
    }
  }

  private void refuse(List<Append> open, JournalUnavailable reason) {
    open.forEach(append -> outcomes.failed(append, reason));
  }

  /** Tells whether the disk, the memory or the like is used up, which is nobody's content. */
  private static boolean isOutOfResources(SQLException refusal) {
    return String.valueOf(refusal.getSQLState()).startsWith(INSUFFICIENT_RESOURCES);
  }

  /** After a clean "no": whether the same batch, or a smaller one, may go through. */
  private boolean isWorthRetrying(SQLException refusal, List<Append> open) {
    String state = String.valueOf(refusal.getSQLState());
    if (state.equals(UNIQUE_VIOLATION)) {
      heads.clear();
      open.forEach(Append::doubt);
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
    refreshHead(connect());
  }

  /** Returns a connection that was good a moment ago. */
  private JournalSession connect() throws SQLException {
    if (session != null && session.isIdle() && !session.isAlive()) {
      disconnect(); // Found out now, it puts no append in doubt.
    }
    if (session == null) {
      session = JournalSession.open(connections);
    }
    return session;
  }

  private boolean isConnected() {
    return session != null && session.isAlive();
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
