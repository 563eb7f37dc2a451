package io.daybook.chain;

import io.daybook.ledger.CommandSender;
import io.daybook.ledger.GatewayCommandSender;
import io.daybook.ticketing.chain.ChainModule;
import java.util.List;
import java.util.stream.Stream;
import org.axonframework.config.Configuration;
import org.axonframework.config.DefaultConfigurer;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventsourcing.eventstore.EmbeddedEventStore;
import org.axonframework.eventsourcing.eventstore.inmemory.InMemoryEventStorageEngine;

/** The aggregates of tokens and chains on Axon's own in-memory parts. */
final class JournalInMemory implements CommandSender, AutoCloseable {
  private final InMemoryEventStorageEngine engine = new InMemoryEventStorageEngine();
  private final Configuration axon;
  private final CommandSender commands;

  JournalInMemory() {
    var configurer =
        DefaultConfigurer.defaultConfiguration(false)
            .configureEventStore(
                _ -> EmbeddedEventStore.builder().storageEngine(engine).fetchDelay(5).build());
    new ChainModule().configureModule(configurer);
    axon = configurer.start();
    commands = new GatewayCommandSender(axon.commandGateway());
  }

  @Override
  public void send(Object command) {
    commands.send(command);
  }

  <E> List<E> events(Class<E> type) {
    try (Stream<? extends EventMessage<?>> events = engine.readEvents(null, false)) {
      return events.map(EventMessage::getPayload).filter(type::isInstance).map(type::cast).toList();
    }
  }

  @Override
  public void close() {
    axon.shutdown();
  }
}
