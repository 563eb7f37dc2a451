package io.daybook.kyb.rules;

import java.util.List;

/**
 * A decision table as people read it.
 *
 * @param name the table's name for people
 * @param isUnique whether one rule at most hits; else all that hit count
 * @param inputs the names of what is asked about
 * @param outputs the names of what is answered
 */
public record TableText(
    String name, boolean isUnique, List<String> inputs, List<String> outputs, List<Row> rows) {
  /** Copies the lists. */
  public TableText {
    inputs = List.copyOf(inputs);
    outputs = List.copyOf(outputs);
    rows = List.copyOf(rows);
  }

  /**
   * One rule.
   *
   * @param inputs the condition on each input; {@code -} is met by every value
   * @param outputs the value of each output
   */
  public record Row(String rule, List<String> inputs, List<String> outputs) {
    /** Copies the lists. */
    public Row {
      inputs = List.copyOf(inputs);
      outputs = List.copyOf(outputs);
    }
  }
}
