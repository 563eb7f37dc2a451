package io.daybook.kyb.rules;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a decision table says about some inputs.
 *
 * @param by the table and the rules that hit
 * @param hits the outputs of each of them, in the same order
 */
public record Ruling(UsedTable by, List<Hit> hits) {
  /** Copies the list. */
  public Ruling {
    hits = List.copyOf(hits);
  }

  /**
   * One rule that hit.
   *
   * @param outputs by their names
   */
  public record Hit(String rule, Map<String, Object> outputs) {
    /** Copies the map. */
    public Hit {
      outputs = Map.copyOf(outputs);
    }

    /** Returns an output that is a text. */
    public String text(String output) {
      return (String) value(output);
    }

    /** Returns an output that is a number. */
    public int number(String output) {
      return ((Number) value(output)).intValue();
    }

    private Object value(String output) {
      @Nullable Object value = outputs.get(output);
      if (value == null) {
        throw new IllegalArgumentException("rule " + rule + " has no output " + output);
      }
      return value;
    }
  }

  /**
   * Returns the one rule that hit.
   *
   * @throws IllegalStateException if none did: the table has a gap
   */
  public Hit only() {
    if (hits.size() != 1) {
      throw new IllegalStateException(
          "one rule of table " + by.table() + " must hit, not " + by.rules());
    }
    return hits.getFirst();
  }
}
