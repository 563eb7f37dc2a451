package io.daybook.journal.audit;

/**
 * What became of one check.
 *
 * @param check which
 * @param result how it ended
 * @param checked how many things (keys, checkpoints, records) went through it
 * @param findings how many deviations it found
 * @param remark why it was not made, or what it left out; may be empty
 */
public record Coverage(Check check, Result result, long checked, long findings, String remark) {
  /** How a check can end. */
  public enum Result {
    /** Made to its end without a finding. */
    OK("ok"),
    /** At least one contradiction. */
    FAIL("FAIL"),
    /** Something that it needs is missing. */
    INCOMPLETE("incomplete"),
    /** Not made, or not to its end. */
    NOT_CHECKED("not checked"),
    /** Not made, because what it would compare with was not given and need not be there. */
    NOT_PRESENT("not present");

    private final String text;

    Result(String text) {
      this.text = text;
    }

    @Override
    public String toString() {
      return text;
    }
  }
}
