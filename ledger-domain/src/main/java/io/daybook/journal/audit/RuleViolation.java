package io.daybook.journal.audit;

/**
 * Says which rule of the domain a recorded event breaks. Carries no stack trace: it is a result.
 */
final class RuleViolation extends RuntimeException {
  private final String what;
  private final String expected;
  private final String actual;

  RuleViolation(String what, String expected, String actual) {
    super(what + ": expected " + expected + ", found " + actual, null, false, false);
    this.what = what;
    this.expected = expected;
    this.actual = actual;
  }

  /** Throws this unless {@code holds}. */
  static void unless(boolean holds, String what, String expected, String actual) {
    if (!holds) {
      throw new RuleViolation(what, expected, actual);
    }
  }

  String what() {
    return what;
  }

  String expected() {
    return expected;
  }

  String actual() {
    return actual;
  }
}
