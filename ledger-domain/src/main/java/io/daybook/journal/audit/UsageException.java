package io.daybook.journal.audit;

/** Says in one line what the caller has to do differently; ends the command with exit code 3. */
public final class UsageException extends RuntimeException {
  /** Takes the one line. */
  public UsageException(String message) {
    super(message);
  }
}
