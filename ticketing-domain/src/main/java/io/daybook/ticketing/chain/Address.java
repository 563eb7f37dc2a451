package io.daybook.ticketing.chain;

/** Who or what acts on a chain: {@code 0x} and 40 hexadecimal digits in lower case. */
public record Address(String value) {
  /** Checks the format. */
  public Address {
    Hex.check(value, 40);
  }

  @Override
  public String toString() {
    return value;
  }
}
