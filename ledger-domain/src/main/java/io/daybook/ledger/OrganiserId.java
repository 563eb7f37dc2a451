package io.daybook.ledger;

/**
 * Identifies an organiser: a business that sells through Daybook: {@code org_} and 26 Crockford
 * base-32 characters.
 */
public record OrganiserId(String value) {
  /** Checks the format. */
  public OrganiserId {
    IdFormat.check("org", value);
  }

  @Override
  public String toString() {
    return value;
  }
}
