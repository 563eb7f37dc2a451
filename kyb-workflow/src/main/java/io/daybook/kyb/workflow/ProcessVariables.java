package io.daybook.kyb.workflow;

/** The names of the process's variables: ids and times, never personal data. */
final class ProcessVariables {
  /** The case's id. */
  static final String CASE_ID = "caseId";

  /** When the process came to where it is. */
  static final String SINCE = "since";

  /** The sequence number of the event by which the case was submitted, or its review scheduled. */
  static final String SUBMISSION = "submission";

  /** When the officers must have decided. */
  static final String SLA_DUE_AT = "slaDueAt";

  /** When the review is due. */
  static final String REVIEW_DUE_AT = "reviewDueAt";

  /** Until when the applicant's answer is awaited. */
  static final String ANSWER_BY = "answerBy";

  /** Whether every document had its hash. */
  static final String INTACT = "intact";

  /** Whether the screening of the submission left open hits. */
  static final String HITS_OPEN = "hitsOpen";

  /** The id of the officer who proposed. */
  static final String PROPOSED_BY = "proposedBy";

  private ProcessVariables() {}
}
