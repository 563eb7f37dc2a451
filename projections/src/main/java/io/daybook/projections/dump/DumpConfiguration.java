package io.daybook.projections.dump;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;

/** Declares the dump of the read models. */
@Configuration(proxyBeanMethods = false)
public class DumpConfiguration {
  @Bean
  ReadModelDump readModelDump(JdbcClient jdbc, PlatformTransactionManager transactions) {
    return new ReadModelDump(jdbc, transactions);
  }
}
