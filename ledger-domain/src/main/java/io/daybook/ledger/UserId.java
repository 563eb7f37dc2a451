package io.daybook.ledger;

/** Identifies a user, pseudonymously: {@code usr_} and 26 Crockford base-32 characters. */
public record UserId(String value) {
  /** Checks the format. */
  public UserId {
    IdFormat.check("usr", value);
  }

  @Override
  public String toString() {
    return value;
  }
}
