package io.daybook.ticketing.chain;

/** Names a block by its content: {@code 0x} and 64 hexadecimal digits in lower case. */
public record BlockHash(String value) {
  /** Checks the format. */
  public BlockHash {
    Hex.check(value, 64);
  }

  @Override
  public String toString() {
    return value;
  }
}
