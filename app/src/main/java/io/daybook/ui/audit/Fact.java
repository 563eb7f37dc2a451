package io.daybook.ui.audit;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One line of a page's list of facts.
 *
 * @param link where more is told about it; absent if nowhere
 * @param isCode whether it is an id or a hash, and no text for people
 */
record Fact(String label, String value, @Nullable String link, boolean isCode) {
  /** Facts in the order in which they are added; what is absent is left out. */
  static final class Facts {
    private final List<Fact> facts = new ArrayList<>();

    Facts text(String label, @Nullable String value) {
      return add(label, value, null, false);
    }

    Facts code(String label, @Nullable String value) {
      return add(label, value, null, true);
    }

    Facts link(String label, @Nullable String value, @Nullable String link) {
      return add(label, value, link, true);
    }

    private Facts add(String label, @Nullable String value, @Nullable String link, boolean isCode) {
      if (value != null) {
        facts.add(new Fact(label, value, link, isCode));
      }
      return this;
    }

    List<Fact> list() {
      return List.copyOf(facts);
    }
  }
}
