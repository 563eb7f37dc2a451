package io.daybook.ticketing.chain;

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
}
