package io.daybook.chain;

/** The chain is not the one that the journal was joined to; nothing is read from it. */
final class DifferentChain extends RuntimeException {
  private static final long serialVersionUID = 1L;

  DifferentChain(String what, Object expected, Object found) {
    super("a different chain: " + what + " is " + found + ", not " + expected);
  }
}
