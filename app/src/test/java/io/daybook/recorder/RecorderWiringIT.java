package io.daybook.recorder;

import static org.assertj.core.api.Assertions.assertThat;

import io.daybook.ledger.book.BookEvent;
import io.daybook.ledger.book.BookModule;
import io.daybook.recorder.format.EventFamilies;
import io.daybook.recorder.format.JournalSerializer;
import io.daybook.recorder.format.ProcessSerializer;
import io.daybook.recorder.personal.PersonalEvents;
import io.daybook.recorder.store.JournalCommandBus;
import java.time.Clock;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.axonframework.commandhandling.CommandBus;
import org.axonframework.common.caching.Cache;
import org.axonframework.common.lock.LockFactory;
import org.axonframework.config.ConfigurerModule;
import org.axonframework.config.EventProcessingConfiguration;
import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.EventHandler;
import org.axonframework.eventhandling.PropagatingErrorHandler;
import org.axonframework.eventhandling.TrackingToken;
import org.axonframework.eventhandling.pooled.PooledStreamingEventProcessor;
import org.axonframework.eventsourcing.eventstore.EmbeddedEventStore;
import org.axonframework.eventsourcing.eventstore.EventStorageEngine;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.axonframework.messaging.correlation.CorrelationDataProvider;
import org.axonframework.serialization.Serializer;
import org.axonframework.serialization.xml.XStreamSerializer;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.context.TypeExcludeFilter;
import org.springframework.context.ApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.ComponentScan.Filter;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.FilterType;
import org.springframework.jdbc.core.simple.JdbcClient;

@RecorderTest
class RecorderWiringIT {
  @Autowired private ApplicationContext context;
  @Autowired private org.axonframework.config.Configuration axon;
  @Autowired private EventProcessingConfiguration processing;

  @Test
  void theJournalIsTheOnlyEventStore() {
    assertThat(axon.eventStore()).isSameAs(context.getBean(EventStore.class));
    assertThat(axon.eventStore().getClass().getName())
        .isEqualTo("io.daybook.recorder.store.JournalEventStore");
    assertThat(context.getBeanNamesForType(EmbeddedEventStore.class)).isEmpty();
    assertThat(context.getBeanNamesForType(EventStorageEngine.class)).isEmpty();
  }

  @Test
  void nothingIsSerializedAsXml() {
    Collection<Serializer> serializers = context.getBeansOfType(Serializer.class).values();

    assertThat(serializers).hasSize(3).noneMatch(XStreamSerializer.class::isInstance);
    assertThat(axon.eventSerializer()).isInstanceOf(JournalSerializer.class);
    assertThat(axon.messageSerializer()).isInstanceOf(ProcessSerializer.class);
    assertThat(axon.serializer()).isInstanceOf(ProcessSerializer.class);
  }

  @Test
  void commandsAreDecidedAheadOfDurabilityWithTheJournalsLocksAndCache() {
    assertThat(axon.commandBus()).isInstanceOf(JournalCommandBus.class);
    assertThat(context.getBean(CommandBus.class)).isSameAs(axon.commandBus());
    assertThat(axon.getComponent(LockFactory.class)).isSameAs(context.getBean(LockFactory.class));
    assertThat(axon.getComponent(Cache.class)).isSameAs(context.getBean(Cache.class));
  }

  @Test
  void onlyTheJournalsOwnCorrelationIsPassedOn() {
    assertThat(context.getBeansOfType(CorrelationDataProvider.class).values())
        .singleElement()
        .isInstanceOf(JournalCorrelation.class);
  }

  @Test
  void noProcessorSkipsWhatItCannotHandle() {
    assertThat(processing.errorHandler("any")).isSameAs(PropagatingErrorHandler.INSTANCE);
    assertThat(processing.listenerInvocationErrorHandler("any"))
        .isSameAs(PropagatingErrorHandler.INSTANCE);
    for (String processor : processing.eventProcessors().keySet()) {
      assertThat(processing.errorHandler(processor)).isSameAs(PropagatingErrorHandler.INSTANCE);
      assertThat(processing.listenerInvocationErrorHandler(processor))
          .isSameAs(PropagatingErrorHandler.INSTANCE);
    }
  }

  @Test
  void everyProcessorIsPooledAndReadsTheJournal() {
    assertThat(processing.eventProcessors().values())
        .allMatch(PooledStreamingEventProcessor.class::isInstance);
  }

  /** The recorder, what it stands on, the ledger's book and one reader. */
  @Configuration(proxyBeanMethods = false)
  @EnableAutoConfiguration
  @ComponentScan(
      basePackages = {"io.daybook.database", "io.daybook.security", "io.daybook.recorder"},
      excludeFilters = @Filter(type = FilterType.CUSTOM, classes = TypeExcludeFilter.class))
  static class RecorderApplication {
    @Bean
    Clock clock() {
      return Clock.systemUTC();
    }

    @Bean
    EventFamilies eventFamilies() {
      return EventFamilies.of(BookEvent.class);
    }

    @Bean
    PersonalEvents personalEvents(EventFamilies families) {
      return new PersonalEvents(families);
    }

    @Bean
    ConfigurerModule book() {
      return new BookModule();
    }

    @Bean
    BookReader bookReader(JdbcClient jdbc) {
      return new BookReader(jdbc);
    }

    /** Reads all events of books, each in a database transaction with its token. */
    @ProcessingGroup("book-reader")
    static final class BookReader {
      private final JdbcClient jdbc;
      private final List<Long> positions = new CopyOnWriteArrayList<>();
      private final List<Boolean> inTransaction = new CopyOnWriteArrayList<>();

      BookReader(JdbcClient jdbc) {
        this.jdbc = jdbc;
      }

      @EventHandler
      void on(BookEvent event, TrackingToken token) {
        // A second statement sees the first one's transaction only if both are in the same one.
        String first = transaction();
        inTransaction.add(first.equals(transaction()));
        positions.add(token.position().orElse(-1));
      }

      private String transaction() {
        return jdbc.sql("SELECT pg_current_xact_id()::text").query(String.class).single();
      }

      List<Long> positions() {
        return positions;
      }

      List<Boolean> inTransaction() {
        return inTransaction;
      }
    }
  }
}
