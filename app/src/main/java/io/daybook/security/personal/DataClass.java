package io.daybook.security.personal;

/** What personal data are kept for; each class has a retention of its own. */
public enum DataClass {
  /** The login name of a user. */
  ACCOUNT,
  /** What an applicant's business is checked by: its names, its documents, officers' reasons. */
  KYB,
  /** What is said about a buyer's order of a show. */
  TICKETING,
  /** Answers kept for clients that repeat a write. */
  ANSWERS
}
