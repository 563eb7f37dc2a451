package io.daybook.kyb.casefile;

/** What a document of a KYB case proves. */
public enum DocumentKind {
  REGISTER_EXTRACT,
  PROOF_OF_ADDRESS,
  OWNERSHIP_STATEMENT,
  BANK_STATEMENT
}
