package io.daybook.kyb.casefile;

/** How risky a country is on a day. */
public enum CountryRisk {
  LOW,
  /** Under increased monitoring. */
  RAISED,
  /** Subject to a call for action. */
  HIGH
}
