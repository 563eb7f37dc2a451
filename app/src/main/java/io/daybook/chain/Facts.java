package io.daybook.chain;

import io.daybook.chain.Fact.Act;
import io.daybook.chain.Fact.OfToken;
import io.daybook.ticketing.chain.Commitment;
import io.daybook.ticketing.chain.TokenId;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.ToLongFunction;

/** Makes facts for the journal of what logs tell, and puts them into the outbox. */
final class Facts {
  private final TokenTable tokens;
  private final AnchorTable anchors;
  private final Outbox outbox;

  Facts(TokenTable tokens, AnchorTable anchors, Outbox outbox) {
    this.tokens = tokens;
    this.anchors = anchors;
    this.outbox = outbox;
  }

  void seen(List<SeenLog> logs) {
    logs.forEach(log -> add(log, Act.MINT_SEEN, Act.BURN_SEEN));
  }

  /** What was seen last is withdrawn first. */
  void withdrawn(List<SeenLog> logs) {
    logs.reversed().forEach(log -> add(log, Act.MINT_WITHDRAWN, Act.BURN_WITHDRAWN));
  }

  /** As {@link #withdrawn}, of what may have been final, in blocks above {@code block}. */
  void retracted(List<SeenLog> logs, long block) {
    logs.reversed().forEach(log -> add(log, Act.MINT_RETRACTED, Act.BURN_RETRACTED));
    anchors.removeAbove(block);
  }

  /**
   * Notes what became final.
   *
   * @param seconds tells the time of a log's block, in seconds since 1970
   */
  void finalised(List<SeenLog> logs, ToLongFunction<SeenLog> seconds) {
    for (SeenLog log : logs) {
      switch (log.kind()) {
        case MINTED, BURNED -> {
          if (!add(log, Act.MINT_FINAL, Act.BURN_FINAL)) {
            outbox.add(new Fact.Unexpected(tokenOf(log), log.place()));
          }
        }
        case COMMITTED -> compare(log);
        case ANCHORED -> {
          Fact.Anchored anchored = anchored(log, seconds.applyAsLong(log));
          anchors.add(anchored);
          outbox.add(anchored);
        }
        case MOVED -> {}
      }
    }
  }

  void reorganised(Fact.Reorganised fact) {
    outbox.add(fact);
  }

  void violated(Fact.Violated fact) {
    outbox.add(fact);
  }

  /** Returns whether the log is about a token of ours; one of which nothing is to be told is. */
  private boolean add(SeenLog log, Act ofMint, Act ofBurn) {
    if (log.kind() != SeenLog.Kind.MINTED && log.kind() != SeenLog.Kind.BURNED) {
      return true;
    }
    Optional<TokenTable.Row> token = tokens.find(tokenOf(log));
    Act act = log.kind() == SeenLog.Kind.MINTED ? ofMint : ofBurn;
    token.ifPresent(row -> outbox.add(new OfToken(act, row.token(), log.place())));
    return token.isPresent();
  }

  /** A token of ours that says it stands for something else is as unexpected as a stranger. */
  private void compare(SeenLog log) {
    boolean differs =
        tokens
            .find(tokenOf(log))
            .filter(row -> !row.commitment().value().equals(log.word()))
            .isPresent();
    if (differs) {
      outbox.add(new Fact.Unexpected(tokenOf(log), log.place()));
    }
  }

  private static Fact.Anchored anchored(SeenLog log, long seconds) {
    return new Fact.Anchored(
        Objects.requireNonNull(log.size(), "size"),
        new Commitment(Objects.requireNonNull(log.word(), "root")),
        log.place(),
        seconds);
  }

  private static TokenId tokenOf(SeenLog log) {
    return Objects.requireNonNull(log.token(), "token");
  }
}
