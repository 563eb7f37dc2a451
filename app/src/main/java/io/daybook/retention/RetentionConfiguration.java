package io.daybook.retention;

import io.daybook.database.ErasureDatabase;
import io.daybook.ledger.AggregateRegistration;
import io.daybook.ledger.CommandSender;
import io.daybook.projections.audit.Activities;
import io.daybook.projections.cases.Cases;
import io.daybook.projections.orders.Orders;
import io.daybook.projections.payments.Payments;
import io.daybook.projections.shared.ErasedTexts;
import io.daybook.projections.tickets.Tickets;
import io.daybook.security.UserAccounts;
import io.daybook.security.personal.DataKeyDestruction;
import io.daybook.security.personal.PersonalData;
import java.time.Clock;
import org.axonframework.common.caching.Cache;
import org.axonframework.config.ConfigurerModule;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Puts together who decides, who carries out and who keeps the schedule. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(RetentionProperties.class)
class RetentionConfiguration {
  @Bean
  ConfigurerModule retentionModule() {
    return configurer ->
        configurer
            .configureAggregate(AggregateRegistration.of(DataSubject.class))
            .configureAggregate(AggregateRegistration.of(Archive.class));
  }

  @Bean
  ErasureExecution erasureExecution(
      ErasureExecution.Removals removals,
      UserAccounts accounts,
      CommandSender commands,
      Cache aggregateCache) {
    return new ErasureExecution(removals, accounts, commands, aggregateCache);
  }

  @Bean
  ErasureExecution.Removals removals(
      JdbcClient jdbc, ErasureDatabase erasure, DataKeyDestruction keys) {
    var texts = new ErasedTexts(jdbc, PersonalData.ERASED);
    return new ErasureExecution.Removals(
        keys, new PersonalStreams(jdbc, erasure), new Leftovers(jdbc, erasure, texts));
  }

  @Bean
  RetentionProjection retentionProjection(JdbcClient jdbc) {
    return new RetentionProjection(jdbc);
  }

  @Bean
  RetentionQueries retentionQueries(JdbcClient jdbc) {
    return new RetentionQueries(jdbc);
  }

  @Bean
  RetentionSchedule retentionSchedule(
      JdbcClient jdbc, RetentionProperties properties, Clock clock) {
    return new RetentionSchedule(jdbc, properties, clock);
  }

  @Bean
  RetentionSweep retentionSweep(
      RetentionSchedule schedule, CommandSender commands, DataKeyDestruction keys) {
    return new RetentionSweep(schedule, commands, keys);
  }

  @Bean
  HeldData.Sources heldDataSources(
      Cases cases, Orders orders, Tickets tickets, Payments payments, Activities activities) {
    return new HeldData.Sources(cases, orders, tickets, payments, activities);
  }

  @Bean
  HeldData heldData(UserAccounts accounts, HeldData.Sources sources) {
    return new HeldData(accounts, sources);
  }
}
