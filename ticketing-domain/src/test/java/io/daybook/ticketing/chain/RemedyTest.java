package io.daybook.ticketing.chain;

import io.daybook.ledger.DerivedId;
import io.daybook.ledger.UserId;
import io.daybook.ticketing.chain.ChainCommand.ApproveRemedy;
import io.daybook.ticketing.chain.ChainCommand.NoteFinalityViolation;
import io.daybook.ticketing.chain.ChainCommand.NoteNonceTaken;
import io.daybook.ticketing.chain.ChainCommand.ProposeRemedy;
import io.daybook.ticketing.chain.ChainCommand.WithdrawRemedy;
import io.daybook.ticketing.chain.ChainError.FourEyes;
import io.daybook.ticketing.chain.ChainError.NothingToResume;
import io.daybook.ticketing.chain.ChainError.RemedyEnded;
import io.daybook.ticketing.chain.ChainError.RemedyExistsWithDifferentContent;
import io.daybook.ticketing.chain.ChainError.RemedyIncomplete;
import io.daybook.ticketing.chain.ChainError.RemedyOpen;
import io.daybook.ticketing.chain.ChainError.RemedyUnknown;
import io.daybook.ticketing.chain.ChainEvent.ChainConnected;
import io.daybook.ticketing.chain.ChainEvent.FinalityViolated;
import io.daybook.ticketing.chain.ChainEvent.NonceTaken;
import io.daybook.ticketing.chain.ChainEvent.RemedyOrdered;
import io.daybook.ticketing.chain.ChainEvent.RemedyProposed;
import io.daybook.ticketing.chain.ChainEvent.RemedyWithdrawn;
import io.daybook.ticketing.chain.Remedy.Act;
import org.axonframework.test.aggregate.AggregateTestFixture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What people may have done about a chain, and which of it needs two of them. */
class RemedyTest {
  private static final Address CONTRACT = new Address("0x" + "c0".repeat(20));
  private static final BlockHash BLOCK = new BlockHash("0x" + "aa".repeat(32));
  private static final BlockHash OTHER = new BlockHash("0x" + "bb".repeat(32));
  private static final ChainKey CHAIN = ChainKey.of(1, BLOCK, CONTRACT);
  private static final UserId OLGA = user("olga");
  private static final UserId PAVEL = user("pavel");
  private static final RemedyId ONE = new RemedyId(DerivedId.of("rmd", "one"));
  private static final RemedyId TWO = new RemedyId(DerivedId.of("rmd", "two"));
  private static final IntentId MINT = new IntentId("mint:tok_1");
  private static final Remedy CANCEL = new Remedy(Act.CANCEL, MINT);
  private static final Remedy READ = new Remedy(Act.RESUME_READING, null);
  private static final Remedy SEND = new Remedy(Act.RESUME_SENDING, null);
  private static final ChainConnected CONNECTED =
      new ChainConnected(CHAIN, 1, BLOCK, CONTRACT, CONTRACT);
  private static final NonceTaken TAKEN = new NonceTaken(CHAIN, 7);
  private static final FinalityViolated VIOLATED = new FinalityViolated(CHAIN, 9, BLOCK, OTHER);

  private final AggregateTestFixture<ChainLink> chain = new AggregateTestFixture<>(ChainLink.class);

  @Test
  void onePersonMayHaveATransactionSentAgainOrPaidMoreFor() {
    for (Act act : new Act[] {Act.SEND_AGAIN, Act.PAY_MORE}) {
      var remedy = new Remedy(act, MINT);
      chain
          .given(CONNECTED)
          .when(new ProposeRemedy(CHAIN, ONE, remedy, OLGA))
          .expectEvents(new RemedyOrdered(CHAIN, ONE, remedy, OLGA, null));
    }
  }

  @Test
  void twoDifferentPeopleCancelATransaction() {
    chain
        .given(CONNECTED)
        .when(new ProposeRemedy(CHAIN, ONE, CANCEL, OLGA))
        .expectEvents(new RemedyProposed(CHAIN, ONE, CANCEL, OLGA));
    chain
        .given(CONNECTED, new RemedyProposed(CHAIN, ONE, CANCEL, OLGA))
        .when(new ApproveRemedy(CHAIN, ONE, OLGA))
        .expectNoEvents()
        .expectExceptionDetails(new FourEyes(OLGA));
    chain
        .given(CONNECTED, new RemedyProposed(CHAIN, ONE, CANCEL, OLGA))
        .when(new ApproveRemedy(CHAIN, ONE, PAVEL))
        .expectEvents(new RemedyOrdered(CHAIN, ONE, CANCEL, OLGA, PAVEL));
  }

  @Test
  void whatHasNotStoppedCannotGoOn() {
    chain
        .given(CONNECTED)
        .when(new ProposeRemedy(CHAIN, ONE, SEND, OLGA))
        .expectExceptionDetails(new NothingToResume(Act.RESUME_SENDING));
    chain
        .given(CONNECTED)
        .when(new ProposeRemedy(CHAIN, ONE, READ, OLGA))
        .expectExceptionDetails(new NothingToResume(Act.RESUME_READING));
    chain
        .given(CONNECTED, TAKEN)
        .when(new ProposeRemedy(CHAIN, ONE, SEND, OLGA))
        .expectEvents(new RemedyProposed(CHAIN, ONE, SEND, OLGA));
    chain
        .given(CONNECTED, VIOLATED)
        .when(new ProposeRemedy(CHAIN, ONE, READ, OLGA))
        .expectEvents(new RemedyProposed(CHAIN, ONE, READ, OLGA));
  }

  @Test
  void whatGoesOnAgainIsNotResumedTwice() {
    chain
        .given(
            CONNECTED,
            TAKEN,
            new RemedyProposed(CHAIN, ONE, SEND, OLGA),
            new RemedyOrdered(CHAIN, ONE, SEND, OLGA, PAVEL))
        .when(new ProposeRemedy(CHAIN, TWO, SEND, OLGA))
        .expectExceptionDetails(new NothingToResume(Act.RESUME_SENDING));
  }

  @Test
  void whatStoppedAgainForTheSameReasonIsNotedAgain() {
    RemedyOrdered read = new RemedyOrdered(CHAIN, ONE, READ, OLGA, PAVEL);
    RemedyOrdered send = new RemedyOrdered(CHAIN, TWO, SEND, OLGA, PAVEL);
    chain
        .given(CONNECTED, VIOLATED, read)
        .when(new NoteFinalityViolation(CHAIN, 9, BLOCK, OTHER))
        .expectEvents(VIOLATED);
    chain.given(CONNECTED, TAKEN).when(new NoteNonceTaken(CHAIN, 7)).expectNoEvents();
    chain.given(CONNECTED, TAKEN, send).when(new NoteNonceTaken(CHAIN, 7)).expectEvents(TAKEN);
  }

  @Test
  void theSameIsProposedOnceAtATime() {
    var proposed = new RemedyProposed(CHAIN, ONE, CANCEL, OLGA);
    chain
        .given(CONNECTED, proposed)
        .when(new ProposeRemedy(CHAIN, TWO, CANCEL, PAVEL))
        .expectExceptionDetails(new RemedyOpen(ONE));
    chain
        .given(CONNECTED, proposed, new RemedyWithdrawn(CHAIN, ONE, PAVEL))
        .when(new ProposeRemedy(CHAIN, TWO, CANCEL, PAVEL))
        .expectEvents(new RemedyProposed(CHAIN, TWO, CANCEL, PAVEL));
  }

  @Test
  void repeatsChangeNothing() {
    var proposed = new RemedyProposed(CHAIN, ONE, CANCEL, OLGA);
    var ordered = new RemedyOrdered(CHAIN, ONE, CANCEL, OLGA, PAVEL);
    var withdrawn = new RemedyWithdrawn(CHAIN, ONE, OLGA);
    chain
        .given(CONNECTED, proposed)
        .when(new ProposeRemedy(CHAIN, ONE, CANCEL, OLGA))
        .expectNoEvents()
        .expectSuccessfulHandlerExecution();
    chain
        .given(CONNECTED, proposed, ordered)
        .when(new ApproveRemedy(CHAIN, ONE, PAVEL))
        .expectNoEvents()
        .expectSuccessfulHandlerExecution();
    chain
        .given(CONNECTED, proposed, withdrawn)
        .when(new WithdrawRemedy(CHAIN, ONE, PAVEL))
        .expectNoEvents()
        .expectSuccessfulHandlerExecution();
  }

  @Test
  void whatIsDecidedIsNotDecidedAnotherWay() {
    var proposed = new RemedyProposed(CHAIN, ONE, CANCEL, OLGA);
    chain
        .given(CONNECTED, proposed, new RemedyWithdrawn(CHAIN, ONE, OLGA))
        .when(new ApproveRemedy(CHAIN, ONE, PAVEL))
        .expectExceptionDetails(new RemedyEnded(ONE));
    chain
        .given(CONNECTED, proposed, new RemedyOrdered(CHAIN, ONE, CANCEL, OLGA, PAVEL))
        .when(new WithdrawRemedy(CHAIN, ONE, OLGA))
        .expectExceptionDetails(new RemedyEnded(ONE));
    chain
        .given(CONNECTED, proposed)
        .when(new ProposeRemedy(CHAIN, ONE, CANCEL, PAVEL))
        .expectExceptionDetails(new RemedyExistsWithDifferentContent(ONE));
    chain
        .given(CONNECTED)
        .when(new ApproveRemedy(CHAIN, ONE, PAVEL))
        .expectExceptionDetails(new RemedyUnknown(ONE));
  }

  @ParameterizedTest
  @EnumSource
  void aRemedySaysItsTransactionIfItIsAboutOne(Act act) {
    var wrong = new Remedy(act, act.isOfTransaction() ? null : MINT);
    chain
        .given(CONNECTED, TAKEN, VIOLATED)
        .when(new ProposeRemedy(CHAIN, ONE, wrong, OLGA))
        .expectExceptionDetails(new RemedyIncomplete(act));
  }

  private static UserId user(String name) {
    return new UserId(DerivedId.of("usr", name));
  }
}
