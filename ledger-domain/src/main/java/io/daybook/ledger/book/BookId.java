package io.daybook.ledger.book;

import java.util.Objects;
import java.util.regex.Pattern;

/** Identifies a book: {@code book_} and 1 to 40 small letters, digits or underscores. */
public record BookId(String value) {
  private static final Pattern FORMAT = Pattern.compile("book_[a-z0-9_]{1,40}");

  /** The book that the platform's own sales, fees and payouts are kept in. */
  public static final BookId MAIN = new BookId("book_main");

  /** Checks the format. */
  public BookId {
    Objects.requireNonNull(value, "value");
    if (!FORMAT.matcher(value).matches()) {
      throw new IllegalArgumentException("not a book id: '" + value + "'");
    }
  }

  @Override
  public String toString() {
    return value;
  }
}
