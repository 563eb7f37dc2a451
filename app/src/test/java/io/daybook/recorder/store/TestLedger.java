package io.daybook.recorder.store;

import io.daybook.recorder.format.EventFamilies;
import io.daybook.recorder.format.JournalSerializer;
import io.daybook.recorder.format.ProcessSerializer;
import io.daybook.recorder.format.SystemEvent.LogCreated;
import java.time.Clock;
import java.util.List;
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

  TestLedger(TestServer.TestDatabase database, JournalSettings settings) {
    var dataSource = database.dataSource("daybook_app");
    journal =
        new Journal(
            settings,
            dataSource::getConnection,
            dataSource,
            new JournalSerializer(EventFamilies.of(Counter.CounterEvent.class)),
            new EventUpcasterChain());
    journal.start(new LogCreated(ORIGIN, List.of(), ""), Clock.systemUTC());
    axon =
        DefaultConfigurer.defaultConfiguration()
            .configureSerializer(configuration -> new ProcessSerializer())
            .configureEventStore(configuration -> journal.eventStore())
            .configureCommandBus(configuration -> new JournalCommandBus())
            .configureAggregate(
                AggregateConfigurer.defaultConfiguration(Counter.class)
                    .configureCache(configuration -> journal.aggregateCache())
                    .configureLockFactory(configuration -> journal.lockFactory()))
            .start();
  }

  TestLedger(TestServer.TestDatabase database) {
    this(database, JournalSettings.of(ORIGIN));
  }

  /** Returns what the handler returned: a count, always. */
  @Nullable Object send(Object command) {
    return axon.commandGateway().sendAndWait(command);
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
