package io.daybook.ticketing.chain;

/** Names a chain transaction by its content: {@code 0x} and 64 hexadecimal digits in lower case. */
public record TxHash(String value) {
  /** Checks the format. */
  public TxHash {
    Hex.check(value, 64);
  }

  @Override
  public String toString() {
    return value;
  }
}
