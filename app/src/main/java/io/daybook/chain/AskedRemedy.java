package io.daybook.chain;

import io.daybook.ledger.UserId;
import io.daybook.ticketing.chain.Remedy;
import io.daybook.ticketing.chain.RemedyId;
import org.jspecify.annotations.Nullable;

/**
 * A remedy that somebody asked for, and how far it is.
 *
 * @param approvedBy absent if nobody agreed yet, or nobody has to
 * @param outcome what came of it, in words; absent before it is done
 */
public record AskedRemedy(
    RemedyId id,
    Remedy remedy,
    State state,
    UserId proposedBy,
    @Nullable UserId approvedBy,
    @Nullable String outcome) {
  /** How far a remedy is. */
  public enum State {
    /** Another person must agree. */
    PROPOSED,
    /** Is about to be done. */
    ORDERED,
    /** Was taken back. */
    WITHDRAWN,
    /** Was done; its outcome says what came of it. */
    DONE
  }
}
