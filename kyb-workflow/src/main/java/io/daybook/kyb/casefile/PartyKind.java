package io.daybook.kyb.casefile;

/** What a party of a KYB case is. */
public enum PartyKind {
  /** A human being. */
  PERSON,
  /** A company or another body. */
  COMPANY
}
