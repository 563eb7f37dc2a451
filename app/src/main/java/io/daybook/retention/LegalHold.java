package io.daybook.retention;

import io.daybook.ledger.UserId;

/**
 * How far one legal hold has come.
 *
 * @param by who brought it there
 */
record LegalHold(String reference, State state, UserId by) {
  enum State {
    PROPOSED,
    PLACED,
    RELEASE_PROPOSED,
    WITHDRAWN,
    RELEASED;

    /** A hold works from its proposal on: what is erased meanwhile would not come back. */
    boolean holds() {
      return this == PROPOSED || this == PLACED || this == RELEASE_PROPOSED;
    }
  }
}
