package io.daybook.kyb.workflow;

import io.daybook.kyb.casefile.KybModule;
import io.daybook.ledger.CommandSender;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.axonframework.config.Configuration;
import org.axonframework.config.Configurer;
import org.axonframework.config.DefaultConfigurer;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventsourcing.eventstore.inmemory.InMemoryEventStorageEngine;

/** The real aggregates over events in memory, which are kept in the order of their recording. */
final class CaseJournal implements CommandSender, AutoCloseable {
  private final List<DomainEventMessage<?>> events = new CopyOnWriteArrayList<>();
  private final Configuration axon;
  private volatile Runnable afterCommand = () -> {};

  CaseJournal() {
    Configurer configurer =
        DefaultConfigurer.defaultConfiguration(false)
            .configureEmbeddedEventStore(_ -> new InMemoryEventStorageEngine());
    new KybModule().configureModule(configurer);
    axon = configurer.start();
    axon.eventBus()
        .subscribe(
            messages -> messages.forEach(message -> events.add((DomainEventMessage<?>) message)));
  }

  @Override
  public void send(Object command) {
    axon.commandGateway().sendAndWait(command);
    afterCommand.run();
  }

  /** Runs {@code action} after each command that was accepted, before the sender goes on. */
  void afterCommand(Runnable action) {
    afterCommand = action;
  }

  /** Returns all events from {@code position} on. */
  List<DomainEventMessage<?>> from(int position) {
    return List.copyOf(events.subList(position, events.size()));
  }

  /** Returns how many events there are. */
  int size() {
    return events.size();
  }

  @Override
  public void close() {
    axon.shutdown();
  }
}
