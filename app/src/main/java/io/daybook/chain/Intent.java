package io.daybook.chain;

import io.daybook.chain.rpc.Signer.Call;
import io.daybook.ticketing.chain.TxHash;
import java.math.BigInteger;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Something to be done on the chain, once.
 *
 * @param id derived from what it is for, so that it can be asked for any number of times
 * @param nonce absent until it is signed
 */
record Intent(String id, Kind kind, Call call, State state, @Nullable Long nonce) {
  /** What is done. */
  enum Kind {
    MINT,
    REVOKE,
    ANCHOR
  }

  /** How far it is. */
  enum State {
    /** Has no nonce yet. */
    WAITING,
    /** Is signed and sent, or about to be sent again. */
    SENT,
    /** Is in a block that may still be reorganised. */
    MINED,
    /** Had its effect, for good. */
    FINAL,
    /** Is in a final block and had no effect. */
    FAILED,
    /** Its nonce was used for nothing, because people wanted it so. */
    CANCELLED
  }

  /**
   * One signed form of an intent.
   *
   * @param number from 0; a later one pays more
   * @param cancels whether it lets nothing happen in the intent's place
   */
  record Attempt(
      TxHash hash,
      String intent,
      int number,
      String raw,
      BigInteger tip,
      BigInteger cap,
      Instant signedAt,
      boolean cancels) {}
}
