package io.daybook.ui;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.Locale;

/** A point in time, for people and, in ISO 8601, for programs. */
public record Moment(String text, String iso) {
  private static final DateTimeFormatter TO_THE_SECOND = format("d MMM uuuu, HH:mm:ss 'UTC'");
  private static final DateTimeFormatter TO_THE_MINUTE = format("d MMM uuuu, HH:mm 'UTC'");

  private static DateTimeFormatter format(String pattern) {
    return DateTimeFormatter.ofPattern(pattern, Locale.ENGLISH).withZone(ZoneOffset.UTC);
  }

  /** Words a time to the second. */
  public static Moment of(Instant time) {
    return of(time, TO_THE_SECOND);
  }

  /** Words a time to the minute. */
  public static Moment toTheMinute(Instant time) {
    return of(time, TO_THE_MINUTE);
  }

  private static Moment of(Instant time, DateTimeFormatter format) {
    return new Moment(format.format(time), time.truncatedTo(ChronoUnit.SECONDS).toString());
  }
}
