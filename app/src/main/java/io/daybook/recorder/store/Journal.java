package io.daybook.recorder.store;

import io.daybook.recorder.format.SystemEvent;
import io.daybook.recorder.format.SystemEvent.LogCreated;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import javax.sql.DataSource;
import org.axonframework.common.caching.Cache;
import org.axonframework.common.lock.LockFactory;
import org.axonframework.eventhandling.GenericDomainEventMessage;
import org.axonframework.eventhandling.GenericEventMessage;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.axonframework.eventsourcing.SnapshotTriggerDefinition;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.axonframework.modelling.command.AggregateStreamCreationException;

/**
 * The journal's writer and readers in this process, put together.
 *
 * <p>Aggregates must use its {@link #lockFactory()} and its {@link #aggregateCache()} together with
 * its {@link #eventStore()}: the three let a busy aggregate decide ahead of durability and still
 * never answer anybody before it.
 */
public final class Journal implements AutoCloseable {
  private static final int CACHED_AGGREGATES = 10_000;

  private final InFlight inFlight = new InFlight();
  private final AggregateCache cache = new AggregateCache(CACHED_AGGREGATES);
  private final Tail tail;
  private final BatchWriter writer;
  private final Appender appender;
  private final Neighbours neighbours;
  private final PostgresJournalEngine engine;
  private final JournalEventStore eventStore;
  private final StateSnapshotter snapshotter;
  private final SnapshotTriggerDefinition snapshotPolicy;

  /**
   * Puts the parts together; nothing runs before {@link #start}.
   *
   * @param connections opens connections that belong to the journal alone
   * @param dataSource the pool that readers use
   */
  public Journal(
      JournalSettings settings,
      JournalConnections connections,
      DataSource dataSource,
      JournalCodec codec) {
    tail = new Tail(settings.tailRecords());
    var outcomes = new Outcomes(inFlight, cache);
    writer = new BatchWriter(settings, connections, outcomes, tail);
    appender = new Appender(settings, writer, outcomes);
    neighbours = new Neighbours(connections, tail, appender::lookForOthers);
    var snapshots = new SnapshotTable(dataSource, codec.snapshotKey());
    var reader = new JournalReader(dataSource, tail, snapshots);
    var states = new States(snapshots, reader);
    engine = new PostgresJournalEngine(codec, appender, reader, states);
    eventStore = new JournalEventStore(engine, reader, codec, inFlight);
    snapshotter = StateSnapshotter.of(eventStore);
    snapshotPolicy = new SnapshotPolicy(snapshotter, settings.snapshotEvents());
  }

  /**
   * Starts the writer; a journal without records gets its first.
   *
   * @param created the first record's content
   * @param clock tells the events' times
   * @throws IllegalStateException if the database cannot be reached, or the journal there has
   *     another origin than the settings say
   */
  public void start(LogCreated created, Clock clock) {
    // The format keeps milliseconds, so handlers should never see more than can be read again.
    GenericEventMessage.clock = Clock.tick(clock, Duration.ofMillis(1));
    try {
      writer.lookForOthers();
    } catch (SQLException e) {
      throw new IllegalStateException("the journal's database is away: " + e.getMessage(), e);
    }
    appender.start();
    neighbours.start();
    if (size() == 0) {
      begin(created);
    }
  }

  private void begin(LogCreated created) {
    try {
      eventStore.publish(
          new GenericDomainEventMessage<>(SystemEvent.STREAM, SystemEvent.STREAM, 0, created));
    } catch (AggregateStreamCreationException e) {
      // Another process was faster, which is as good.
    }
  }

  /** Signs protected events from now on. */
  public void signWith(AuthorSignatures signatures) {
    engine.signWith(signatures);
  }

  /** Returns how many records are durable, also those of other processes if seen already. */
  public long size() {
    return tail.size();
  }

  /** Waits until more than {@code size} records are durable; tells whether they are. */
  public boolean awaitMoreThan(long size, Duration timeout) throws InterruptedException {
    return tail.await(size, timeout.toNanos(), TimeUnit.NANOSECONDS);
  }

  /** Calls {@code listener} after each growth, on the writer's thread: it must not block. */
  public void addListener(Runnable listener) {
    tail.addListener(listener);
  }

  /** Returns the store that the aggregates' events go to and the processors read from. */
  public EventStore eventStore() {
    return eventStore;
  }

  /**
   * Returns up to {@code count} durable events from leaf {@code index} on, decoded and in their
   * order; fewer only if there are no more.
   */
  public List<TrackedEventMessage<?>> read(long index, int count) {
    List<TrackedEventMessage<?>> events = eventStore.read(index, count);
    // Otherwise whoever uses them would decode them.
    events.forEach(event -> {
      event.getPayload();
      event.getMetaData();
    });
    return events;
  }

  /** Returns locks that are given back as soon as a unit of work's events are queued. */
  public LockFactory lockFactory() {
    return new AggregateLocks(inFlight);
  }

  /** Returns the cache of the aggregates that were used last. */
  public Cache aggregateCache() {
    return cache;
  }

  /** Returns when snapshots are made of aggregates that can give their state. */
  public SnapshotTriggerDefinition snapshots() {
    return snapshotPolicy;
  }

  /** Returns what a command bus needs so that commands can be rehearsed. */
  public Rehearsals rehearsals() {
    return new Rehearsals(eventStore);
  }

  /** Writes what is queued and stops the writer. */
  @Override
  public void close() {
    snapshotter.close();
    neighbours.close();
    appender.close();
  }
}
