package io.daybook.chain;

import static org.assertj.core.api.Assertions.assertThat;

import io.daybook.chain.FailingGateway.Moment;
import io.daybook.chain.contract.TicketContract;
import io.daybook.chain.rpc.Signer.Call;
import io.daybook.ticketing.chain.ChainEvent.NonceTaken;
import io.daybook.ticketing.chain.Remedy.Act;
import io.daybook.ticketing.chain.TokenEvent.BurnFinalised;
import io.daybook.ticketing.chain.TokenEvent.MintFinalised;
import io.daybook.ticketing.chain.TokenEvent.TokenMinted;
import io.daybook.ticketing.ticket.TicketId;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What is sent has its effect once, wherever sending broke off. */
class LaneIT {
  private Stand stand;

  @BeforeEach
  void start() {
    stand = new Stand();
  }

  @AfterEach
  void stop() {
    if (stand != null) {
      stand.close();
    }
  }

  @Test
  void aHundredOrdersGetAHundredNoncesWithoutAHole() {
    stand.order(100);
    stand.finish();

    assertThat(nonces()).isEqualTo(LongStream.range(0, 100).boxed().toList());
    assertThat(stand.journal.events(MintFinalised.class)).hasSize(100);
  }

  @ParameterizedTest
  @EnumSource
  void whereverALineBreaksAndAProcessDiesEachTicketHasOneToken(Moment moment) {
    var random = new Random(moment.name().hashCode());
    for (int round = 0; round < 6; round++) {
      stand.order(2);
      stand.line.breakAt(now -> now == moment && random.nextInt(3) == 0);
      stand.tryTurn();
      stand.restart();
      stand.node.mine(1);
      stand.tryTurn();
    }
    stand.line.breakAt(_ -> false);
    stand.finish();

    assertThat(nonces()).isEqualTo(LongStream.range(0, 12).boxed().toList());
    assertThat(stand.journal.events(TokenMinted.class)).hasSize(12);
    assertThat(stand.journal.events(MintFinalised.class)).hasSize(12);
    stand.assertRowsAreThoseOfTheNode();
  }

  @Test
  void ofTwoProcessesOneLeadsAtATimeAndTogetherTheyMintEachTokenOnce() throws Exception {
    List<Stand.Node> processes = List.of(stand.process(), stand.new Node());
    stand.order(20);
    assertThat(processes.getLast().leadership.take()).isFalse();
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      List<Future<Integer>> turns = new ArrayList<>();
      for (Stand.Node process : processes) {
        turns.add(threads.submit(() -> takeTurns(process)));
      }
      for (Future<Integer> led : turns) {
        assertThat(led.get()).isPositive();
      }
    }
    stand.restart();
    stand.finish();

    assertThat(nonces()).isEqualTo(LongStream.range(0, 20).boxed().toList());
    assertThat(stand.journal.events(TokenMinted.class)).hasSize(20);
    assertThat(stand.journal.events(MintFinalised.class)).hasSize(20);
    stand.assertRowsAreThoseOfTheNode();
  }

  /** Leads when it can and gives the lead away again and again; returns how often it led. */
  private int takeTurns(Stand.Node process) throws InterruptedException {
    int led = 0;
    long end = System.nanoTime() + Duration.ofSeconds(20).toNanos();
    while (led < 10 && System.nanoTime() < end) {
      if (process.leadership.take()) {
        led++;
        stand.turn(process);
        stand.node.mine(1);
        process.leadership.close();
      }
      Thread.sleep(Duration.ofMillis(1 + led % 3));
    }
    return led;
  }

  @Test
  void whatTheNodeForgotIsSentAgainAsItWas() {
    stand.order(3);
    stand.turn();
    stand.node.ask("anvil_dropAllTransactions");

    stand.finish();

    assertThat(stand.jdbc.sql("select count(*) from chain.attempts").query(Long.class).single())
        .isEqualTo(3);
    assertThat(stand.journal.events(MintFinalised.class)).hasSize(3);
  }

  @Test
  void paysMoreWhenGasBecameDearAndBothFeesRiseByAnEighth() {
    stand.setPatience(Duration.ZERO);
    stand.order(1);
    stand.process().ordering.take();
    stand.read();
    stand.process().lane.step();
    stand.node.ask("anvil_setNextBlockBaseFeePerGas", "0x2540be400");
    stand.node.mine(1);

    stand.finish();

    List<BigDecimal> caps = column("fee_cap");
    List<BigDecimal> tips = column("tip");
    assertThat(caps).hasSizeGreaterThan(1);
    assertThat(caps.get(1)).isGreaterThanOrEqualTo(caps.get(0).multiply(new BigDecimal("1.1")));
    assertThat(tips.get(1)).isGreaterThanOrEqualTo(tips.get(0).multiply(new BigDecimal("1.1")));
    assertThat(stand.journal.events(MintFinalised.class)).hasSize(1);
  }

  @Test
  void stopsWhenSomebodyElseUsesItsNonce() {
    stand.order(1);
    stand.process().ordering.take();
    long nonce = stand.node.gateway().minedNonces(stand.sender.address());
    var call = new Call(stand.sender.address(), "0x", 30_000);
    stand.line.breakAt(moment -> moment == Moment.BEFORE_SEND);
    stand.tryTurn();
    stand.line.breakAt(_ -> false);
    stand.node.gateway().send(stand.sender.sign(nonce, call, stand.node.fee()));
    stand.node.mine(1);

    stand.turn();
    stand.order(1);
    stand.turn();

    assertThat(stand.process().intents.lane().orElseThrow().paused())
        .isEqualTo("nonce 0 was used by another transaction");
    assertThat(stand.jdbc.sql("select count(nonce) from chain.intents").query(Long.class).single())
        .isEqualTo(1);
  }

  @Test
  void goesOnWithOtherNoncesWhenTwoPeopleSaySo() {
    stand.order(1);
    stand.process().ordering.take();
    stand.line.breakAt(moment -> moment == Moment.BEFORE_SEND);
    stand.tryTurn();
    stand.line.breakAt(_ -> false);
    var call = new Call(stand.sender.address(), "0x", 30_000);
    stand.node.gateway().send(stand.sender.sign(0, call, stand.node.fee()));
    stand.node.mine(1);
    stand.turn();
    stand.turn();
    stand.read();
    assertThat(stand.journal.events(NonceTaken.class)).hasSize(1);

    assertThat(stand.decide(Act.RESUME_SENDING, null)).isEqualTo("goes on with nonce 1 or later");
    stand.order(1);
    stand.finish();

    assertThat(nonces()).isEqualTo(List.of(1L, 2L));
    assertThat(stand.journal.events(MintFinalised.class)).hasSize(2);
  }

  @Test
  void peopleMayPayMoreForTheLowestNonceAndSendAnyAgain() {
    stand.order(2);
    stand.turn();
    List<String> intents = ofIntents("intent_id");

    assertThat(stand.decide(Act.PAY_MORE, intents.getLast()))
        .isEqualTo("others are to be mined before it");
    assertThat(stand.decide(Act.PAY_MORE, intents.getFirst())).startsWith("replaced by 0x");
    stand.node.ask("anvil_dropAllTransactions");
    intents.forEach(
        intent -> assertThat(stand.decide(Act.SEND_AGAIN, intent)).startsWith("sent again as 0x"));
    stand.node.mine(1);
    stand.read();

    assertThat(stand.journal.events(TokenMinted.class)).hasSize(2);
    assertThat(stand.decide(Act.SEND_AGAIN, intents.getFirst()))
        .isEqualTo("it was mined meanwhile");
    stand.finish();
    assertThat(stand.jdbc.sql("select count(*) from chain.attempts").query(Long.class).single())
        .isEqualTo(3);
  }

  @Test
  void whatIsCancelledBeforeItIsMinedNeverHappensAndHoldsNothingUp() {
    stand.order(2);
    stand.turn();
    List<String> intents = ofIntents("intent_id");

    assertThat(stand.decide(Act.CANCEL, intents.getFirst())).startsWith("replaced by 0x");
    assertThat(stand.decide(Act.CANCEL, intents.getFirst())).isEqualTo("cancelled before");
    assertThat(stand.decide(Act.PAY_MORE, intents.getFirst())).startsWith("replaced by 0x");
    stand.finish();

    assertThat(ofIntents("state")).containsExactly("CANCELLED", "FINAL");
    assertThat(stand.journal.events(MintFinalised.class)).hasSize(1);
  }

  @Test
  void aMintThatWinsAgainstItsCancellationStands() {
    stand.order(1);
    stand.turn();
    stand.node.mine(1);

    assertThat(stand.decide(Act.CANCEL, ofIntents("intent_id").getFirst()))
        .isEqualTo("it was mined meanwhile");
    stand.finish();

    assertThat(stand.journal.events(MintFinalised.class)).hasSize(1);
  }

  @Test
  void waitsForMoneyAndGoesOnWhenItIsThere() {
    String address = stand.sender.address().value();
    stand.node.ask("anvil_setBalance", address, "0x1");
    stand.order(1);
    stand.turn();
    assertThat(stand.jdbc.sql("select last_error from chain.attempts").query(String.class).single())
        .isEqualTo("the signer has too little money");

    stand.node.ask("anvil_setBalance", address, "0xde0b6b3a7640000");
    stand.finish();

    assertThat(stand.journal.events(MintFinalised.class)).hasSize(1);
  }

  @Test
  void aTicketThatIsRevokedBeforeItsTokenIsMintedEndsWithoutOne() {
    TicketId ticket = stand.order(1).getFirst();
    stand.revoke(ticket);
    stand.finish();

    assertThat(stand.journal.events(MintFinalised.class)).hasSize(1);
    assertThat(stand.journal.events(BurnFinalised.class)).hasSize(1);
    var token = stand.process().tokens.find(ticket).orElseThrow().id();
    assertThat(
            TicketContract.isTrue(
                stand
                    .node
                    .gateway()
                    .call(
                        stand.link.tickets().address(),
                        stand.link.tickets().burned(token),
                        stand.node.gateway().head().number())))
        .isTrue();
  }

  private List<Long> nonces() {
    return stand
        .jdbc
        .sql("select nonce from chain.intents order by nonce")
        .query((row, _) -> row.getLong(1))
        .list();
  }

  private List<String> ofIntents(String name) {
    return stand
        .jdbc
        .sql("select " + name + " from chain.intents order by nonce")
        .query((row, _) -> row.getString(1))
        .list();
  }

  private List<BigDecimal> column(String name) {
    return stand
        .jdbc
        .sql("select " + name + " from chain.attempts order by number")
        .query((row, _) -> row.getBigDecimal(1))
        .list();
  }
}
