package io.daybook.projections.orders;

import io.daybook.projections.shared.PositionWriter;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Declares the projection of this package and its queries. */
@Configuration(proxyBeanMethods = false)
public class OrdersConfiguration {
  @Bean
  OrdersProjection ordersProjection(JdbcClient jdbc, PositionWriter positions) {
    return new OrdersProjection(jdbc, positions);
  }

  @Bean
  Orders orders(JdbcClient jdbc) {
    return new Orders(jdbc);
  }
}
