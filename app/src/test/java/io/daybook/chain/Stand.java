package io.daybook.chain;

import static org.assertj.core.api.Assertions.assertThat;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import io.daybook.chain.OrderTable.Order;
import io.daybook.chain.contract.Deployment;
import io.daybook.chain.rpc.ChainLog;
import io.daybook.chain.rpc.RpcException;
import io.daybook.chain.rpc.Signer;
import io.daybook.chain.rpc.TestChain;
import io.daybook.database.EmbeddedDatabase;
import io.daybook.ledger.DerivedId;
import io.daybook.ledger.UserId;
import io.daybook.ticketing.chain.ChainCommand.ApproveRemedy;
import io.daybook.ticketing.chain.ChainCommand.ConnectChain;
import io.daybook.ticketing.chain.ChainCommand.ProposeRemedy;
import io.daybook.ticketing.chain.ChainEvent.RemedyOrdered;
import io.daybook.ticketing.chain.ChainEvent.RemedyProposed;
import io.daybook.ticketing.chain.Commitment;
import io.daybook.ticketing.chain.IntentId;
import io.daybook.ticketing.chain.Remedy;
import io.daybook.ticketing.chain.RemedyId;
import io.daybook.ticketing.show.ShowId;
import io.daybook.ticketing.ticket.TicketId;
import java.math.BigInteger;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** All parts of the chain on a real node and a real database, driven step by step. */
final class Stand implements AutoCloseable {
  private static final ShowId SHOW = new ShowId(DerivedId.of("shw", "a show"));
  private static final BigInteger HIGHEST = BigInteger.valueOf(500_000_000_000L);

  final TestChain node;
  final FailingGateway line;
  final JdbcClient jdbc;
  final JournalInMemory journal = new JournalInMemory();
  final Link link;
  final Signer sender;
  private final HikariDataSource database;
  private Duration patience = Duration.ofHours(1);
  private Node process;
  private int tickets;

  Stand() {
    node = TestChain.start();
    line = new FailingGateway(node.gateway());
    database = pool(Shared.DATABASE);
    jdbc = JdbcClient.create(database);
    empty();
    sender = node.signer(1);
    var contracts =
        new Deployment(node.gateway(), node.signer(0)).deploy(sender.address(), sender.address());
    link =
        new Link(
            node.gateway().chainId(),
            node.gateway().block(0).orElseThrow().hash(),
            contracts.tickets(),
            contracts.anchor(),
            node.gateway().code(contracts.tickets().address()),
            contracts.firstBlock());
    journal.send(
        new ConnectChain(
            link.key(),
            link.chainId(),
            link.genesis(),
            link.tickets().address(),
            link.anchor().address()));
    process = new Node();
    process.leadership.take();
    process.leadership.write(() ->
        process.intents.openLane(sender.address(), node.gateway().minedNonces(sender.address())));
    node.stopMining();
  }

  private static HikariDataSource pool(DataSource connections) {
    var config = new HikariConfig();
    config.setDataSource(connections);
    config.setMaximumPoolSize(4);
    return new HikariDataSource(config);
  }

  /** Migrating a database takes longer than a test, so all have one, one after the other. */
  private static final class Shared {
    static final DataSource DATABASE = EmbeddedDatabase.migrated().application();
  }

  private void empty() {
    for (String table :
        List.of(
            "attempts",
            "intents",
            "outbox",
            "orders",
            "tokens",
            "logs",
            "blocks",
            "cursor",
            "lane",
            "remedies",
            "observation",
            "breaks",
            "reconciliations",
            "anchors",
            "link")) {
      jdbc.sql("delete from chain." + table).update();
    }
  }

  /** What one process keeps in memory; everything else is in the database. */
  final class Node {
    final Leadership leadership =
        new Leadership(
            database, new TransactionTemplate(new DataSourceTransactionManager(database)));
    final BlockTables blocks = new BlockTables(jdbc);
    final Outbox outbox = new Outbox(jdbc);
    final TokenTable tokens = new TokenTable(jdbc);
    final Intents intents = new Intents(jdbc);
    final OrderTable orders = new OrderTable(jdbc);
    final Follower follower =
        new Follower(
            line,
            link,
            leadership,
            new Follower.Ports(
                blocks, new Facts(tokens, new AnchorTable(jdbc), outbox), Clock.systemUTC()));
    final OutboxPublisher publisher = new OutboxPublisher(outbox, journal, link.key());
    final Orders ordering =
        new Orders(link, leadership, journal, new Orders.Tables(orders, tokens, intents));
    final Lane lane =
        new Lane(
            line,
            sender,
            leadership,
            new Lane.Ports(
                intents, blocks, outbox, new FeePolicy(HIGHEST, patience), Clock.systemUTC(), 64));
    final RemedyTable remedies = new RemedyTable(jdbc);
    final RemedyDuty duty = new RemedyDuty(remedies, intents, follower, lane, leadership);
  }

  /** Returns what the present process has in memory. */
  Node process() {
    return process;
  }

  /** Replaces the process by a new one, as after a crash. */
  Node restart() {
    process.leadership.close();
    process = new Node();
    assertThat(process.leadership.take()).isTrue();
    return process;
  }

  /** Lets transactions be worth more after this long. */
  void setPatience(Duration newPatience) {
    patience = newPatience;
    restart();
  }

  /** Orders tokens of new tickets. */
  List<TicketId> order(int count) {
    var ordered = new ArrayList<TicketId>();
    for (int i = 0; i < count; i++) {
      var ticket = new TicketId(DerivedId.of("tkt", "ticket", Integer.toString(tickets++)));
      String commitment = DerivedId.of("com", ticket.value());
      process.orders.add(new Order.Mint(ticket, SHOW, commitment(commitment)));
      ordered.add(ticket);
    }
    return ordered;
  }

  private static Commitment commitment(String seed) {
    return new Commitment(org.web3j.crypto.Hash.sha3String(seed));
  }

  /** Orders the end of a ticket's token. */
  void revoke(TicketId ticket) {
    process.orders.add(new Order.Burn(ticket));
  }

  /** Has people decide on something, and does it; returns what came of it. */
  String decide(Remedy.Act act, @Nullable String intent) {
    var remedy = new Remedy(act, intent == null ? null : new IntentId(intent));
    var id = new RemedyId(DerivedId.random("rmd"));
    journal.send(new ProposeRemedy(link.key(), id, remedy, user("olga")));
    if (act.needsTwo()) {
      journal.send(new ApproveRemedy(link.key(), id, user("pavel")));
    }
    var notes = new RemedyNotes(process.remedies);
    journal.events(RemedyProposed.class).forEach(notes::on);
    journal.events(RemedyOrdered.class).forEach(notes::on);
    process.duty.step();
    return String.valueOf(process.remedies.newest(1).getFirst().outcome());
  }

  private static UserId user(String name) {
    return new UserId(DerivedId.of("usr", name));
  }

  /** One turn of everything, as the running application does it. */
  void turn() {
    turn(process);
  }

  /** One turn of one of several processes. */
  void turn(Node one) {
    one.ordering.take();
    read(one);
    one.lane.step();
  }

  /** Reads the chain to its head and tells the journal. */
  Follower.Step read() {
    return read(process);
  }

  private static Follower.Step read(Node one) {
    Follower.Step step = one.follower.step();
    while (step.state() != Follower.State.HALTED
        && (step.state() != Follower.State.HEAD || step.cursor().number() < step.head().number())) {
      step = one.follower.step();
    }
    while (one.publisher.publish() > 0) {
      // Until nothing waits.
    }
    return step;
  }

  /** Mines and turns until all that was ordered is final. */
  void finish() {
    for (int i = 0; i < 60; i++) {
      turn();
      node.mine(3);
      if (process.orders.size() == 0
          && jdbc.sql(
                      "select count(*) from chain.intents where state not in ('FINAL', 'FAILED',"
                          + " 'CANCELLED')")
                  .query(Long.class)
                  .single()
              == 0) {
        node.mine(9);
        turn();
        return;
      }
    }
    throw new AssertionError(
        "not finished: " + jdbc.sql("select * from chain.intents").query().listOfRows());
  }

  /** A turn during which the line may break; what follows finds it as it is. */
  void tryTurn() {
    try {
      turn();
    } catch (RpcException e) {
      // The next turn goes on.
    }
  }

  /** Compares what was read with what the node has now. */
  void assertRowsAreThoseOfTheNode() {
    long head = node.gateway().head().number();
    List<ChainLog> there = node.gateway().logs(link.firstBlock(), head, link.contracts());
    assertThat(process.blocks.logs(0, head))
        .isEqualTo(there.stream().flatMap(log -> SeenLog.of(log, link).stream()).toList());
  }

  @Override
  public void close() {
    process.leadership.close();
    journal.close();
    node.close();
    database.close();
  }
}
