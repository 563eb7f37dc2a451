package io.daybook.chain;

import static org.assertj.core.api.Assertions.assertThat;

import io.daybook.chain.FailingGateway.Moment;
import io.daybook.ticketing.chain.ChainEvent.FinalityViolated;
import io.daybook.ticketing.chain.ChainEvent.UnexpectedTokenSeen;
import io.daybook.ticketing.chain.TokenEvent.BurnFinalised;
import io.daybook.ticketing.chain.TokenEvent.MintFinalised;
import io.daybook.ticketing.chain.TokenEvent.MintWithdrawn;
import io.daybook.ticketing.chain.TokenEvent.TokenMinted;
import io.daybook.ticketing.ticket.TicketId;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.LongStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Whatever a chain does above its final block and wherever processes die: in the end each ticket
 * has one token, each revoked one none, and what was read is what the node has.
 *
 * <p>{@code -Ddaybook.chain.seeds=20 -Ddaybook.chain.operations=1000} makes it long.
 */
class ChainModelIT {
  private static final int OPERATIONS = Integer.getInteger("daybook.chain.operations", 100);
  private static final int DEEPEST = 6;
  private static final List<Moment> MOMENTS = List.of(Moment.values());

  private Random random = new Random(0);

  static LongStream seeds() {
    return LongStream.range(0, Integer.getInteger("daybook.chain.seeds", 2));
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void everyTicketHasOneTokenInTheEnd(long seed) {
    random = new Random(seed);
    try (var stand = new Stand()) {
      var tickets = new ArrayList<TicketId>();
      int revoked = 0;
      for (int i = 0; i < OPERATIONS; i++) {
        switch (random.nextInt(10)) {
          case 0, 1 -> tickets.addAll(stand.order(1 + random.nextInt(3)));
          case 2, 3, 4 -> stand.tryTurn();
          case 5, 6 -> stand.node.mine(1 + random.nextInt(3));
          case 7 -> reorganise(stand);
          case 8 -> disturb(stand);
          default -> revoked += revoke(stand, tickets);
        }
      }
      stand.line.breakAt(_ -> false);
      stand.finish();

      assertThatAllIsAsOrdered(stand, tickets.size() + revoked, revoked);
    }
  }

  private static void assertThatAllIsAsOrdered(Stand stand, int minted, int burned) {
    assertThat(stand.journal.events(MintFinalised.class)).hasSize(minted);
    assertThat(stand.journal.events(BurnFinalised.class)).hasSize(burned);
    assertThat(
            stand.journal.events(TokenMinted.class).size()
                - stand.journal.events(MintWithdrawn.class).size())
        .isEqualTo(minted);
    assertThat(stand.journal.events(UnexpectedTokenSeen.class)).isEmpty();
    assertThat(stand.journal.events(FinalityViolated.class)).isEmpty();
    stand.assertRowsAreThoseOfTheNode();
    var reconciled =
        new Reconciliation(stand.node.gateway(), stand.link, new ReconciliationTable(stand.jdbc))
            .run(stand.read().cursor());
    assertThat(reconciled.breaks()).isEmpty();
    assertThat(reconciled.matched()).isEqualTo(minted);
  }

  /** Revokes one of the tickets, which then counts no more among those that live. */
  private int revoke(Stand stand, List<TicketId> tickets) {
    if (tickets.isEmpty()) {
      return 0;
    }
    stand.revoke(tickets.remove(random.nextInt(tickets.size())));
    return 1;
  }

  private void reorganise(Stand stand) {
    long head = stand.node.gateway().head().number();
    long end = stand.process().blocks.cursor().map(Cursor::finalNumber).orElse(head - 1);
    int depth = Math.toIntExact(Math.min(1 + random.nextInt(DEEPEST), head - end));
    if (depth > 0) {
      stand.node.reorganise(depth);
    }
  }

  /** The process dies, the line breaks for a turn, or the node forgets what waits. */
  private void disturb(Stand stand) {
    switch (random.nextInt(3)) {
      case 0 -> stand.restart();
      case 1 -> {
        Moment moment = MOMENTS.get(random.nextInt(MOMENTS.size()));
        stand.line.breakAt(now -> now == moment);
        stand.tryTurn();
        stand.restart();
        stand.line.breakAt(_ -> false);
      }
      default -> stand.node.ask("anvil_dropAllTransactions");
    }
  }
}
