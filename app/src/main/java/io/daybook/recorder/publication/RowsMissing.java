package io.daybook.recorder.publication;

/** Somebody has removed rows from the journal's tables, so nothing that they held can be proved. */
public final class RowsMissing extends RuntimeException {
  private static final long serialVersionUID = 1L;

  RowsMissing(String tile, int count) {
    super(tile + " lacks " + count + " of its hashes");
  }
}
