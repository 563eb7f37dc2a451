package io.daybook.ticketing.chain;

import io.daybook.ledger.UserId;
import org.axonframework.modelling.command.TargetAggregateIdentifier;

/** What can be noted of a contract on a chain. Each command may be repeated. */
public sealed interface ChainCommand {
  /** Returns the contract that the command is about. */
  ChainKey chain();

  /** Joins the journal to a contract; see {@link ChainEvent.ChainConnected}. */
  record ConnectChain(
      @TargetAggregateIdentifier ChainKey chain,
      long chainId,
      BlockHash genesis,
      Address contract,
      Address anchor)
      implements ChainCommand {}

  /** Notes a reorganisation; see {@link ChainEvent.ChainReorganised}. */
  record NoteReorganisation(
      @TargetAggregateIdentifier ChainKey chain,
      int depth,
      long ancestor,
      BlockHash ancestorHash,
      BlockHash abandoned)
      implements ChainCommand {}

  /** Notes that a final block changed; see {@link ChainEvent.FinalityViolated}. */
  record NoteFinalityViolation(
      @TargetAggregateIdentifier ChainKey chain, long block, BlockHash expected, BlockHash found)
      implements ChainCommand {}

  /** Notes a token that should not be there; see {@link ChainEvent.UnexpectedTokenSeen}. */
  record NoteUnexpectedToken(
      @TargetAggregateIdentifier ChainKey chain, TokenId tokenId, Place place)
      implements ChainCommand {}

  /** Notes an anchor that is final; see {@link ChainEvent.JournalAnchored}. */
  record NoteAnchor(
      @TargetAggregateIdentifier ChainKey chain,
      long size,
      Commitment root,
      Place place,
      long blockSeconds)
      implements ChainCommand {}

  /** Notes that somebody else used a nonce; see {@link ChainEvent.NonceTaken}. */
  record NoteNonceTaken(@TargetAggregateIdentifier ChainKey chain, long nonce)
      implements ChainCommand {}

  /** What is commanded about one remedy. */
  sealed interface OfRemedy extends ChainCommand {
    /** Returns which. */
    RemedyId id();
  }

  /** Asks for a remedy; one that needs no second person is ordered at once. */
  record ProposeRemedy(
      @TargetAggregateIdentifier ChainKey chain, RemedyId id, Remedy remedy, UserId by)
      implements OfRemedy {}

  /** Agrees to a remedy; refused for who proposed it. */
  record ApproveRemedy(@TargetAggregateIdentifier ChainKey chain, RemedyId id, UserId by)
      implements OfRemedy {}

  /** Takes a proposed remedy back. */
  record WithdrawRemedy(@TargetAggregateIdentifier ChainKey chain, RemedyId id, UserId by)
      implements OfRemedy {}
}
