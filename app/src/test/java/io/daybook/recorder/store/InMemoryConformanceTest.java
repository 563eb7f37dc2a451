package io.daybook.recorder.store;

import org.axonframework.eventsourcing.eventstore.EmbeddedEventStore;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.axonframework.eventsourcing.eventstore.inmemory.InMemoryEventStorageEngine;
import org.junit.jupiter.api.AfterEach;

/** Axon's own store for tests, which shows that the suite asks for nothing that only we have. */
class InMemoryConformanceTest extends EventStoreConformance {
  private final EmbeddedEventStore store =
      EmbeddedEventStore.builder().storageEngine(new InMemoryEventStorageEngine()).build();

  @Override
  EventStore store() {
    return store;
  }

  @Override
  boolean refusesConflicts() {
    return false;
  }

  @Override
  boolean keepsSnapshots() {
    return true;
  }

  @AfterEach
  void close() {
    store.shutDown();
  }
}
