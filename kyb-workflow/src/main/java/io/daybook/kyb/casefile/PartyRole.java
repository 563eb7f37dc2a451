package io.daybook.kyb.casefile;

/** What a party has to do with the business. */
public enum PartyRole {
  /** The business itself. */
  BUSINESS,
  /** Leads the business. */
  DIRECTOR,
  /** Owns a part of the business, directly or through others. */
  OWNER
}
