package io.daybook.ticketing.chain;

import io.daybook.ledger.UserId;
import org.jspecify.annotations.Nullable;

/** What happened between the journal and one contract on a chain. */
public sealed interface ChainEvent {
  /** Returns the contract that it is about. */
  ChainKey chain();

  /**
   * The journal was joined to a contract.
   *
   * @param chainId EIP-155's number of the chain
   * @param genesis the hash of its block 0, which tells chains of one number apart
   * @param anchor the contract that holds roots of the journal
   */
  record ChainConnected(
      ChainKey chain, long chainId, BlockHash genesis, Address contract, Address anchor)
      implements ChainEvent {}

  /**
   * Blocks that had been read are no longer part of the chain.
   *
   * @param depth how many they were
   * @param ancestor the last block that stayed
   * @param abandoned the newest block that did not
   */
  record ChainReorganised(
      ChainKey chain, int depth, long ancestor, BlockHash ancestorHash, BlockHash abandoned)
      implements ChainEvent {}

  /** A block changed that could not change any more: the chain is read no further. */
  record FinalityViolated(ChainKey chain, long block, BlockHash expected, BlockHash found)
      implements ChainEvent {}

  /** The contract has a token that no ticket of ours asked for, or that says something else. */
  record UnexpectedTokenSeen(ChainKey chain, TokenId tokenId, Place place) implements ChainEvent {}

  /**
   * The contract holds a root of this journal, for good.
   *
   * @param size how many records the root covers
   * @param root the root as {@code 0x} and 64 hexadecimal digits
   * @param blockSeconds the block's time in seconds since 1970
   */
  record JournalAnchored(ChainKey chain, long size, Commitment root, Place place, long blockSeconds)
      implements ChainEvent {}

  /** Somebody else used a nonce of the sender: nothing more is sent. */
  record NonceTaken(ChainKey chain, long nonce) implements ChainEvent {}

  /** Somebody asked for a remedy that another person must agree to. */
  record RemedyProposed(ChainKey chain, RemedyId id, Remedy remedy, UserId proposedBy)
      implements ChainEvent {}

  /**
   * A remedy is to be done.
   *
   * @param approvedBy absent if one person may order it
   */
  record RemedyOrdered(
      ChainKey chain, RemedyId id, Remedy remedy, UserId proposedBy, @Nullable UserId approvedBy)
      implements ChainEvent {}

  /** A remedy that was proposed will not be done. */
  record RemedyWithdrawn(ChainKey chain, RemedyId id, UserId withdrawnBy) implements ChainEvent {}
}
