package io.daybook.kyb.casefile;

/** Where a KYB case stands. */
public enum CaseState {
  /** The applicant collects documents. */
  OPEN,
  /** The officers have the case; its documents are not checked yet. */
  SUBMITTED,
  /** A stored document lost its hash: all must be attached again, or an officer rejects. */
  DAMAGED,
  /** Every stored document has its hash; an officer may propose to approve. */
  CHECKED,
  /** One officer proposed to approve; another one decides. */
  PROPOSED,
  /** Two officers approved. Final. */
  APPROVED,
  /** An officer rejected. Final. */
  REJECTED
}
