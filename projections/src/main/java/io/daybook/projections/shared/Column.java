package io.daybook.projections.shared;

import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;

/** Values as PostgreSQL takes them. */
public final class Column {
  private static final char NUL = '\0';
  private static final char REPLACEMENT = '\uFFFD';

  private static final Instant FIRST = Instant.parse("0001-01-01T00:00:00Z");
  private static final Instant LAST = Instant.parse("9999-12-31T23:59:59.999Z");

  private Column() {}

  /**
   * Returns {@code time} for a {@code timestamptz}: at least the first and at most the last moment
   * of the years 1 to 9999. PostgreSQL can't store all that an {@link Instant} can be, and a
   * projection must not stop for ever because of a show in a million years.
   */
  public static OffsetDateTime time(Instant time) {
    Instant bounded = time.isBefore(FIRST) ? FIRST : time.isAfter(LAST) ? LAST : time;
    return bounded.atOffset(ZoneOffset.UTC);
  }

  /** Returns {@code day} for a {@code date}: a day of the years 1 to 9999. */
  static LocalDate date(LocalDate day) {
    LocalDate first = LocalDate.ofInstant(FIRST, ZoneOffset.UTC);
    LocalDate last = LocalDate.ofInstant(LAST, ZoneOffset.UTC);
    return day.isBefore(first) ? first : day.isAfter(last) ? last : day;
  }

  /**
   * Returns {@code text} for a {@code text}: with U+FFFD for each NUL, which PostgreSQL can't
   * store. Commands refuse NUL; a projection must not stop for ever if one got past them.
   */
  public static String text(String text) {
    return text.replace(NUL, REPLACEMENT);
  }
}
