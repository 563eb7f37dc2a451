package io.daybook.api;

import tools.jackson.core.JacksonException;

/** A text holds a character that no text here may hold. */
final class InvalidTextException extends JacksonException {
  private static final long serialVersionUID = 1L;

  InvalidTextException(String message) {
    super(message);
  }
}
