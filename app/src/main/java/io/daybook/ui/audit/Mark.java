package io.daybook.ui.audit;

/**
 * What was computed again while the page was made, and how it came out.
 *
 * @param tone {@code good} or {@code bad}
 */
record Mark(String text, String tone) {
  static Mark of(boolean holds, String good, String bad) {
    return holds ? new Mark(good, "good") : new Mark(bad, "bad");
  }
}
