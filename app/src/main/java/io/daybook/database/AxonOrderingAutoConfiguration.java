package io.daybook.database;

import org.springframework.boot.autoconfigure.AutoConfiguration;

/**
 * Puts Axon's JDBC and transaction wiring after Spring Boot's data source.
 *
 * <p>Axon 4.13 names only the data source auto-configurations of older Spring Boots; without this
 * it finds no data source, runs without transactions and has no event store.
 */
@AutoConfiguration(
    afterName = {
      "org.springframework.boot.jdbc.autoconfigure.DataSourceAutoConfiguration",
      "org.springframework.boot.jdbc.autoconfigure.DataSourceTransactionManagerAutoConfiguration"
    },
    beforeName = {
      "org.axonframework.springboot.autoconfig.TransactionAutoConfiguration",
      "org.axonframework.springboot.autoconfig.JdbcAutoConfiguration"
    })
class AxonOrderingAutoConfiguration {}
