package io.daybook.feed;

/** Says that no business fact has a name that was asked for. */
public final class UnknownChangeType extends RuntimeException {
  private static final long serialVersionUID = 1L;

  UnknownChangeType() {
    super("There is no such event type; a type is a name or a family with a full stop and *.");
  }
}
