package io.daybook.chain;

import io.daybook.ticketing.chain.TokenId;
import org.jspecify.annotations.Nullable;

/**
 * A token of which journal, log and chain do not say the same.
 *
 * @param ticket absent if no ticket of ours has this token
 * @param expected what the journal asks for
 * @param inLogs what the logs add up to
 * @param onChain what the contract answers
 */
public record Break(
    Category category,
    TokenId token,
    @Nullable String ticket,
    String expected,
    String inLogs,
    String onChain) {
  /** What kind of difference it is. */
  public enum Category {
    /** Ordered, and not there although nothing is under way. */
    MISSING_ON_CHAIN,
    /** There, and nobody ordered it. */
    UNEXPECTED_ON_CHAIN,
    /** Its owner is not the one that the logs say. */
    OWNER_MISMATCH,
    /** It stands for another record of the journal. */
    HASH_MISMATCH,
    /** It should be burned and is not, or the other way round. */
    REVOKE_MISMATCH;

    /** Whether somebody else may have had a hand in it. */
    boolean isAlarming() {
      return this == UNEXPECTED_ON_CHAIN || this == OWNER_MISMATCH || this == HASH_MISMATCH;
    }
  }
}
