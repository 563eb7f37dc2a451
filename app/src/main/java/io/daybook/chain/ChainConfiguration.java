package io.daybook.chain;

import io.daybook.database.DataFolder;
import io.daybook.ledger.CommandSender;
import io.daybook.recorder.publication.Anchorable;
import io.daybook.recorder.publication.LeafHashes;
import io.daybook.recorder.publication.Statements;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.util.Optional;
import javax.sql.DataSource;
import org.axonframework.config.ConfigurerModule;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.condition.ConditionalOnExpression;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Puts the parts of the chain together. Without a chain there is only its status. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(ChainProperties.class)
class ChainConfiguration {
  private static final int WINDOW = 64;

  @Bean
  ChainMonitor chainMonitor(JdbcClient jdbc, Clock clock, ChainProperties properties) {
    return new ChainMonitor(jdbc, clock, properties.mode() == ChainProperties.Mode.OFF);
  }

  @Bean
  ReconciliationReports reconciliationReports(JdbcClient jdbc, Statements statements) {
    return new ReconciliationReports(
        new ReconciliationTable(jdbc), new LinkTable(jdbc), statements);
  }

  @Bean
  @ConditionalOnExpression("'${daybook.chain.mode:auto}' != 'off'")
  ChainAlerts chainAlerts(ChainMonitor monitor, Clock clock, ObjectProvider<MeterRegistry> meters) {
    var alerts = new ChainAlerts(monitor, clock);
    meters.ifAvailable(alerts::measure);
    return alerts;
  }

  @Bean
  TicketTokens ticketTokens(JdbcClient jdbc, ChainMonitor monitor) {
    return new TicketTokens(jdbc, monitor);
  }

  @Bean
  RemedyDesk remedyDesk(JdbcClient jdbc) {
    return new RemedyDesk(jdbc);
  }

  /** Without a chain the journal itself keeps what is to be ordered, from its beginning. */
  @Bean
  ConfigurerModule chainOrders(JdbcClient jdbc, LeafHashes leaves, ChainProperties properties) {
    return configurer -> {
      if (properties.mode() != ChainProperties.Mode.OFF) {
        configurer
            .eventProcessing()
            .registerEventHandler(_ -> new TicketOrders(new OrderTable(jdbc), leaves))
            .registerEventHandler(_ -> new RemedyNotes(new RemedyTable(jdbc)));
      }
    };
  }

  @Bean
  ChainWorker chainWorker(
      DataSource dataSource,
      PlatformTransactionManager transactions,
      JdbcClient jdbc,
      ChainMonitor monitor,
      Sources sources) {
    var leadership = new Leadership(dataSource, new TransactionTemplate(transactions));
    return new ChainWorker(
        leadership,
        () -> connect(leadership, jdbc, sources),
        monitor,
        new ChainWorker.Timing(
            sources.clock(),
            sources.properties().poll(),
            sources.properties().mode() != ChainProperties.Mode.OFF));
  }

  /** What a connection needs from elsewhere. */
  record Sources(
      DataFolder folder,
      CommandSender commands,
      Anchorable anchorable,
      Clock clock,
      ChainProperties properties) {}

  @Bean
  Sources chainSources(
      DataFolder folder,
      CommandSender commands,
      Anchorable anchorable,
      Clock clock,
      ChainProperties properties) {
    return new Sources(folder, commands, anchorable, clock, properties);
  }

  private static Optional<Connection> connect(
      Leadership leadership, JdbcClient jdbc, Sources sources) {
    return Node.open(sources.properties(), sources.folder().folder("chain"))
        .map(node -> {
          try {
            return connect(node, leadership, jdbc, sources);
          } catch (RuntimeException e) {
            node.close();
            throw e;
          }
        });
  }

  private static Connection connect(
      Node node, Leadership leadership, JdbcClient jdbc, Sources sources) {
    var intents = new Intents(jdbc);
    var blocks = new BlockTables(jdbc);
    var tokens = new TokenTable(jdbc);
    var outbox = new Outbox(jdbc);
    Clock clock = sources.clock();
    ChainProperties properties = sources.properties();
    Link link =
        new Joining(new LinkTable(jdbc), intents, leadership, sources.commands()).join(node);
    var facts = new Facts(tokens, new AnchorTable(jdbc), outbox);
    var fees = new FeePolicy(properties.highestFee(), properties.patience());
    var follower =
        new Follower(node.gateway(), link, leadership, new Follower.Ports(blocks, facts, clock));
    var lane =
        new Lane(
            node.gateway(),
            node.sender(),
            leadership,
            new Lane.Ports(intents, blocks, outbox, fees, clock, WINDOW));
    return new Connection(
        node,
        leadership,
        new Connection.Parts(
            new Orders(
                link,
                leadership,
                sources.commands(),
                new Orders.Tables(new OrderTable(jdbc), tokens, intents)),
            follower,
            new OutboxPublisher(outbox, sources.commands(), link.key()),
            new Anchoring(
                link,
                leadership,
                intents,
                new Anchoring.Source(sources.anchorable(), clock, properties.anchorInterval())),
            lane,
            new RemedyDuty(new RemedyTable(jdbc), intents, follower, lane, leadership),
            new Reconciliation(node.gateway(), link, new ReconciliationTable(jdbc))));
  }
}
