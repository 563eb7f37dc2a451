package io.daybook.chain;

/** Another process leads by now; what was about to be written is left undone. */
final class LeadershipLost extends RuntimeException {
  private static final long serialVersionUID = 1L;

  LeadershipLost(long epoch) {
    super("epoch " + epoch + " is over");
  }
}
