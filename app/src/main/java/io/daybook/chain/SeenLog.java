package io.daybook.chain;

import io.daybook.chain.contract.AnchorContract;
import io.daybook.chain.contract.TicketContract;
import io.daybook.chain.contract.TicketContract.Said;
import io.daybook.chain.rpc.ChainLog;
import io.daybook.ticketing.chain.Place;
import io.daybook.ticketing.chain.TokenId;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A log of ours, understood.
 *
 * @param token absent of an anchor
 * @param owner whom a token belongs to from then on
 * @param word a commitment or an anchored root
 * @param size how many records an anchored root covers
 */
record SeenLog(
    Kind kind,
    Place place,
    @Nullable TokenId token,
    @Nullable String owner,
    @Nullable String word,
    @Nullable Long size) {
  /** What a log tells. */
  enum Kind {
    MINTED,
    BURNED,
    MOVED,
    COMMITTED,
    ANCHORED
  }

  /** Returns what {@code log} tells, absent if it is no business of ours. */
  static Optional<SeenLog> of(ChainLog log, Link link) {
    if (log.address().equals(link.anchor().address())) {
      return AnchorContract.read(log)
          .map(anchored ->
              new SeenLog(
                  Kind.ANCHORED,
                  log.place(),
                  null,
                  null,
                  anchored.root().value(),
                  anchored.size()));
    }
    if (log.address().equals(link.tickets().address())) {
      return TicketContract.read(log).map(said -> of(said, log.place()));
    }
    return Optional.empty();
  }

  private static SeenLog of(Said said, Place place) {
    return switch (said) {
      case Said.Minted(TokenId token, var owner) ->
          new SeenLog(Kind.MINTED, place, token, owner.value(), null, null);
      case Said.Burned(TokenId token) -> new SeenLog(Kind.BURNED, place, token, null, null, null);
      case Said.Moved(TokenId token, _, var to) ->
          new SeenLog(Kind.MOVED, place, token, to.value(), null, null);
      case Said.Committed(TokenId token, var commitment) ->
          new SeenLog(Kind.COMMITTED, place, token, null, commitment.value(), null);
    };
  }
}
