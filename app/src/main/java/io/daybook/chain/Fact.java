package io.daybook.chain;

import io.daybook.ticketing.chain.BlockHash;
import io.daybook.ticketing.chain.Commitment;
import io.daybook.ticketing.chain.Place;
import io.daybook.ticketing.chain.TokenId;
import io.daybook.ticketing.chain.TokenKey;

/** What the chain showed and the journal is to note. */
sealed interface Fact {
  /** What happened to a token of ours. */
  record OfToken(Act act, TokenKey token, Place place) implements Fact {}

  /** What can happen to a token. */
  enum Act {
    MINT_SEEN,
    MINT_WITHDRAWN,
    MINT_FINAL,
    MINT_RETRACTED,
    BURN_SEEN,
    BURN_WITHDRAWN,
    BURN_FINAL,
    BURN_RETRACTED
  }

  /** A token that is final and nobody asked for, or that stands for something else. */
  record Unexpected(TokenId token, Place place) implements Fact {}

  /** A root of the journal that is final. */
  record Anchored(long size, Commitment root, Place place, long seconds) implements Fact {}

  /** Blocks that are no longer part of the chain. */
  record Reorganised(int depth, long ancestor, BlockHash ancestorHash, BlockHash abandoned)
      implements Fact {}

  /** A nonce of the sender that somebody else used. */
  record NonceTaken(long nonce) implements Fact {}

  /** A final block that changed. */
  record Violated(long block, BlockHash expected, BlockHash found) implements Fact {}
}
