package io.daybook.projections;

import io.daybook.projections.audit.AuditConfiguration;
import io.daybook.projections.balances.BalancesConfiguration;
import io.daybook.projections.cases.CasesConfiguration;
import io.daybook.projections.dump.DumpConfiguration;
import io.daybook.projections.orders.OrdersConfiguration;
import io.daybook.projections.payments.PaymentsConfiguration;
import io.daybook.projections.shared.SharedConfiguration;
import io.daybook.projections.shows.ShowsConfiguration;
import io.daybook.projections.tickets.TicketsConfiguration;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

/**
 * Declares all projections and their queries.
 *
 * <p>It needs beans of {@code JdbcClient}, {@code Clock}, {@code JournalHead} and Axon's {@code
 * EventProcessingConfiguration}. Each projection is a processing group of its own, which must be a
 * streaming processor with one segment: its position is then one number.
 */
@Configuration(proxyBeanMethods = false)
@Import({
  SharedConfiguration.class,
  BalancesConfiguration.class,
  ShowsConfiguration.class,
  OrdersConfiguration.class,
  TicketsConfiguration.class,
  PaymentsConfiguration.class,
  CasesConfiguration.class,
  AuditConfiguration.class,
  DumpConfiguration.class
})
public class ProjectionsConfiguration {}
