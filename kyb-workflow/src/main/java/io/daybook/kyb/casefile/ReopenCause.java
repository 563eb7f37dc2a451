package io.daybook.kyb.casefile;

/** Why a hit that was dismissed, or was to be, is open again. */
public enum ReopenCause {
  /** The party has other details now. */
  PARTY_CHANGED,
  /** The entry of the list has other content now. */
  ENTRY_CHANGED
}
