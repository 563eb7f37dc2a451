package io.daybook.ticketing.chain;

import java.util.regex.Pattern;

/** The text form of bytes on a chain. */
final class Hex {
  private static final Pattern DIGITS = Pattern.compile("0x[0-9a-f]+");
  private static final int PREFIX = 2;

  private Hex() {}

  /**
   * Checks that {@code value} is {@code 0x} and that many digits in lower case.
   *
   * @throws IllegalArgumentException if it is not
   */
  static void check(String value, int digits) {
    if (value.length() != PREFIX + digits || !DIGITS.matcher(value).matches()) {
      throw new IllegalArgumentException(
          "not 0x and " + digits + " hexadecimal digits: '" + value + "'");
    }
  }
}
