package io.daybook.ticketing.chain;

/**
 * What a token says of its ticket, the leaf hash of the record that issued it: {@code 0x} and 64
 * hexadecimal digits in lower case.
 */
public record Commitment(String value) {
  /** Checks the format. */
  public Commitment {
    Hex.check(value, 64);
  }

  @Override
  public String toString() {
    return value;
  }
}
