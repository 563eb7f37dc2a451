package io.daybook.reconciliation;

import io.daybook.ledger.DerivedId;
import java.util.regex.Pattern;

/**
 * References as they are compared and recorded. People write names into them, and the journal keeps
 * what it has for ever; so what does not look like an id is replaced by a hash.
 */
final class Reference {
  private static final Pattern ID =
      Pattern.compile("(?=[^ ]*[0-9])[A-Za-z0-9][A-Za-z0-9._/:-]{0,63}");

  private Reference() {}

  static String of(String text) {
    String plain = text.strip();
    if (plain.isEmpty() || plain.equals("NOTPROVIDED")) {
      return "";
    }
    return ID.matcher(plain).matches() ? plain : DerivedId.of("ref", plain);
  }
}
