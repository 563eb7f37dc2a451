package io.daybook.projections.cases;

import io.daybook.kyb.casefile.KybEvent;
import io.daybook.kyb.casefile.KybEvent.ApprovalProposed;
import io.daybook.kyb.casefile.KybEvent.ApprovalSeconded;
import io.daybook.kyb.casefile.KybEvent.CaseApproved;
import io.daybook.kyb.casefile.KybEvent.CaseOpened;
import io.daybook.kyb.casefile.KybEvent.CaseRejected;
import io.daybook.kyb.casefile.KybEvent.CaseScreened;
import io.daybook.kyb.casefile.KybEvent.CaseSubmitted;
import io.daybook.kyb.casefile.KybEvent.ClearanceRestored;
import io.daybook.kyb.casefile.KybEvent.ClearanceSuspended;
import io.daybook.kyb.casefile.KybEvent.DocumentAttached;
import io.daybook.kyb.casefile.KybEvent.DocumentsChecked;
import io.daybook.kyb.casefile.KybEvent.HitConfirmed;
import io.daybook.kyb.casefile.KybEvent.HitDismissalProposed;
import io.daybook.kyb.casefile.KybEvent.HitDismissed;
import io.daybook.kyb.casefile.KybEvent.HitFound;
import io.daybook.kyb.casefile.KybEvent.HitReopened;
import io.daybook.kyb.casefile.KybEvent.HitsDisposed;
import io.daybook.kyb.casefile.KybEvent.HitsRaised;
import io.daybook.kyb.casefile.KybEvent.InformationProvided;
import io.daybook.kyb.casefile.KybEvent.InformationRequested;
import io.daybook.kyb.casefile.KybEvent.OwnershipDeclared;
import io.daybook.kyb.casefile.KybEvent.PartyNamed;
import io.daybook.kyb.casefile.KybEvent.PartyRemoved;
import io.daybook.kyb.casefile.KybEvent.RequestExpired;
import io.daybook.kyb.casefile.KybEvent.ReviewCompleted;
import io.daybook.kyb.casefile.KybEvent.ReviewOpened;
import io.daybook.kyb.casefile.KybEvent.ReviewProposed;
import io.daybook.kyb.casefile.KybEvent.ReviewScheduled;
import io.daybook.kyb.casefile.KybEvent.RiskAssessed;
import io.daybook.kyb.casefile.KybEvent.ScreeningPerformed;
import io.daybook.kyb.casefile.RiskAssessment;
import io.daybook.projections.shared.Column;
import io.daybook.projections.shared.Draft;
import io.daybook.projections.shared.Drafts;
import io.daybook.projections.shared.PersonalTexts;
import io.daybook.projections.shared.Recorded;
import io.daybook.projections.shared.RowKey;
import io.daybook.projections.shared.Table;
import io.daybook.projections.shared.Writes;

/** Keeps one row for each KYB case and one for each of its documents. */
final class CaseRows {
  private static final Table CASES =
      Table.named("kyb_cases")
          .key("kyb_case_id")
          .texts("organiser_id", "applicant_id", "legal_name", "registration_number", "country")
          .texts("activity", "state", "proposed_by", "approved_by", "rejected_by", "reason")
          .texts("screening_policy", "screened_lists", "risk_band", "risk_factors", "risk_tables")
          .texts("seconded_by", "review_proposed_by")
          .texts("request_state", "request_question", "request_documents", "request_answer")
          .integers("risk_score", "officers_needed", "owner_basis_points")
          .integers("two_officers_from")
          .flags("documents_intact", "suspended")
          .times(
              "opened_at",
              "submitted_at",
              "decided_at",
              "screened_at",
              "assessed_at",
              "review_due_at",
              "review_opened_at",
              "request_answer_by")
          .numbers("screening_position", "created_position", "position");
  private static final Table DOCUMENTS =
      Table.named("kyb_documents")
          .texts("kyb_case_id", "document_id", "kind", "media_type", "sha256")
          .numbers("size_bytes")
          .times("attached_at")
          .numbers("created_position");

  private final Writes writes;
  private final PersonalTexts texts;

  CaseRows(Writes writes, PersonalTexts texts) {
    this.writes = writes;
    this.texts = texts;
  }

  void apply(KybEvent event, Recorded at) {
    RowKey kybCase = CASES.row(event.kybCase().value());
    writes.change(rows -> apply(event, at, rows, kybCase), kybCase);
  }

  void clear() {
    writes.empty(DOCUMENTS, CASES);
  }

  private void apply(KybEvent event, Recorded at, Drafts rows, RowKey kybCase) {
    if (event instanceof CaseOpened opened) {
      rows.create(kybCase).ifPresent(row -> open(opened, at, row));
      return;
    }
    rows.advance(kybCase, at)
        .ifPresent(row -> {
          change(event, at, row);
          changeDocuments(event, at, rows);
        });
  }

  private void open(CaseOpened event, Recorded at, Draft row) {
    row.set("organiser_id", event.organiser().value())
        .set("applicant_id", event.applicant().value())
        .set("legal_name", sealed(event, CaseView.NAME, event.business().legalName()))
        .set(
            "registration_number",
            sealed(event, CaseView.NUMBER, event.business().registrationNumber()))
        .set("country", event.business().country())
        .set("activity", sealed(event, CaseView.ACTIVITY, event.business().activity()))
        .set("state", CaseState.OPEN.name())
        .set("suspended", false)
        .set("opened_at", at.time())
        .set("created_position", at.position())
        .set("position", at.position());
  }

  private void change(KybEvent event, Recorded at, Draft row) {
    switch (event) {
      case CaseOpened _ -> throw new IllegalArgumentException("an opened case has no row yet");
      case DocumentAttached _ -> row.set("documents_intact", null);
      case CaseSubmitted _ ->
          row.set("state", CaseState.SUBMITTED.name()).set("submitted_at", at.time());
      case DocumentsChecked checked ->
          row.set("state", (checked.intact() ? CaseState.CHECKED : CaseState.DAMAGED).name())
              .set("documents_intact", checked.intact());
      case ApprovalProposed proposed ->
          row.set("state", CaseState.PROPOSED.name())
              .set("proposed_by", proposed.officer().value())
              .set("seconded_by", null)
              .set("reason", sealed(event, CaseView.REASON, proposed.reason()));
      case ApprovalSeconded seconded ->
          row.set("seconded_by", seconded.officer().value())
              .set("reason", sealed(event, CaseView.REASON, seconded.reason()));
      case RiskAssessed assessed -> assess(assessed.assessment(), at, row);
      case ReviewScheduled scheduled -> row.set("review_due_at", scheduled.dueAt());
      case InformationRequested asked ->
          row.set("state", CaseState.OPEN.name())
              .set("request_state", RequestView.State.OPEN.name())
              .set("request_question", sealed(event, CaseView.QUESTION, asked.question()))
              .set("request_documents", RequestView.documents(asked.documents()))
              .set("request_answer_by", asked.answerBy())
              .set("request_answer", null);
      case InformationProvided provided ->
          row.set("request_state", RequestView.State.ANSWERED.name())
              .set("request_answer", sealed(event, CaseView.ANSWER, provided.answer()));
      case RequestExpired _ -> row.set("request_state", RequestView.State.EXPIRED.name());
      case ReviewOpened _ -> row.set("review_opened_at", at.time()).set("review_proposed_by", null);
      case ReviewProposed proposed ->
          row.set("review_proposed_by", proposed.officer().value())
              .set("reason", sealed(event, CaseView.REASON, proposed.reason()));
      case ReviewCompleted completed ->
          row.set("review_opened_at", null)
              .set("review_proposed_by", null)
              .set("reason", sealed(event, CaseView.REASON, completed.reason()));
      case CaseApproved approved ->
          row.set("state", CaseState.APPROVED.name())
              .set("approved_by", approved.approvedBy().value())
              .set("reason", sealed(event, CaseView.REASON, approved.reason()))
              .set("decided_at", at.time());
      case CaseRejected rejected ->
          row.set("state", CaseState.REJECTED.name())
              .set("rejected_by", rejected.officer().value())
              .set("review_due_at", null)
              .set("review_opened_at", null)
              .set("review_proposed_by", null)
              .set("reason", sealed(event, CaseView.REASON, rejected.reason()))
              .set("decided_at", at.time());
      case ScreeningPerformed performed ->
          row.set("screening_policy", performed.policy())
              .set("screened_lists", CaseView.text(performed.lists()))
              .set("screened_at", at.time())
              .set("screening_position", at.position());
      case ClearanceSuspended _ -> row.set("suspended", true);
      case ClearanceRestored _ -> row.set("suspended", false);
      case OwnershipDeclared _,
          PartyNamed _,
          PartyRemoved _,
          HitFound _,
          HitReopened _,
          CaseScreened _,
          HitsRaised _,
          HitsDisposed _,
          HitDismissalProposed _,
          HitDismissed _,
          HitConfirmed _ -> {
        // Rows of their own, or told by those.
      }
    }
  }

  private static void assess(RiskAssessment risk, Recorded at, Draft row) {
    row.set("risk_band", risk.band().name())
        .set("risk_score", risk.score())
        .set("risk_factors", RiskView.factors(risk.factors()))
        .set("risk_tables", RiskView.tables(risk.tables()))
        .set("officers_needed", risk.officers())
        .set("owner_basis_points", risk.ownerBasisPoints())
        .set("two_officers_from", risk.twoOfficersFrom())
        .set("assessed_at", at.time());
  }

  private static void changeDocuments(KybEvent event, Recorded at, Drafts rows) {
    if (event instanceof DocumentAttached attached) {
      attach(attached, at, rows.add(DOCUMENTS));
    } else if (event instanceof DocumentsChecked checked && !checked.intact()) {
      // Nobody knows which bytes can be trusted, so all documents have to come again.
      rows.removeAll(DOCUMENTS, checked.kybCase().value());
    }
  }

  private static void attach(DocumentAttached event, Recorded at, Draft row) {
    row.set("kyb_case_id", event.kybCase().value())
        .set("document_id", event.document().value())
        .set("kind", event.kind().name())
        .set("media_type", event.mediaType())
        .set("size_bytes", event.sizeBytes())
        .set("sha256", event.sha256())
        .set("attached_at", at.time())
        .set("created_position", at.position());
  }

  private String sealed(KybEvent event, String column, String text) {
    String kybCase = event.kybCase().value();
    return texts.seal(kybCase, Column.text(text), CaseView.place(column, kybCase));
  }
}
