package io.daybook.chain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.daybook.chain.rpc.RpcException;
import io.daybook.ticketing.chain.ChainEvent.ChainReorganised;
import io.daybook.ticketing.chain.ChainEvent.FinalityViolated;
import io.daybook.ticketing.chain.ChainEvent.UnexpectedTokenSeen;
import io.daybook.ticketing.chain.Commitment;
import io.daybook.ticketing.chain.Remedy;
import io.daybook.ticketing.chain.TokenEvent.MintFinalised;
import io.daybook.ticketing.chain.TokenEvent.MintWithdrawn;
import io.daybook.ticketing.chain.TokenEvent.TokenMinted;
import io.daybook.ticketing.chain.TokenId;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What is read of a chain that forks, hides and forgets. */
class FollowerIT {
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
  void notesAMintWhenItIsSeenAndAgainWhenItIsFinal() {
    stand.order(1);
    stand.turn();
    stand.node.mine(1);
    stand.turn();
    assertThat(stand.journal.events(TokenMinted.class)).hasSize(1);
    assertThat(stand.journal.events(MintFinalised.class)).isEmpty();

    stand.finish();

    assertThat(stand.journal.events(TokenMinted.class)).hasSize(1);
    assertThat(stand.journal.events(MintFinalised.class)).hasSize(1);
    stand.assertRowsAreThoseOfTheNode();
  }

  @Test
  void aReorganisationThatDropsAMintWithdrawsItAndItIsSentAgainAsItWas() {
    stand.order(2);
    stand.turn();
    stand.node.mine(1);
    stand.turn();
    String raw = stand.jdbc.sql("select min(raw) from chain.attempts").query(String.class).single();

    stand.node.reorganise(1);
    stand.read();
    assertThat(stand.journal.events(MintWithdrawn.class)).hasSize(2);
    assertThat(stand.journal.events(ChainReorganised.class)).hasSize(1);
    stand.finish();

    assertThat(stand.jdbc.sql("select min(raw) from chain.attempts").query(String.class).single())
        .isEqualTo(raw);
    assertThat(stand.journal.events(TokenMinted.class)).hasSize(4);
    assertThat(stand.journal.events(MintFinalised.class)).hasSize(2);
    stand.assertRowsAreThoseOfTheNode();
  }

  @Test
  void theHeadMayGoDownAndUpAgainAtTheSameHeights() {
    stand.node.mine(3);
    String snapshot = stand.node.snapshot();
    stand.order(1);
    stand.turn();
    stand.node.mine(2);
    stand.turn();

    stand.node.goBack(snapshot);
    stand.read();
    stand.assertRowsAreThoseOfTheNode();
    stand.finish();

    assertThat(stand.journal.events(MintFinalised.class)).hasSize(1);
    stand.assertRowsAreThoseOfTheNode();
  }

  @Test
  void twoReorganisationsWithinOnePollAreOne() {
    stand.node.mine(4);
    stand.read();

    stand.node.reorganise(1);
    stand.node.reorganise(3);
    stand.read();

    assertThat(stand.journal.events(ChainReorganised.class))
        .singleElement()
        .extracting(ChainReorganised::depth)
        .isEqualTo(3);
    stand.assertRowsAreThoseOfTheNode();
  }

  @Test
  void haltsWhenAFinalBlockChangesAndRewritesNothing() {
    stand.node.mine(30);
    stand.read();

    stand.node.reorganise(15);
    Follower.Step step = stand.read();

    assertThat(step.state()).isEqualTo(Follower.State.HALTED);
    assertThat(stand.journal.events(FinalityViolated.class)).hasSize(1);
    assertThat(stand.journal.events(ChainReorganised.class)).isEmpty();
    assertThat(stand.restart().follower.step().state()).isEqualTo(Follower.State.HALTED);
    assertThat(stand.journal.events(FinalityViolated.class)).hasSize(1);
  }

  @Test
  void readsOnFromWhatStayedWhenTwoPeopleSaySoAfterAFinalBlockChanged() {
    stand.order(1);
    stand.finish();
    stand.order(2);
    stand.finish();
    long head = stand.read().head().number();
    long mint = stand.journal.events(TokenMinted.class).getLast().place().block();
    stand.node.reorganise(Math.toIntExact(head - mint) + 1);
    assertThat(stand.read().state()).isEqualTo(Follower.State.HALTED);
    assertThat(stand.journal.events(MintFinalised.class)).hasSize(3);

    assertThat(stand.decide(Remedy.Act.RESUME_READING, null)).startsWith("reads on above block ");
    stand.finish();

    assertThat(stand.journal.events(MintWithdrawn.class)).hasSize(2);
    assertThat(stand.journal.events(MintFinalised.class)).hasSize(5);
    assertThat(stand.journal.events(ChainReorganised.class)).hasSize(1);
    stand.assertRowsAreThoseOfTheNode();
  }

  @Test
  void aNodeThatIsBehindInWhatIsFinalTakesNothingBack() {
    stand.node.mine(30);
    long end = stand.read().cursor().finalNumber();

    stand.line.lagBehind(end - 5);

    assertThat(stand.read().cursor().finalNumber()).isEqualTo(end);
  }

  @Test
  void aNodeThatNamesNoFinalBlockIsNotRead() {
    stand.line.hideFinal();

    assertThatThrownBy(() -> stand.read()).isInstanceOf(RpcException.class);
  }

  @Test
  void aBrokenLineSkipsNothing() {
    stand.order(3);
    stand.turn();
    stand.node.mine(1);
    stand.line.breakAt(moment -> moment == FailingGateway.Moment.BEFORE_LOGS);
    assertThatThrownBy(() -> stand.read()).isInstanceOf(RpcException.class);
    assertThat(stand.journal.events(TokenMinted.class)).isEmpty();

    stand.line.breakAt(_ -> false);
    stand.finish();

    assertThat(stand.journal.events(MintFinalised.class)).hasSize(3);
  }

  @Test
  void readsWhatHappenedWhileItWasAwayWithoutAGap() {
    stand.order(5);
    stand.turn();
    stand.node.ask("anvil_mine", "0xbb8");

    Follower.Step step = stand.read();

    assertThat(step.cursor().number()).isEqualTo(stand.node.gateway().head().number());
    assertThat(stand.journal.events(MintFinalised.class)).hasSize(5);
    stand.assertRowsAreThoseOfTheNode();
  }

  @Test
  void aTokenThatNobodyOrderedIsNotedAndNeverTakenForOurs() {
    var stranger = new TokenId("123456789012345678901234567890");
    var call = stand.link.tickets().mint(stranger, new Commitment("0x" + "11".repeat(32)));
    long nonce = stand.node.gateway().minedNonces(stand.sender.address());
    stand.node.gateway().send(stand.sender.sign(nonce, call, stand.node.fee()));
    stand.node.mine(12);
    stand.read();

    assertThat(stand.journal.events(UnexpectedTokenSeen.class))
        .extracting(UnexpectedTokenSeen::tokenId)
        .isEqualTo(List.of(stranger));
    assertThat(stand.journal.events(TokenMinted.class)).isEmpty();
  }

  @Test
  void aPausedProcessThatStillThinksItLeadsWritesNothing() {
    Stand.Node paused = stand.process();
    stand.node.mine(2);
    // Its connection broke while it slept: the lock went to another.
    paused.leadership.close();
    stand.restart();
    stand.read();

    assertThatThrownBy(() -> paused.leadership.write(() -> {})).isInstanceOf(LeadershipLost.class);
  }
}
