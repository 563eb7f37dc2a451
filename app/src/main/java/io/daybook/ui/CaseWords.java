package io.daybook.ui;

import io.daybook.projections.cases.CaseState;
import io.daybook.projections.cases.CaseView;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;

/** How cases are worded for people. */
final class CaseWords {
  private CaseWords() {}

  /** Returns "in 3 h", or "2 days late". */
  static String due(Instant due, Instant now) {
    return due.isBefore(now)
        ? span(Duration.between(due, now)) + " late"
        : "in " + span(Duration.between(now, due));
  }

  private static String span(Duration span) {
    if (span.toHours() >= 48) {
      return span.toDays() + " days";
    }
    return span.toHours() > 0 ? span.toHours() + " h" : span.toMinutes() + " min";
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

  /** As {@link #state(CaseState)}, and whether hits stand against it. */
  static String state(CaseView kybCase) {
    return state(kybCase.state()) + (kybCase.suspended() ? ", suspended" : "");
  }

  /** The colour class of a case's state. */
  static String tone(CaseView kybCase) {
    return kybCase.suspended() ? "bad" : tone(kybCase.state());
  }

  /** Who must act next. */
  static String waitingFor(CaseView kybCase) {
    if (kybCase.openHits() > 0 && kybCase.state() != CaseState.REJECTED) {
      return "Review of hits";
    }
    if (kybCase.openReview().isPresent()) {
      return "Review of the approval";
    }
    return kybCase.state() == CaseState.PROPOSED && kybCase.secondedBy() != null
        ? "Third officer"
        : waitingFor(kybCase.state());
  }

  /** The colour class of a state. */
  static String tone(CaseState state) {
    return switch (state) {
      case OPEN, SUBMITTED -> "idle";
      case CHECKED, PROPOSED -> "warn";
      case APPROVED -> "good";
      case DAMAGED, REJECTED -> "bad";
    };
  }

  static String waitingFor(CaseState state) {
    return switch (state) {
      case OPEN, DAMAGED -> "Applicant";
      case SUBMITTED -> "Document check";
      case CHECKED -> "First officer";
      case PROPOSED -> "Second officer";
      case APPROVED, REJECTED -> "";
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

  /** The colour class of an event. */
  static String eventTone(String name) {
    return switch (name) {
      case "CaseApproved", "ReviewCompleted", "ClearanceRestored" -> "good";
      case "CaseRejected", "HitConfirmed", "ClearanceSuspended" -> "bad";
      case "ApprovalProposed",
          "ApprovalSeconded",
          "ReviewOpened",
          "InformationRequested",
          "RequestExpired",
          "ReviewProposed",
          "HitFound",
          "HitReopened",
          "HitDismissalProposed" ->
          "warn";
      default -> "idle";
    };
  }

  /** {@code REGISTER_EXTRACT} becomes {@code Register extract}. */
  static String constant(Enum<?> constant) {
    String words = constant.name().replace('_', ' ').toLowerCase(Locale.ROOT);
    return Character.toUpperCase(words.charAt(0)) + words.substring(1);
  }

  /** {@code DE} becomes {@code Germany}. */
  static String country(String code) {
    return Locale.of("", code).getDisplayCountry(Locale.ENGLISH);
  }

  static String lowerFirst(String text) {
    return Character.toLowerCase(text.charAt(0)) + text.substring(1);
  }
}
