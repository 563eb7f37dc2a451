package io.daybook.demo;

import java.util.List;

/** One step of the story. */
@FunctionalInterface
interface DemoStep {

  /**
   * What a step did.
   *
   * @param position the journal index that it reached
   * @param details lines to show below it
   */
  record Done(String what, long position, List<String> details) {
    Done(String what, long position) {
      this(what, position, List.of());
    }
  }

  /**
   * Takes the step.
   *
   * @throws DemoFailed if the story can't go on
   */
  Done take();
}
