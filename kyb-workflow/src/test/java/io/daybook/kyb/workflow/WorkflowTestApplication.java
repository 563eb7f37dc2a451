package io.daybook.kyb.workflow;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import javax.sql.DataSource;
import org.flowable.engine.ManagementService;
import org.flowable.spring.SpringProcessEngineConfiguration;
import org.flowable.spring.boot.EngineConfigurationConfigurer;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.core.annotation.Order;
import org.springframework.core.io.ByteArrayResource;
import org.springframework.core.io.ClassPathResource;
import org.springframework.jdbc.datasource.init.ResourceDatabasePopulator;
import org.springframework.transaction.support.TransactionOperations;

/** The process on a real engine and a real database, with documents and events in memory. */
@SpringBootConfiguration
@EnableAutoConfiguration
@Import(KybWorkflowConfiguration.class)
class WorkflowTestApplication {
  @Bean
  EmbeddedPostgres postgres() throws IOException {
    return EmbeddedPostgres.builder().start();
  }

  @Bean
  DataSource dataSource(EmbeddedPostgres postgres) {
    DataSource dataSource = postgres.getPostgresDatabase();
    new ResourceDatabasePopulator(
            new ByteArrayResource("create role daybook_app".getBytes(StandardCharsets.UTF_8)),
            new ClassPathResource("db/migration/bridge/V5_001__kyb_process.sql"),
            new ClassPathResource("db/migration/bridge/V5_060__screening.sql"),
            new ClassPathResource("db/migration/bridge/V5_070__decision_time.sql"))
        .execute(dataSource);
    return dataSource;
  }

  @Bean
  CaseJournal caseJournal() {
    return new CaseJournal();
  }

  @Bean
  StoredDocuments storedDocuments() {
    return new StoredDocuments();
  }

  @Bean
  NamedHits namedHits() {
    return new NamedHits();
  }

  @Bean
  TakenFlows takenFlows() {
    return new TakenFlows();
  }

  /** After the module's own listener, which must still be there. */
  @Bean
  @Order
  EngineConfigurationConfigurer<SpringProcessEngineConfiguration> coverage(TakenFlows flows) {
    return engine -> {
      var listeners = new ArrayList<>(engine.getEventListeners());
      listeners.add(flows);
      engine.setEventListeners(listeners);
    };
  }

  @Bean
  ProcessBench processBench(
      CaseJournal journal,
      KybProcessBridge bridge,
      TransactionOperations transactions,
      ManagementService management) {
    return new ProcessBench(journal, bridge, transactions, management);
  }
}
