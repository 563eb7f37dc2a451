package io.daybook.projections.shared;

/**
 * Keeps the personal texts of read models: what the tables hold reads as nothing once it was
 * erased, wherever copies of them are.
 */
public interface PersonalTexts {
  /**
   * Returns what to store for {@code text}; the same again for the same text and place.
   *
   * @param aggregateId whose event the text is from
   * @param place table, column and row, at which alone it can be opened
   */
  String seal(String aggregateId, String text, String... place);

  /** Returns the text of what is stored at {@code place}, or a mark that it was erased. */
  String open(String stored, String... place);
}
