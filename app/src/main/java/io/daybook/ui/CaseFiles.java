package io.daybook.ui;

import io.daybook.kyb.casefile.KybCaseId;
import io.daybook.kyb.casefile.PartyId;
import io.daybook.kyb.casefile.RiskBand;
import io.daybook.kyb.casefile.RiskTables;
import io.daybook.kyb.workflow.KybTasks;
import io.daybook.projections.cases.CaseDetailView;
import io.daybook.projections.cases.CaseView;
import io.daybook.projections.cases.Cases;
import io.daybook.projections.cases.PartyView;
import io.daybook.projections.cases.RiskView;
import io.daybook.projections.cases.Screenings;
import io.daybook.projections.cases.Watchlists;
import io.daybook.security.Caller;
import io.daybook.security.UserNames;
import java.time.Clock;
import java.util.List;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ResponseStatusException;

/** Finds cases for their pages. */
@Component
class CaseFiles {
  private final Cases cases;
  private final Screenings screenings;
  private final Watchlists watchlists;
  private final KybTasks tasks;
  private final UserNames users;
  private final Clock clock;

  CaseFiles(
      Cases cases,
      Screenings screenings,
      Watchlists watchlists,
      KybTasks tasks,
      UserNames users,
      Clock clock) {
    this.cases = cases;
    this.screenings = screenings;
    this.watchlists = watchlists;
    this.tasks = tasks;
    this.users = users;
    this.clock = clock;
  }

  /**
   * Finds a case by the id in its page's address.
   *
   * @throws ResponseStatusException with 404 if there is no such case, or can't be
   */
  CaseDetailView find(String kybCase) {
    try {
      return cases
          .find(new KybCaseId(kybCase))
          .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    } catch (IllegalArgumentException e) {
      throw new ResponseStatusException(HttpStatus.NOT_FOUND, null, e);
    }
  }

  private static int ownerBasisPoints(CaseView kybCase) {
    RiskView risk = kybCase.risk();
    return risk == null ? RiskTables.ownerBasisPoints(RiskBand.LOW) : risk.ownerBasisPoints();
  }

  /** Returns the case as its page shows it to {@code caller}. */
  CasePage page(String kybCase, Caller caller) {
    CaseDetailView view = find(kybCase);
    KybCaseId id = view.kybCase().kybCase();
    String due =
        tasks.openTask(id).map(task -> CaseWords.due(task.due(), clock.instant())).orElse("");
    List<PartyView> parties = screenings.parties(id);
    var screening = ScreeningPart.of(view.kybCase(), parties, screenings.hits(id), watchlists);
    var ownership =
        OwnershipPart.of(
            PartyId.ofBusiness(id),
            parties,
            screenings.ownership(id),
            screenings.resolvedOwnership(id),
            ownerBasisPoints(view.kybCase()));
    return CasePage.of(
        view,
        view.kybCase().openReview().isPresent() ? tasks.reviewView(id) : tasks.processView(id),
        due,
        screening,
        RiskPart.of(view.kybCase()),
        ownership,
        DecisionPanel.of(view.kybCase(), caller),
        users::of);
  }
}
