package io.daybook.reports;

import java.time.Clock;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/** Puts the reports together. */
@Configuration(proxyBeanMethods = false)
class ReportsConfiguration {
  @Bean
  Reports reports(JdbcClient jdbc, PlatformTransactionManager transactions, Clock clock) {
    var snapshot = new TransactionTemplate(transactions);
    snapshot.setIsolationLevel(TransactionDefinition.ISOLATION_REPEATABLE_READ);
    snapshot.setReadOnly(true);
    return new Reports(jdbc, snapshot, clock);
  }
}
