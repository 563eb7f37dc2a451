package io.daybook.ticketing.chain;

import io.daybook.ledger.DerivedId;
import io.daybook.ticketing.chain.TokenCommand.FinaliseMint;
import io.daybook.ticketing.chain.TokenCommand.RequestBurn;
import io.daybook.ticketing.chain.TokenCommand.RequestMint;
import io.daybook.ticketing.chain.TokenCommand.RetractMint;
import io.daybook.ticketing.chain.TokenCommand.SeeBurn;
import io.daybook.ticketing.chain.TokenCommand.SeeMint;
import io.daybook.ticketing.chain.TokenCommand.WithdrawMint;
import io.daybook.ticketing.chain.TokenError.TokenAlreadyFinal;
import io.daybook.ticketing.chain.TokenError.TokenExistsWithDifferentContent;
import io.daybook.ticketing.chain.TokenError.TokenNotSeenThere;
import io.daybook.ticketing.chain.TokenEvent.BurnRequested;
import io.daybook.ticketing.chain.TokenEvent.MintFinalised;
import io.daybook.ticketing.chain.TokenEvent.MintRequested;
import io.daybook.ticketing.chain.TokenEvent.MintWithdrawn;
import io.daybook.ticketing.chain.TokenEvent.TokenBurned;
import io.daybook.ticketing.chain.TokenEvent.TokenMinted;
import io.daybook.ticketing.ticket.TicketId;
import org.axonframework.test.aggregate.AggregateTestFixture;
import org.junit.jupiter.api.Test;

class TokenTest {
  private static final Address CONTRACT = new Address("0x" + "c0".repeat(20));
  private static final TicketId TICKET = new TicketId(DerivedId.of("tkt", "one"));
  private static final TokenKey TOKEN = TokenKey.of(TICKET, 1, CONTRACT);
  private static final TokenId ID = new TokenId("77");
  private static final Commitment COMMITMENT = new Commitment("0x" + "ab".repeat(32));
  private static final MintRequested REQUESTED =
      new MintRequested(TOKEN, TICKET, 1, CONTRACT, ID, COMMITMENT);
  private static final Place HERE = place(10, "aa");
  private static final Place THERE = place(11, "bb");

  private final AggregateTestFixture<Token> token = new AggregateTestFixture<>(Token.class);

  @Test
  void isOrderedOnce() {
    var order = new RequestMint(TOKEN, TICKET, 1, CONTRACT, ID, COMMITMENT);

    token.givenNoPriorActivity().when(order).expectEvents(REQUESTED);
    token.given(REQUESTED).when(order).expectNoEvents().expectSuccessfulHandlerExecution();
  }

  @Test
  void refusesAnotherOrderUnderItsKey() {
    token
        .given(REQUESTED)
        .when(new RequestMint(TOKEN, TICKET, 1, CONTRACT, new TokenId("78"), COMMITMENT))
        .expectNoEvents()
        .expectExceptionDetails(new TokenExistsWithDifferentContent(TOKEN));
  }

  @Test
  void isSeenAtAPlaceOnce() {
    token
        .given(REQUESTED)
        .when(new SeeMint(TOKEN, HERE))
        .expectEvents(new TokenMinted(TOKEN, HERE));
    token
        .given(REQUESTED, new TokenMinted(TOKEN, HERE))
        .when(new SeeMint(TOKEN, HERE))
        .expectNoEvents();
  }

  @Test
  void isNoLongerWhereItWasOnceItIsSeenElsewhere() {
    token
        .given(REQUESTED, new TokenMinted(TOKEN, HERE))
        .when(new SeeMint(TOKEN, THERE))
        .expectEvents(new MintWithdrawn(TOKEN, HERE), new TokenMinted(TOKEN, THERE));
  }

  @Test
  void isWithdrawnFromWhereItIsAndNowhereElse() {
    token
        .given(REQUESTED, new TokenMinted(TOKEN, HERE))
        .when(new WithdrawMint(TOKEN, HERE))
        .expectEvents(new MintWithdrawn(TOKEN, HERE));
    token
        .given(REQUESTED, new TokenMinted(TOKEN, HERE))
        .when(new WithdrawMint(TOKEN, THERE))
        .expectNoEvents();
  }

  @Test
  void becomesFinalWhereItIsSeenAndStaysThere() {
    token
        .given(REQUESTED, new TokenMinted(TOKEN, HERE))
        .when(new FinaliseMint(TOKEN, HERE))
        .expectEvents(new MintFinalised(TOKEN, HERE));
    token
        .given(REQUESTED, new TokenMinted(TOKEN, HERE))
        .when(new FinaliseMint(TOKEN, THERE))
        .expectExceptionDetails(new TokenNotSeenThere(TOKEN, THERE));
    token
        .given(REQUESTED, new TokenMinted(TOKEN, HERE), new MintFinalised(TOKEN, HERE))
        .when(new SeeMint(TOKEN, THERE))
        .expectNoEvents()
        .expectExceptionDetails(new TokenAlreadyFinal(TOKEN, HERE));
  }

  @Test
  void isRetractedFromWhereItWasFinalAndIsSeenAgain() {
    var minted = new TokenMinted(TOKEN, HERE);
    var withdrawn = new MintWithdrawn(TOKEN, HERE);
    token
        .given(REQUESTED, minted, new MintFinalised(TOKEN, HERE))
        .when(new WithdrawMint(TOKEN, HERE))
        .expectExceptionDetails(new TokenAlreadyFinal(TOKEN, HERE));
    token
        .given(REQUESTED, minted, new MintFinalised(TOKEN, HERE))
        .when(new RetractMint(TOKEN, HERE))
        .expectEvents(withdrawn);
    token
        .given(REQUESTED, minted, new MintFinalised(TOKEN, HERE), withdrawn)
        .when(new SeeMint(TOKEN, THERE))
        .expectEvents(new TokenMinted(TOKEN, THERE));
    token.given(REQUESTED, minted).when(new RetractMint(TOKEN, THERE)).expectNoEvents();
  }

  @Test
  void isToBeBurnedOnceAndMayBeBurnedInTheBlockOfItsMint() {
    token
        .given(REQUESTED)
        .when(new RequestBurn(TOKEN))
        .expectEvents(new BurnRequested(TOKEN, TICKET, ID));
    token
        .given(REQUESTED, new BurnRequested(TOKEN, TICKET, ID))
        .when(new RequestBurn(TOKEN))
        .expectNoEvents();
    token
        .given(REQUESTED, new TokenMinted(TOKEN, HERE))
        .when(new SeeBurn(TOKEN, HERE))
        .expectEvents(new TokenBurned(TOKEN, HERE));
  }

  private static Place place(long block, String digits) {
    return new Place(
        block, new BlockHash("0x" + digits.repeat(32)), new TxHash("0x" + "dd".repeat(32)), 0);
  }
}
