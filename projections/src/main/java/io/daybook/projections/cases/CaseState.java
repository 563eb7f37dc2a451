package io.daybook.projections.cases;

/** How far a KYB case has come. */
public enum CaseState {
  /** The applicant collects documents. */
  OPEN,
  /** The officers have it; its documents are not checked yet. */
  SUBMITTED,
  /** A stored document lost its hash: all must be attached again. */
  DAMAGED,
  /** Every stored document has its hash; an officer may propose to approve. */
  CHECKED,
  /** One officer proposed to approve; it waits for another. */
  PROPOSED,
  /** Two officers approved. */
  APPROVED,
  /** An officer rejected. */
  REJECTED
}
