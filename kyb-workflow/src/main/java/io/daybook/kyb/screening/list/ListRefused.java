package io.daybook.kyb.screening.list;

/** Refuses a list as a whole: nothing of it may be used. The message says where and why. */
public final class ListRefused extends RuntimeException {
  /** Refuses for a reason of our own. */
  public ListRefused(String message) {
    super(message);
  }

  /** Refuses because a parser did. */
  public ListRefused(String message, Throwable cause) {
    super(message, cause);
  }
}
