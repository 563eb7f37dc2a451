package io.daybook.feed.webhook;

import io.daybook.ledger.IdFormat;

/** Identifies a secret of an endpoint: {@code whs_} and 26 Crockford base-32 characters. */
public record SecretId(String value) {
  /** Checks the format. */
  public SecretId {
    IdFormat.check("whs", value);
  }

  @Override
  public String toString() {
    return value;
  }
}
