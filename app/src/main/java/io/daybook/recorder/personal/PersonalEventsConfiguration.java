package io.daybook.recorder.personal;

import io.daybook.security.personal.PersonalData;
import org.axonframework.serialization.upcasting.event.EventUpcaster;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/** Seals what goes to the journal and opens what comes from it. */
@Configuration(proxyBeanMethods = false)
class PersonalEventsConfiguration {
  @Bean
  StreamKeys streamKeys(
      JdbcClient jdbc,
      PlatformTransactionManager transactions,
      PersonalEvents events,
      PersonalData personal) {
    var ownTransaction = new TransactionTemplate(transactions);
    ownTransaction.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
    return new StreamKeys(jdbc, ownTransaction, events, personal);
  }

  @Bean
  PersonalPayloads personalPayloads(
      @Value("${daybook.journal.origin:daybook.example/ledger}") String origin,
      PersonalEvents events,
      StreamKeys keys,
      PersonalData personal) {
    return new PersonalPayloads(origin, events, keys, personal);
  }

  /** Before all others, which read what the event says. */
  @Bean
  @Order(Ordered.HIGHEST_PRECEDENCE)
  EventUpcaster personalUpcaster(PersonalPayloads payloads) {
    return new PersonalUpcaster(payloads);
  }
}
