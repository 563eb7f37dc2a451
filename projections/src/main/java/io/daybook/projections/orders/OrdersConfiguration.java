package io.daybook.projections.orders;

import io.daybook.projections.shared.PersonalTexts;
import io.daybook.projections.shared.PositionWriter;
import io.daybook.projections.shared.Writes;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Declares the projection of this package and its queries. */
@Configuration(proxyBeanMethods = false)
public class OrdersConfiguration {
  @Bean
  OrdersProjection ordersProjection(Writes writes, PositionWriter positions, PersonalTexts texts) {
    return new OrdersProjection(writes, positions, texts);
  }

  @Bean
  Orders orders(JdbcClient jdbc, PersonalTexts texts) {
    return new Orders(jdbc, texts);
  }
}
