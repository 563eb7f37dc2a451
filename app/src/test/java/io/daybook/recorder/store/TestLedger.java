package io.daybook.recorder.store;

import io.daybook.recorder.format.EventFamilies;
import io.daybook.recorder.format.JournalSerializer;
import io.daybook.recorder.format.ProcessSerializer;
import io.daybook.recorder.format.SystemEvent.LogCreated;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javax.crypto.spec.SecretKeySpec;
import org.axonframework.commandhandling.gateway.CommandGateway;
import org.axonframework.config.AggregateConfigurer;
import org.axonframework.config.Configuration;
import org.axonframework.config.DefaultConfigurer;
import org.axonframework.serialization.upcasting.event.EventUpcasterChain;
import org.jspecify.annotations.Nullable;

/** A whole Axon on one journal with the {@link Counter} aggregate. */
final class TestLedger implements AutoCloseable {
  static final String ORIGIN = "test.example/journal";

  private final Journal journal;
  private final Configuration axon;

  TestLedger(
      TestServer.TestDatabase database, JournalSettings settings, JournalConnections connections) {
    journal = new Journal(settings, connections, database.dataSource("daybook_app"), codec());
    journal.start(new LogCreated(ORIGIN, List.of(), ""), Clock.systemUTC());
    axon =
        DefaultConfigurer.defaultConfiguration()
            .configureSerializer(configuration -> new ProcessSerializer())
            .configureEventStore(configuration -> journal.eventStore())
            .configureCommandBus(configuration -> new JournalCommandBus())
            .configureAggregate(
                AggregateConfigurer.defaultConfiguration(Counter.class)
                    .configureCache(configuration -> journal.aggregateCache())
                    .configureLockFactory(configuration -> journal.lockFactory())
                    .configureSnapshotTrigger(configuration -> journal.snapshots()))
            .start();
  }

  static JournalCodec codec() {
    return new JournalCodec(
        new JournalSerializer(EventFamilies.of(Counter.CounterEvent.class)),
        new EventUpcasterChain(),
        new SecretKeySpec(new byte[32], "HmacSHA256"));
  }

  TestLedger(TestServer.TestDatabase database, JournalSettings settings) {
    this(database, settings, database.dataSource("daybook_app")::getConnection);
  }

  TestLedger(TestServer.TestDatabase database, JournalConnections connections) {
    this(database, JournalSettings.of(ORIGIN), connections);
  }

  TestLedger(TestServer.TestDatabase database) {
    this(database, JournalSettings.of(ORIGIN));
  }

  /** Returns what the handler returned: a count, always. */
  @Nullable Object send(Object command) {
    return axon.commandGateway().sendAndWait(command);
  }

  /** Counts one step and returns the value after it. */
  long count(Counter.Count command) {
    return axon.commandGateway().<Long>sendAndWait(command);
  }

  /** Returns the values that a counter's events say it had, by the step that led there. */
  Map<String, Long> history(Counter.CounterId counter) {
    var valueByStep = new LinkedHashMap<String, Long>();
    journal
        .eventStore()
        .readEvents(counter.value(), 0)
        .asStream()
        .forEach(event -> {
          if (event.getPayload() instanceof Counter.CounterEvent.Counted counted) {
            valueByStep.merge(counted.step(), counted.value(), TestLedger::refuseRepetition);
          }
        });
    return valueByStep;
  }

  private static Long refuseRepetition(Long first, Long second) {
    throw new AssertionError("one step led to " + first + " and to " + second);
  }

  Journal journal() {
    return journal;
  }

  CommandGateway gateway() {
    return axon.commandGateway();
  }

  @Override
  public void close() {
    axon.shutdown();
    journal.close();
  }
}
