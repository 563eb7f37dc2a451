package io.daybook.ledger.book;

import io.daybook.ledger.CommandRefused;
import io.daybook.ledger.book.BookError.MetadataInvalid;
import java.util.Map;
import java.util.regex.Pattern;

/** What names and values of metadata must satisfy. */
final class MetadataRules {
  private static final int MAX_NAMES = 20;
  private static final int MAX_VALUE = 200;
  private static final Pattern NAME = Pattern.compile("[A-Za-z0-9_.-]{1,40}");

  private MetadataRules() {}

  /**
   * Checks metadata.
   *
   * @throws CommandRefused at the first rule that they break
   */
  static void check(Map<String, String> metadata) {
    if (metadata.size() > MAX_NAMES) {
      throw new CommandRefused(new MetadataInvalid("", "at most " + MAX_NAMES + " names"));
    }
    metadata.forEach((name, value) -> {
      if (!NAME.matcher(name).matches()) {
        throw new CommandRefused(
            new MetadataInvalid(name, "a name has 1 to 40 letters, digits, '_', '.' or '-'"));
      }
      if (value.length() > MAX_VALUE) {
        throw new CommandRefused(
            new MetadataInvalid(name, "a value has at most " + MAX_VALUE + " characters"));
      }
    });
  }
}
