package io.daybook.ticketing.chain;

import io.daybook.ticketing.ticket.TicketId;
import org.axonframework.modelling.command.TargetAggregateIdentifier;

/** What a token can be told. Each command may be repeated: it then changes nothing. */
public sealed interface TokenCommand {
  /** Returns the token that the command is for. */
  TokenKey token();

  /**
   * Orders a ticket's token.
   *
   * @param chainId EIP-155's number of the chain
   * @param commitment the leaf hash of the record that issued the ticket
   */
  record RequestMint(
      @TargetAggregateIdentifier TokenKey token,
      TicketId ticket,
      long chainId,
      Address contract,
      TokenId tokenId,
      Commitment commitment)
      implements TokenCommand {}

  /** Says that the token was seen to be minted, at a place that may still be reorganised. */
  record SeeMint(@TargetAggregateIdentifier TokenKey token, Place place) implements TokenCommand {}

  /** Says that the place of a mint is no longer part of the chain. */
  record WithdrawMint(@TargetAggregateIdentifier TokenKey token, Place place)
      implements TokenCommand {}

  /** Says that the place of a mint can no longer be reorganised. */
  record FinaliseMint(@TargetAggregateIdentifier TokenKey token, Place place)
      implements TokenCommand {}

  /** Orders that the token is burned, because its ticket is void. */
  record RequestBurn(@TargetAggregateIdentifier TokenKey token) implements TokenCommand {}

  /** Says that the token was seen to be burned, at a place that may still be reorganised. */
  record SeeBurn(@TargetAggregateIdentifier TokenKey token, Place place) implements TokenCommand {}

  /** Says that the place of a burn is no longer part of the chain. */
  record WithdrawBurn(@TargetAggregateIdentifier TokenKey token, Place place)
      implements TokenCommand {}

  /** Says that the place of a burn can no longer be reorganised. */
  record FinaliseBurn(@TargetAggregateIdentifier TokenKey token, Place place)
      implements TokenCommand {}

  /**
   * Says that a place of a mint is no longer part of the chain although it was final, which people
   * have looked at.
   */
  record RetractMint(@TargetAggregateIdentifier TokenKey token, Place place)
      implements TokenCommand {}

  /** Says the same of a burn; see {@link RetractMint}. */
  record RetractBurn(@TargetAggregateIdentifier TokenKey token, Place place)
      implements TokenCommand {}
}
