package io.daybook.api;

import io.daybook.ledger.DerivedId;
import io.daybook.ledger.OrganiserId;
import io.daybook.ledger.UserId;
import io.daybook.security.Caller;

/** Whose organiser a caller is: each user can be one, whose id follows from the user's. */
final class Organisers {
  private Organisers() {}

  /** Returns the organiser that {@code caller} is or can become. */
  static OrganiserId of(Caller caller) {
    return of(new UserId(caller.userId()));
  }

  static OrganiserId of(UserId user) {
    return new OrganiserId(DerivedId.of("org", user.value()));
  }

  /** Returns the organiser that the caller of this request is or can become. */
  static OrganiserId callersOwn() {
    return of(Caller.current());
  }
}
