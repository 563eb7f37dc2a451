package io.daybook.ledger.book;

import io.daybook.ledger.IdFormat;

/**
 * Identifies a write as its sender did: {@code req_} and 26 Crockford base-32 characters that
 * follow from the sender, the route and the sender's key for the write.
 */
public record RequestId(String value) {
  /** Checks the format. */
  public RequestId {
    IdFormat.check("req", value);
  }

  @Override
  public String toString() {
    return value;
  }
}
