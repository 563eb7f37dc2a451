package io.daybook.ticketing.chain;

import java.util.regex.Pattern;

/**
 * Identifies what is to be done on the chain once, by what it is for: {@code mint:} or {@code
 * revoke:} and a token's key, or {@code anchor:} and a size of the journal.
 */
public record IntentId(String value) {
  private static final Pattern FORMAT = Pattern.compile("(mint|revoke|anchor):[0-9A-Za-z_]{1,40}");

  /** Checks the format. */
  public IntentId {
    if (!FORMAT.matcher(value).matches()) {
      throw new IllegalArgumentException("not what is done on a chain: '" + value + "'");
    }
  }

  @Override
  public String toString() {
    return value;
  }
}
