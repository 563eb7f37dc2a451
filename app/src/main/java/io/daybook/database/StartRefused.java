package io.daybook.database;

import org.jspecify.annotations.Nullable;

/**
 * Daybook cannot start here and now, for a reason that its operator can remove.
 *
 * <p>The message is one line that names the thing in the way; it is printed without a stack trace.
 */
public final class StartRefused extends RuntimeException {
  public StartRefused(String message) {
    super(message);
  }

  public StartRefused(String message, @Nullable Throwable cause) {
    super(message, cause);
  }
}
