package io.daybook.projections.shows;

/** How far a show has come. */
public enum ShowState {
  DRAFT,
  PUBLISHED
}
