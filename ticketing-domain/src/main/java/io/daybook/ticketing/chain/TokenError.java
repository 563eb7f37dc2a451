package io.daybook.ticketing.chain;

import io.daybook.ledger.DomainError;

/** Why a token refuses a command. */
public sealed interface TokenError extends DomainError {
  /** Returns the token that refused. */
  TokenKey token();

  @Override
  default Kind kind() {
    return Kind.CONFLICT;
  }

  /** The token was ordered before with other content. */
  record TokenExistsWithDifferentContent(TokenKey token) implements TokenError {
    @Override
    public String code() {
      return "token_exists_with_different_content";
    }

    @Override
    public String message() {
      return "token " + token + " was ordered before with other content";
    }
  }

  /** What is final was seen again elsewhere: the chain broke its promise. */
  record TokenAlreadyFinal(TokenKey token, Place place) implements TokenError {
    @Override
    public String code() {
      return "token_already_final";
    }

    @Override
    public String message() {
      return "token " + token + " is final in block " + place.block() + " and cannot move";
    }
  }

  /** A place becomes final that the token was not seen at. */
  record TokenNotSeenThere(TokenKey token, Place place) implements TokenError {
    @Override
    public String code() {
      return "token_not_seen_there";
    }

    @Override
    public String message() {
      return "token " + token + " was not seen in block " + place.block();
    }
  }
}
