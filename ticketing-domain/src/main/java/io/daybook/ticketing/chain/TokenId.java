package io.daybook.ticketing.chain;

import java.math.BigInteger;
import java.util.regex.Pattern;

/** A token's id in its contract: a number from 0 to 2^256 - 1, written in decimal digits. */
public record TokenId(String value) {
  private static final Pattern FORMAT = Pattern.compile("0|[1-9][0-9]{0,77}");
  private static final int BITS = 256;

  /** Checks format and range. */
  public TokenId {
    if (!FORMAT.matcher(value).matches() || new BigInteger(value).bitLength() > BITS) {
      throw new IllegalArgumentException("not a number of 256 bits: '" + value + "'");
    }
  }

  /** Returns the id that is {@code number}. */
  public static TokenId of(BigInteger number) {
    return new TokenId(number.toString());
  }

  /** Returns the number. */
  public BigInteger number() {
    return new BigInteger(value);
  }

  @Override
  public String toString() {
    return value;
  }
}
