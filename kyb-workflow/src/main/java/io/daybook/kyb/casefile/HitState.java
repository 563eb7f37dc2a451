package io.daybook.kyb.casefile;

/** What officers made of a hit. */
public enum HitState {
  /** Nobody has decided. */
  OPEN,
  /** One officer says that the party is somebody else; another one must agree. */
  DISMISSAL_PROPOSED,
  /** The party is somebody else. */
  DISMISSED,
  /** The party is who the list says. */
  CONFIRMED;

  /** Returns whether officers have to decide. */
  public boolean isOpen() {
    return this == OPEN || this == DISMISSAL_PROPOSED;
  }
}
