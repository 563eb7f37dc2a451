package io.daybook.projections.cases;

import io.daybook.kyb.casefile.KybEvent;
import io.daybook.kyb.casefile.KybEvent.ApprovalProposed;
import io.daybook.kyb.casefile.KybEvent.CaseApproved;
import io.daybook.kyb.casefile.KybEvent.CaseOpened;
import io.daybook.kyb.casefile.KybEvent.CaseRejected;
import io.daybook.kyb.casefile.KybEvent.CaseSubmitted;
import io.daybook.kyb.casefile.KybEvent.DocumentAttached;
import io.daybook.kyb.casefile.KybEvent.DocumentsChecked;
import io.daybook.ledger.UserId;
import io.daybook.projections.shared.Column;
import io.daybook.projections.shared.PersonalTexts;
import io.daybook.projections.shared.Recorded;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Keeps one row for each KYB case and one for each of its documents. */
final class CaseRows {
  private static final String OPEN =
      """
      insert into read.kyb_cases
        (kyb_case_id, organiser_id, applicant_id, legal_name, registration_number, country,
         activity, state, opened_at, created_position, position)
      values (:case, :organiser, :applicant, :name, :number, :country, :activity, 'OPEN', :at,
        :position, :position)
      on conflict do nothing
      """;
  private static final String ATTACH =
      """
      insert into read.kyb_documents
        (kyb_case_id, document_id, kind, media_type, size_bytes, sha256, attached_at,
         created_position)
      values (:case, :document, :kind, :mediaType, :size, :sha256, :at, :position)
      on conflict do nothing
      """;

  private final JdbcClient jdbc;
  private final PersonalTexts texts;

  CaseRows(JdbcClient jdbc, PersonalTexts texts) {
    this.jdbc = jdbc;
    this.texts = texts;
  }

  void apply(KybEvent event, Recorded at) {
    switch (event) {
      case CaseOpened opened -> open(opened, at);
      case DocumentAttached attached -> attach(attached, at);
      case CaseSubmitted _ ->
          change(event, at, "state = 'SUBMITTED', submitted_at = :at", Map.of());
      case DocumentsChecked checked -> check(checked, at);
      case ApprovalProposed proposed ->
          change(
              event,
              at,
              "state = 'PROPOSED', proposed_by = :officer, reason = :reason",
              decision(event, proposed.officer(), proposed.reason()));
      case CaseApproved approved ->
          change(
              event,
              at,
              "state = 'APPROVED', approved_by = :officer, reason = :reason, decided_at = :at",
              decision(event, approved.approvedBy(), approved.reason()));
      case CaseRejected rejected ->
          change(
              event,
              at,
              "state = 'REJECTED', rejected_by = :officer, reason = :reason, decided_at = :at",
              decision(event, rejected.officer(), rejected.reason()));
    }
  }

  private Map<String, String> decision(KybEvent event, UserId officer, String reason) {
    return Map.of("officer", officer.value(), "reason", sealed(event, CaseView.REASON, reason));
  }

  private String sealed(KybEvent event, String column, String text) {
    String kybCase = event.kybCase().value();
    return texts.seal(kybCase, Column.text(text), CaseView.place(column, kybCase));
  }

  private void open(CaseOpened event, Recorded at) {
    jdbc.sql(OPEN)
        .param("case", event.kybCase().value())
        .param("organiser", event.organiser().value())
        .param("applicant", event.applicant().value())
        .param("name", sealed(event, CaseView.NAME, event.business().legalName()))
        .param("number", sealed(event, CaseView.NUMBER, event.business().registrationNumber()))
        .param("country", Column.text(event.business().country()))
        .param("activity", sealed(event, CaseView.ACTIVITY, event.business().activity()))
        .param("at", at.timeColumn())
        .param("position", at.position())
        .update();
  }

  private void attach(DocumentAttached event, Recorded at) {
    if (!change(event, at, "documents_intact = null", Map.of())) {
      return;
    }
    jdbc.sql(ATTACH)
        .param("case", event.kybCase().value())
        .param("document", event.document().value())
        .param("kind", event.kind().name())
        .param("mediaType", Column.text(event.mediaType()))
        .param("size", event.sizeBytes())
        .param("sha256", Column.text(event.sha256()))
        .param("at", at.timeColumn())
        .param("position", at.position())
        .update();
  }

  private void check(DocumentsChecked event, Recorded at) {
    boolean isNew =
        change(
            event,
            at,
            "state = :state, documents_intact = :intact",
            Map.of(
                "state",
                (event.intact() ? CaseState.CHECKED : CaseState.DAMAGED).name(),
                "intact",
                event.intact()));
    if (isNew && !event.intact()) {
      // Nobody knows which bytes can be trusted, so all documents have to come again.
      jdbc.sql("delete from read.kyb_documents where kyb_case_id = ?")
          .param(event.kybCase().value())
          .update();
    }
  }

  /** Changes the case's row, and says whether the event is new to it. */
  private boolean change(KybEvent event, Recorded at, String assignments, Map<String, ?> params) {
    return jdbc.sql(
                "update read.kyb_cases set position = :position, "
                    + assignments
                    + " where kyb_case_id = :case and position < :position")
            .params(params)
            .param("at", at.timeColumn())
            .param("case", event.kybCase().value())
            .param("position", at.position())
            .update()
        == 1;
  }
}
