package io.daybook.retention;

import io.daybook.ledger.DerivedId;
import io.daybook.ledger.IdFormat;
import io.daybook.ledger.UserId;

/** Identifies a data subject: {@code sub_} and 26 Crockford base-32 characters. */
public record SubjectId(String value) {
  /** Checks the format. */
  public SubjectId {
    IdFormat.check("sub", value);
  }

  /** Returns the data subject that a user is. */
  public static SubjectId of(UserId person) {
    return new SubjectId(DerivedId.of("sub", person.value()));
  }

  @Override
  public String toString() {
    return value;
  }
}
