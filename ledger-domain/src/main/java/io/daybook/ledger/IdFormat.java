package io.daybook.ledger;

import java.util.Objects;
import java.util.regex.Pattern;

/** The text form of identifiers: a prefix, an underscore and 26 Crockford base-32 characters. */
public final class IdFormat {
  private static final Pattern RANDOM_PART = Pattern.compile("[0-7][0-9A-HJKMNP-TV-Z]{25}");

  private IdFormat() {}

  /**
   * Checks that {@code value} is an identifier with {@code prefix}.
   *
   * @throws IllegalArgumentException if it is not
   */
  public static void check(String prefix, String value) {
    Objects.requireNonNull(value, "value");
    if (!value.startsWith(prefix + "_")
        || !RANDOM_PART.matcher(value.substring(prefix.length() + 1)).matches()) {
      throw new IllegalArgumentException("not a '" + prefix + "_' identifier: '" + value + "'");
    }
  }
}
