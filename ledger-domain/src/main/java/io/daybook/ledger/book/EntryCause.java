package io.daybook.ledger.book;

/** Why an entry was recorded. */
public enum EntryCause {
  /** It was asked for. */
  POSTED,
  /** It undoes an earlier one. */
  REVERSED,
  /** It moves what was set aside for it. */
  CAPTURED,
  /** It was asked for by one person and approved by another. */
  APPROVED
}
