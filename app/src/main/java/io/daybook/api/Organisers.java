package io.daybook.api;

import io.daybook.kyb.casefile.KybCaseId;
import io.daybook.ledger.DerivedId;
import io.daybook.ledger.OrganiserId;
import io.daybook.ledger.UserId;
import io.daybook.projections.cases.CaseDetailView;
import io.daybook.projections.cases.Cases;
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

  /**
   * Returns the organiser in a path, which must be the caller's own.
   *
   * @throws ApiProblem not found, if it is not
   */
  static OrganiserId own(String organiser) {
    OrganiserId own = callersOwn();
    if (!own.equals(PathId.of(OrganiserId::new, organiser, "organiser"))) {
      throw ApiProblem.notFound("organiser");
    }
    return own;
  }

  /**
   * Returns a case of the caller's own organiser.
   *
   * @throws ApiProblem not found, if it is another's or nobody's
   */
  static CaseDetailView ownCase(Cases cases, String organiser, String kybCase) {
    OrganiserId own = own(organiser);
    return cases
        .find(PathId.of(KybCaseId::new, kybCase, "KYB case"))
        .filter(view -> view.kybCase().organiser().equals(own))
        .orElseThrow(() -> ApiProblem.notFound("KYB case"));
  }
}
