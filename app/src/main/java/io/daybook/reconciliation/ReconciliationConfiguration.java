package io.daybook.reconciliation;

import io.daybook.ledger.AggregateRegistration;
import io.daybook.ledger.CommandSender;
import io.daybook.reports.Reports;
import org.axonframework.config.ConfigurerModule;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Puts reconciliations together. */
@Configuration(proxyBeanMethods = false)
class ReconciliationConfiguration {
  @Bean
  ConfigurerModule reconciliationModule() {
    return configurer ->
        configurer.configureAggregate(AggregateRegistration.of(Reconciliation.class));
  }

  @Bean
  SuspensePostings suspensePostings(CommandSender commands) {
    return new SuspensePostings(commands);
  }

  @Bean
  ReconciliationProjection reconciliationProjection(JdbcClient jdbc) {
    return new ReconciliationProjection(jdbc);
  }

  @Bean
  Reconciliations reconciliations(JdbcClient jdbc, Reports reports) {
    return new Reconciliations(jdbc, reports);
  }
}
