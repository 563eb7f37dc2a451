package io.daybook.ticketing.chain;

import io.daybook.ticketing.ticket.TicketId;

/**
 * What happened to a ticket's token. A reorganisation is a later fact that withdraws an earlier
 * one; nothing is ever taken out of the journal.
 */
public sealed interface TokenEvent {
  /** Returns the token that it happened to. */
  TokenKey token();

  /** A ticket's token was ordered. */
  record MintRequested(
      TokenKey token,
      TicketId ticket,
      long chainId,
      Address contract,
      TokenId tokenId,
      Commitment commitment)
      implements TokenEvent {}

  /** The token was seen to be minted. */
  record TokenMinted(TokenKey token, Place place) implements TokenEvent {}

  /** A reorganisation took the mint out of the chain. */
  record MintWithdrawn(TokenKey token, Place place) implements TokenEvent {}

  /** The mint can no longer be reorganised. */
  record MintFinalised(TokenKey token, Place place) implements TokenEvent {}

  /** The token is to be burned. */
  record BurnRequested(TokenKey token, TicketId ticket, TokenId tokenId) implements TokenEvent {}

  /** The token was seen to be burned. */
  record TokenBurned(TokenKey token, Place place) implements TokenEvent {}

  /** A reorganisation took the burn out of the chain. */
  record BurnWithdrawn(TokenKey token, Place place) implements TokenEvent {}

  /** The burn can no longer be reorganised. */
  record BurnFinalised(TokenKey token, Place place) implements TokenEvent {}
}
