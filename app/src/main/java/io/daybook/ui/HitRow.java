package io.daybook.ui;

import io.daybook.kyb.casefile.HitState;
import io.daybook.projections.cases.HitView;

/**
 * A hit in the list of a case.
 *
 * @param score such as "0.93"
 */
record HitRow(String id, String party, String listed, String score, String state, String tone) {
  static HitRow of(HitView view, String party) {
    return new HitRow(
        view.hit().value(),
        party,
        view.listedName(),
        score(view.score()),
        state(view.state()),
        tone(view.state()));
  }

  static String score(int thousandths) {
    return "%d.%03d".formatted(thousandths / 1000, thousandths % 1000);
  }

  static String state(HitState state) {
    return switch (state) {
      case OPEN -> "Open";
      case DISMISSAL_PROPOSED -> "Second officer";
      case DISMISSED -> "Somebody else";
      case CONFIRMED -> "True match";
    };
  }

  static String tone(HitState state) {
    return switch (state) {
      case OPEN, DISMISSAL_PROPOSED -> "warn";
      case DISMISSED -> "good";
      case CONFIRMED -> "bad";
    };
  }
}
