package io.daybook.ticketing.chain;

import io.daybook.ledger.DerivedId;
import io.daybook.ledger.IdFormat;
import io.daybook.ticketing.ticket.TicketId;

/** Identifies what we know of one ticket's token: {@code tok_} and 26 Crockford characters. */
public record TokenKey(String value) {
  /** Checks the format. */
  public TokenKey {
    IdFormat.check("tok", value);
  }

  /** Returns the key of the one token that {@code ticket} has in the contract at a place. */
  public static TokenKey of(TicketId ticket, long chainId, Address contract) {
    return new TokenKey(
        DerivedId.of("tok", ticket.value(), Long.toString(chainId), contract.value()));
  }

  @Override
  public String toString() {
    return value;
  }
}
