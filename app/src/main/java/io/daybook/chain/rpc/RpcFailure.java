package io.daybook.chain.rpc;

import java.util.Locale;

/** What a node's refusal means to us; nodes agree on meanings, not on words. */
public enum RpcFailure {
  /** Nobody answered, or not in time. */
  UNREACHABLE,
  /** The node answered with what cannot be together, or does not know a block that it told of. */
  INCONSISTENT,
  /** The answer would be too large. */
  RANGE_TOO_LARGE,
  /** The node has this very transaction already, which is as good as sent. */
  ALREADY_KNOWN,
  /** The nonce is used. */
  NONCE_TOO_LOW,
  /** A fee is below what the node or the transaction in its place asks for. */
  UNDERPRICED,
  /** The signer cannot pay. */
  INSUFFICIENT_FUNDS,
  /** The contract refused. */
  REVERTED,
  /** Anything else: a person must look. */
  OTHER;

  static RpcFailure of(String message) {
    String text = message.toLowerCase(Locale.ROOT);
    if (has(text, "already imported", "already known", "known transaction")) {
      return ALREADY_KNOWN;
    }
    if (has(text, "nonce too low")) {
      return NONCE_TOO_LOW;
    }
    if (has(text, "underpriced", "fee cap less than", "max fee per gas less", "fee too low")) {
      return UNDERPRICED;
    }
    if (has(text, "insufficient funds")) {
      return INSUFFICIENT_FUNDS;
    }
    if (has(text, "revert")) {
      return REVERTED;
    }
    if (has(text, "too many results", "range", "more than", "too large", "exceed")) {
      return RANGE_TOO_LARGE;
    }
    if (has(text, "unknown block", "not found", "header not")) {
      return INCONSISTENT;
    }
    return OTHER;
  }

  private static boolean has(String text, String... words) {
    for (String word : words) {
      if (text.contains(word)) {
        return true;
      }
    }
    return false;
  }
}
