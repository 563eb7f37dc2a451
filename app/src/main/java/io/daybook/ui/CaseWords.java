package io.daybook.ui;

import io.daybook.projections.cases.CaseState;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** How cases are worded for people. */
final class CaseWords {
  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("d MMM uuuu, HH:mm:ss 'UTC'", Locale.ENGLISH)
          .withZone(ZoneOffset.UTC);

  private CaseWords() {}

  static String time(Instant time) {
    return TIME.format(time);
  }

  static String state(CaseState state) {
    return switch (state) {
      case OPEN -> "Open";
      case SUBMITTED -> "Submitted";
      case DAMAGED -> "Document damaged";
      case CHECKED -> "Documents checked";
      case PROPOSED -> "Approval proposed";
      case APPROVED -> "Approved";
      case REJECTED -> "Rejected";
    };
  }

  /** The colour class of a state. */
  static String tone(CaseState state) {
    return switch (state) {
      case OPEN -> "idle";
      case SUBMITTED, CHECKED, PROPOSED -> "warn";
      case APPROVED -> "good";
      case DAMAGED, REJECTED -> "bad";
    };
  }

  static String waitingFor(CaseState state) {
    return switch (state) {
      case OPEN, DAMAGED -> "Applicant";
      case SUBMITTED -> "Document check";
      case CHECKED -> "Officer";
      case PROPOSED -> "Second officer";
      case APPROVED, REJECTED -> "Nobody";
    };
  }

  /** {@code ApprovalProposed} becomes {@code Approval proposed}. */
  static String event(String name) {
    var words = new StringBuilder(name.length() + 8);
    for (int i = 0; i < name.length(); i++) {
      char letter = name.charAt(i);
      boolean startsWord = Character.isUpperCase(letter) && i > 0;
      words.append(startsWord ? " " + Character.toLowerCase(letter) : String.valueOf(letter));
    }
    return words.toString();
  }

  /** {@code REGISTER_EXTRACT} becomes {@code Register extract}. */
  static String constant(Enum<?> constant) {
    String words = constant.name().replace('_', ' ').toLowerCase(Locale.ROOT);
    return Character.toUpperCase(words.charAt(0)) + words.substring(1);
  }
}
