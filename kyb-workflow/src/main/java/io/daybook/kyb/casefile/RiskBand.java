package io.daybook.kyb.casefile;

/** How risky a business is. */
public enum RiskBand {
  LOW,
  MEDIUM,
  HIGH
}
