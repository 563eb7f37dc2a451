package io.daybook.ticketing.chain;

import io.daybook.ledger.DerivedId;
import io.daybook.ledger.IdFormat;

/** Identifies a contract on a chain: {@code chn_} and 26 Crockford characters. */
public record ChainKey(String value) {
  /** Checks the format. */
  public ChainKey {
    IdFormat.check("chn", value);
  }

  /** Returns the key of the contract at {@code contract} on the chain that began with a block. */
  public static ChainKey of(long chainId, BlockHash genesis, Address contract) {
    return new ChainKey(
        DerivedId.of("chn", Long.toString(chainId), genesis.value(), contract.value()));
  }

  @Override
  public String toString() {
    return value;
  }
}
