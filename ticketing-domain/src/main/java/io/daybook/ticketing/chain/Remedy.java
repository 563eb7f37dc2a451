package io.daybook.ticketing.chain;

import org.jspecify.annotations.Nullable;

/**
 * What people can have done where Daybook's side of the chain does not go on by itself.
 *
 * @param intent whose transaction it is about; absent if it is about none
 */
public record Remedy(Act act, @Nullable IntentId intent) {
  /** What is done. */
  public enum Act {
    /** Reads the chain again from where it is as it was read, after a final block changed. */
    RESUME_READING,
    /** Sends again, after somebody else used a nonce of the sender. */
    RESUME_SENDING,
    /** Hands a transaction to the node again as it is. */
    SEND_AGAIN,
    /** Pays more for a transaction. */
    PAY_MORE,
    /** Lets nothing happen in a transaction's place. */
    CANCEL;

    /** Whether two people must agree: it changes what is believed, or what is done. */
    public boolean needsTwo() {
      return this == RESUME_READING || this == RESUME_SENDING || this == CANCEL;
    }

    /** Whether it is about one transaction. */
    public boolean isOfTransaction() {
      return this == SEND_AGAIN || this == PAY_MORE || this == CANCEL;
    }
  }

  /** Whether it says which transaction it is about, if and only if it is about one. */
  boolean isComplete() {
    return act.isOfTransaction() == (intent != null);
  }
}
