package io.daybook.recorder.store;

import org.axonframework.common.AxonTransientException;

/**
 * The journal cannot take events now: its queue is full, its database is away, or it is closing.
 *
 * <p>Nothing was written. The same command may be sent again later.
 */
public final class JournalUnavailable extends AxonTransientException {
  private static final long serialVersionUID = 1L;

  /** Says why in {@code message}. */
  public JournalUnavailable(String message) {
    super(message);
  }

  JournalUnavailable(String message, Throwable cause) {
    super(message, cause);
  }
}
