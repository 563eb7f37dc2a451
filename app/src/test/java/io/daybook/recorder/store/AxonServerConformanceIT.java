package io.daybook.recorder.store;

import io.daybook.recorder.format.EventFamilies;
import io.daybook.recorder.format.JournalSerializer;
import org.axonframework.axonserver.connector.AxonServerConfiguration;
import org.axonframework.axonserver.connector.AxonServerConnectionManager;
import org.axonframework.axonserver.connector.event.axon.AxonServerEventStore;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;

/** Axon Server, where one is reachable: {@code -Ddaybook.axonserver=localhost:8124}. */
@EnabledIfSystemProperty(
    named = "daybook.axonserver",
    matches = ".+",
    disabledReason = "no Axon Server is named by -Ddaybook.axonserver=host:port")
class AxonServerConformanceIT extends EventStoreConformance {
  private final AxonServerConfiguration configuration =
      AxonServerConfiguration.builder()
          .servers(System.getProperty("daybook.axonserver", "localhost"))
          .componentName("conformance")
          .build();
  private final AxonServerConnectionManager connections =
      AxonServerConnectionManager.builder().axonServerConfiguration(configuration).build();
  private final JournalSerializer serializer =
      new JournalSerializer(EventFamilies.of(Counter.CounterEvent.class));
  private final EventStore store =
      AxonServerEventStore.builder()
          .configuration(configuration)
          .platformConnectionManager(connections)
          .eventSerializer(serializer)
          .snapshotSerializer(serializer)
          .build();

  @Override
  EventStore store() {
    return store;
  }

  @Override
  boolean refusesConflicts() {
    return true;
  }

  @Override
  boolean keepsSnapshots() {
    return true;
  }

  @AfterEach
  void close() {
    connections.shutdown();
  }
}
