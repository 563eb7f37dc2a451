package io.daybook.ledger.book;

import java.util.Objects;
import java.util.regex.Pattern;

/** Names a template for entries: 1 to 60 letters, digits, underscores, dots or hyphens. */
public record TemplateId(String value) {
  private static final Pattern FORMAT = Pattern.compile("[A-Za-z0-9_.-]{1,60}");

  /** Checks the format. */
  public TemplateId {
    Objects.requireNonNull(value, "value");
    if (!FORMAT.matcher(value).matches()) {
      throw new IllegalArgumentException("not a template id: '" + value + "'");
    }
  }

  @Override
  public String toString() {
    return value;
  }
}
