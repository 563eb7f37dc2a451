package io.daybook.projections.payments;

import io.daybook.projections.shared.PositionWriter;
import io.daybook.projections.shared.Writes;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Declares the projection of this package and its queries. */
@Configuration(proxyBeanMethods = false)
public class PaymentsConfiguration {
  @Bean
  PaymentsProjection paymentsProjection(Writes writes, PositionWriter positions) {
    return new PaymentsProjection(writes, positions);
  }

  @Bean
  Payments payments(JdbcClient jdbc) {
    return new Payments(jdbc);
  }

  @Bean
  KnownPayoutAccounts knownPayoutAccounts(JdbcClient jdbc) {
    return new KnownPayoutAccounts(jdbc);
  }

  @Bean
  Payouts payouts(JdbcClient jdbc) {
    return new Payouts(jdbc);
  }
}
