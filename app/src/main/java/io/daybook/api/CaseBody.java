package io.daybook.api;

import io.daybook.kyb.casefile.Business;
import io.daybook.kyb.casefile.KybCaseId;
import io.daybook.ledger.OrganiserId;
import io.daybook.projections.cases.CaseDetailView;
import io.daybook.projections.cases.CaseView;
import io.daybook.projections.cases.RequestView;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A KYB case as its applicant sees it: without who decided, and why.
 *
 * @param request what officers asked for last, absent if they never did
 */
record CaseBody(
    KybCaseId id,
    OrganiserId organiser,
    Business business,
    String state,
    Instant openedAt,
    @Nullable Instant submittedAt,
    @Nullable Instant decidedAt,
    List<DocumentBody> documents,
    @Nullable RequestView request) {
  static CaseBody of(CaseDetailView view) {
    CaseView summary = view.kybCase();
    return new CaseBody(
        summary.kybCase(),
        summary.organiser(),
        summary.business(),
        summary.state().name(),
        summary.openedAt(),
        summary.submittedAt(),
        summary.decidedAt(),
        view.documents().stream().map(DocumentBody::of).toList(),
        summary.request());
  }
}
