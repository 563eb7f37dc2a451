package io.daybook;

import static org.assertj.core.api.Assertions.assertThat;

import org.axonframework.common.transaction.TransactionManager;
import org.axonframework.config.EventProcessingConfiguration;
import org.axonframework.eventhandling.PropagatingErrorHandler;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.axonframework.spring.messaging.unitofwork.SpringTransactionManager;
import org.axonframework.updates.UpdateChecker;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.core.env.Environment;
import org.springframework.jdbc.core.simple.JdbcClient;

@IntegrationTest
class WiringIT {
  @Autowired private ApplicationContext context;
  @Autowired private Environment environment;
  @Autowired private JdbcClient jdbc;
  @Autowired private EventProcessingConfiguration processing;
  @Autowired private EventStore events;

  @Test
  void axonReportsToNobody() {
    assertThat(context.getBeanNamesForType(UpdateChecker.class)).isEmpty();
  }

  @Test
  void axonTakesNoStackTracePerEvent() {
    assertThat(environment.getProperty("axon.timeout.enabled")).isEqualTo("false");
    assertThat(context.containsBean("handlerTimeoutConfigurerModule")).isFalse();
  }

  @Test
  void axonJoinsSpringsTransactions() {
    assertThat(context.getBean(TransactionManager.class))
        .isInstanceOf(SpringTransactionManager.class);
  }

  @Test
  void noProcessorOfTheApplicationSkipsWhatItCannotHandle() {
    assertThat(processing.eventProcessors()).hasSizeGreaterThan(5);
    for (String processor : processing.eventProcessors().keySet()) {
      assertThat(processing.errorHandler(processor))
          .as(processor)
          .isSameAs(PropagatingErrorHandler.INSTANCE);
      assertThat(processing.listenerInvocationErrorHandler(processor))
          .as(processor)
          .isSameAs(PropagatingErrorHandler.INSTANCE);
    }
  }

  @Test
  void noEventIsWaitedForByPolling() {
    var stream = events.openStream(null);
    try {
      assertThat(stream.setOnAvailableCallback(() -> {})).isTrue();
    } finally {
      stream.close();
    }
  }

  @Test
  void theApplicationIsNotTheOwnerOfItsTables() {
    assertThat(jdbc.sql("select current_user").query(String.class).single())
        .isEqualTo("daybook_app");
    assertThat(
            jdbc.sql(
                    """
                    select count(*) from pg_tables
                    where tableowner = current_user and schemaname <> 'public'
                    """)
                .query(Long.class)
                .single())
        .isZero();
  }

  @Test
  void theWorkflowEngineKeepsItsOwnIdentityTablesOut() {
    assertThat(
            jdbc.sql("select count(*) from pg_tables where tablename like 'act_id_%'")
                .query(Long.class)
                .single())
        .isZero();
  }

  @Test
  void aCommitIsOnDiskBeforeItIsAcknowledged() {
    assertThat(jdbc.sql("show fsync").query(String.class).single()).isEqualTo("on");
    assertThat(jdbc.sql("show synchronous_commit").query(String.class).single()).isEqualTo("on");
  }
}
