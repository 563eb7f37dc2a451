package io.daybook.projections.cases;

/** How far a KYB case has come. */
public enum CaseState {
  /** The organiser is still adding documents. */
  OPEN,
  /** It waits for an officer. */
  SUBMITTED,
  /** One officer proposed to approve; it waits for another. */
  APPROVAL_PROPOSED,
  APPROVED,
  REJECTED
}
