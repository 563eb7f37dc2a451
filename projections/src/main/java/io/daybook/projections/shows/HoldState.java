package io.daybook.projections.shows;

/** How far a hold on seats has come. */
public enum HoldState {
  HELD,
  CONVERTED,
  RELEASED,
  EXPIRED
}
