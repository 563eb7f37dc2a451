package io.daybook.api;

import java.io.IOException;

/** A request's body is larger than its resource takes. */
final class BodyTooLargeException extends IOException {
  private static final long serialVersionUID = 1L;

  BodyTooLargeException(long limitBytes) {
    super("The body may have at most " + limitBytes + " bytes.");
  }
}
