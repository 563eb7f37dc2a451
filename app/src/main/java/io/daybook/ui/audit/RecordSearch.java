package io.daybook.ui.audit;

import io.daybook.projections.audit.ActivityFilter;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What was typed into the form that searches the journal; blank: anything.
 *
 * @param from the earliest time, in UTC
 * @param until the time before which it was, in UTC
 * @param upTo the last position
 */
record RecordSearch(
    String aggregate,
    String actor,
    String type,
    String from,
    String until,
    String upTo,
    String after) {
  private static final int MAX_CHARACTERS = 255;
  private static final Instant FIRST = Instant.parse("0000-01-01T00:00:00Z");
  private static final Instant LAST = Instant.parse("9999-12-31T23:59:59.999Z");
  private static final Pattern POSITION = Pattern.compile("[0-9]{1,18}");

  RecordSearch(
      @Nullable String aggregate,
      @Nullable String actor,
      @Nullable String type,
      @Nullable String from,
      @Nullable String until,
      @Nullable String upTo,
      @Nullable String after) {
    this.aggregate = stripped(aggregate);
    this.actor = stripped(actor);
    this.type = stripped(type);
    this.from = stripped(from);
    this.until = stripped(until);
    this.upTo = stripped(upTo);
    this.after = stripped(after);
  }

  private static String stripped(@Nullable String text) {
    return Objects.requireNonNullElse(text, "").strip();
  }

  /** Returns what is wrong with the form, in words; nothing if all is well. */
  List<String> problems() {
    var problems = new ArrayList<String>();
    if (List.of(aggregate, actor, type).stream().anyMatch(text -> !isPlain(text))) {
      problems.add("Aggregate, actor and type are texts of at most 255 characters.");
    }
    if (!isTime(from) || !isTime(until)) {
      problems.add("Give times such as 2026-11-01T09:30, in UTC.");
    }
    if (!upTo.isEmpty() && !POSITION.matcher(upTo).matches()) {
      problems.add("A record's number is a whole number from 0.");
    }
    return problems;
  }

  private static boolean isPlain(String text) {
    return text.length() <= MAX_CHARACTERS && text.chars().noneMatch(Character::isISOControl);
  }

  private static boolean isTime(String text) {
    return text.isEmpty() || time(text).isPresent();
  }

  /** Reads {@code 2026-11-01T09:30}, which is in UTC, or a time in UTC that says so. */
  static Optional<Instant> time(String text) {
    try {
      Instant time =
          text.endsWith("Z")
              ? Instant.parse(text)
              : LocalDateTime.parse(text).toInstant(ZoneOffset.UTC);
      return Optional.of(time).filter(known -> !known.isBefore(FIRST) && !known.isAfter(LAST));
    } catch (DateTimeException e) {
      return Optional.empty();
    }
  }

  /** Returns the filter; there must be no problems. */
  ActivityFilter filter() {
    return new ActivityFilter(
        orNull(aggregate),
        orNull(actor),
        orNull(type),
        time(from).orElse(null),
        time(until).orElse(null),
        upTo.isEmpty() ? null : Long.valueOf(upTo));
  }

  /** Returns where the page begins; absent for the first. */
  @Nullable String cursor() {
    return orNull(after);
  }

  private static @Nullable String orNull(String text) {
    return text.isEmpty() ? null : text;
  }
}
