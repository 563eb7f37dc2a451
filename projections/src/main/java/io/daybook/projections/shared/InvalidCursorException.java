package io.daybook.projections.shared;

/** Says that a cursor was not made by the list that it is given to. */
public final class InvalidCursorException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /** Makes one with what is wrong; the cursor itself is the caller's and is not repeated. */
  InvalidCursorException(String message) {
    super(message);
  }

  /** Returns the stable code of this problem. */
  public String code() {
    return "invalid_cursor";
  }
}
