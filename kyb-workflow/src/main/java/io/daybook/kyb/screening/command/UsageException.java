package io.daybook.kyb.screening.command;

/** Says in one line what the caller has to do differently; ends the command with exit code 3. */
final class UsageException extends RuntimeException {
  UsageException(String message) {
    super(message);
  }
}
