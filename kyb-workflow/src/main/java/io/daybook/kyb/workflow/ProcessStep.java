package io.daybook.kyb.workflow;

/**
 * One step of a case's process, for those who read it instead of looking at the diagram.
 *
 * @param key the step's id in the process definition
 * @param name the step's name for people
 * @param state how far the case is with it
 */
public record ProcessStep(String key, String name, State state) {
  /** How far a case is with a step. */
  public enum State {
    /** The case has passed the step. */
    DONE,
    /** The case is at the step. */
    CURRENT,
    /** The case may still come to the step. */
    FUTURE,
    /** The case was rejected while it was at the step. */
    CANCELLED
  }
}
