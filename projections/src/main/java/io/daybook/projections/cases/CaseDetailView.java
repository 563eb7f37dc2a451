package io.daybook.projections.cases;

import java.util.List;

/** A KYB case with its documents and its history, both in the order in which they came. */
public record CaseDetailView(
    CaseView kybCase, List<DocumentView> documents, List<HistoryView> history) {
  /** Copies the lists. */
  public CaseDetailView {
    documents = List.copyOf(documents);
    history = List.copyOf(history);
  }
}
