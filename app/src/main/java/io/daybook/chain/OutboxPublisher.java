package io.daybook.chain;

import io.daybook.ledger.CommandSender;
import io.daybook.recorder.CommandContext;
import io.daybook.ticketing.chain.ChainCommand.NoteAnchor;
import io.daybook.ticketing.chain.ChainCommand.NoteFinalityViolation;
import io.daybook.ticketing.chain.ChainCommand.NoteNonceTaken;
import io.daybook.ticketing.chain.ChainCommand.NoteReorganisation;
import io.daybook.ticketing.chain.ChainCommand.NoteUnexpectedToken;
import io.daybook.ticketing.chain.ChainKey;
import io.daybook.ticketing.chain.Place;
import io.daybook.ticketing.chain.TokenCommand.FinaliseBurn;
import io.daybook.ticketing.chain.TokenCommand.FinaliseMint;
import io.daybook.ticketing.chain.TokenCommand.RetractBurn;
import io.daybook.ticketing.chain.TokenCommand.RetractMint;
import io.daybook.ticketing.chain.TokenCommand.SeeBurn;
import io.daybook.ticketing.chain.TokenCommand.SeeMint;
import io.daybook.ticketing.chain.TokenCommand.WithdrawBurn;
import io.daybook.ticketing.chain.TokenCommand.WithdrawMint;
import io.daybook.ticketing.chain.TokenKey;
import java.util.List;

/**
 * Tells the journal what the chain showed. A fact stays in the outbox until the journal has it, and
 * may be told twice: the aggregates then change nothing.
 */
final class OutboxPublisher {
  private static final int BATCH = 200;
  private static final CommandContext CHAIN = CommandContext.of("chain-follower", "chain");

  private final Outbox outbox;
  private final CommandSender commands;
  private final ChainKey chain;

  OutboxPublisher(Outbox outbox, CommandSender commands, ChainKey chain) {
    this.outbox = outbox;
    this.commands = commands;
    this.chain = chain;
  }

  /** Tells what waits, up to a batch; returns how many facts it told. */
  int publish() {
    List<Outbox.Waiting> waiting = outbox.first(BATCH);
    for (Outbox.Waiting next : waiting) {
      CHAIN.call(() -> {
        commands.send(command(next.fact()));
        return next;
      });
      outbox.remove(next.seq());
    }
    return waiting.size();
  }

  private Object command(Fact fact) {
    return switch (fact) {
      case Fact.OfToken(Fact.Act act, TokenKey token, Place place) -> command(act, token, place);
      case Fact.Unexpected(var token, Place place) -> new NoteUnexpectedToken(chain, token, place);
      case Fact.Anchored(long size, var root, Place place, long seconds) ->
          new NoteAnchor(chain, size, root, place, seconds);
      case Fact.Reorganised(int depth, long ancestor, var hash, var abandoned) ->
          new NoteReorganisation(chain, depth, ancestor, hash, abandoned);
      case Fact.Violated(long block, var expected, var found) ->
          new NoteFinalityViolation(chain, block, expected, found);
      case Fact.NonceTaken(long nonce) -> new NoteNonceTaken(chain, nonce);
    };
  }

  private static Object command(Fact.Act act, TokenKey token, Place place) {
    return switch (act) {
      case MINT_SEEN -> new SeeMint(token, place);
      case MINT_WITHDRAWN -> new WithdrawMint(token, place);
      case MINT_FINAL -> new FinaliseMint(token, place);
      case MINT_RETRACTED -> new RetractMint(token, place);
      case BURN_SEEN -> new SeeBurn(token, place);
      case BURN_WITHDRAWN -> new WithdrawBurn(token, place);
      case BURN_FINAL -> new FinaliseBurn(token, place);
      case BURN_RETRACTED -> new RetractBurn(token, place);
    };
  }
}
