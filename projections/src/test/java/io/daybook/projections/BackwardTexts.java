package io.daybook.projections;

import io.daybook.projections.shared.PersonalTexts;

/** Keeps texts backwards, each with its place, so that what is not opened again is seen. */
final class BackwardTexts implements PersonalTexts {
  @Override
  public String seal(String aggregateId, String text, String... place) {
    return String.join("/", place) + "#" + new StringBuilder(text).reverse();
  }

  @Override
  public String open(String stored, String... place) {
    String mark = String.join("/", place) + "#";
    return stored.startsWith(mark)
        ? new StringBuilder(stored.substring(mark.length())).reverse().toString()
        : stored;
  }
}
