package io.daybook.kyb.screening.name;

/** What bears a name; it decides how the name is read and which of its parts count. */
public enum NameKind {
  PERSON,
  ORGANISATION,
  /** A ship, an aircraft or another thing with a name. */
  OBJECT,
  /** Nobody said; the name's own words decide. */
  UNKNOWN;

  /**
   * Tells whether a bearer of this kind can be the bearer of the other; lists put ships among their
   * companies.
   */
  public boolean agreesWith(NameKind other) {
    boolean isOpen = this == UNKNOWN || other == UNKNOWN;
    return isOpen || (this == PERSON) == (other == PERSON);
  }
}
