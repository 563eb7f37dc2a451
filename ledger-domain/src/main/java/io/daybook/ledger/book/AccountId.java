package io.daybook.ledger.book;

import java.util.Objects;
import java.util.regex.Pattern;

/**
 * Identifies a ledger account by its path, such as {@code organisers:org_…:payable}: one to eight
 * segments of 1 to 40 letters, digits, underscores or hyphens, separated by colons.
 */
public record AccountId(String value) {
  private static final Pattern FORMAT =
      Pattern.compile("[A-Za-z0-9_-]{1,40}(:[A-Za-z0-9_-]{1,40}){0,7}");

  /** Checks the format. */
  public AccountId {
    Objects.requireNonNull(value, "value");
    if (!FORMAT.matcher(value).matches()) {
      throw new IllegalArgumentException("not an account id: '" + value + "'");
    }
  }

  /** Whether this is {@code path}, or an account whose path goes on from it. */
  public boolean isUnder(AccountId path) {
    return value.startsWith(path.value)
        && (value.length() == path.value.length() || value.charAt(path.value.length()) == ':');
  }

  @Override
  public String toString() {
    return value;
  }
}
