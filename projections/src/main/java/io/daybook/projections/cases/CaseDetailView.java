package io.daybook.projections.cases;

import java.util.List;
import java.util.Set;

/** A KYB case with its documents and its history, both in the order in which they came. */
public record CaseDetailView(
    CaseView kybCase, List<DocumentView> documents, List<HistoryView> history) {
  private static final Set<String> SCREENING =
      Set.of(
          "HitFound",
          "ScreeningPerformed",
          "HitReopened",
          "CaseScreened",
          "HitsRaised",
          "HitsDisposed",
          "HitDismissalProposed",
          "HitDismissed",
          "HitConfirmed",
          "ClearanceSuspended",
          "ClearanceRestored",
          "RiskAssessed");

  /** Copies the lists. */
  public CaseDetailView {
    documents = List.copyOf(documents);
    history = List.copyOf(history);
  }

  /**
   * Returns this without what screening found and what follows from it, of which the subject must
   * not be warned.
   */
  public CaseDetailView withoutScreening() {
    return new CaseDetailView(
        kybCase.withoutScreening(),
        documents,
        history.stream().filter(entry -> !SCREENING.contains(entry.what())).toList());
  }
}
