package io.daybook.journal;

/** Refuses bytes or text that do not follow the journal's format exactly, and says where. */
public final class MalformedException extends RuntimeException {
  private final String message;
  private final long offset;

  /**
   * Describes one violation.
   *
   * @param reason what was expected and what was found, without a final full stop
   * @param offset where in the input, in bytes from 0 (for text: in characters)
   */
  public MalformedException(String reason, long offset) {
    this.message = reason + " (at offset " + offset + ")";
    this.offset = offset;
  }

  /** Returns reason and place in one line. */
  @Override
  public String getMessage() {
    return message;
  }

  /** Returns where in the input the violation was found, from 0. */
  public long offset() {
    return offset;
  }
}
