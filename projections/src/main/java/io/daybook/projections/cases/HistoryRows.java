package io.daybook.projections.cases;

import io.daybook.kyb.casefile.KybEvent;
import io.daybook.kyb.casefile.KybEvent.ApprovalProposed;
import io.daybook.kyb.casefile.KybEvent.CaseApproved;
import io.daybook.kyb.casefile.KybEvent.CaseOpened;
import io.daybook.kyb.casefile.KybEvent.CaseRejected;
import io.daybook.kyb.casefile.KybEvent.CaseSubmitted;
import io.daybook.kyb.casefile.KybEvent.DocumentAttached;
import io.daybook.kyb.casefile.KybEvent.DocumentsChecked;
import io.daybook.projections.shared.Column;
import io.daybook.projections.shared.PersonalTexts;
import io.daybook.projections.shared.Recorded;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Keeps one row for each event of a KYB case. */
final class HistoryRows {
  private static final String ADD =
      """
      insert into read.kyb_history (kyb_case_id, position, occurred_at, what, who, reason)
      values (:case, :position, :at, :what, cast(:who as text), cast(:reason as text))
      on conflict do nothing
      """;

  private final JdbcClient jdbc;
  private final PersonalTexts texts;

  HistoryRows(JdbcClient jdbc, PersonalTexts texts) {
    this.jdbc = jdbc;
    this.texts = texts;
  }

  /** Adds a row; {@code actor} stands where the event itself names nobody. */
  void add(KybEvent event, @Nullable String actor, Recorded at) {
    String reason = reason(event);
    String who = who(event, actor);
    jdbc.sql(ADD)
        .param("case", event.kybCase().value())
        .param("position", at.position())
        .param("at", at.timeColumn())
        .param("what", event.getClass().getSimpleName())
        .param("who", who == null ? null : Column.text(who))
        .param("reason", reason == null ? null : sealed(event, reason, at))
        .update();
  }

  private String sealed(KybEvent event, String reason, Recorded at) {
    return texts.seal(
        event.kybCase().value(), Column.text(reason), HistoryView.place(at.position()));
  }

  private static @Nullable String who(KybEvent event, @Nullable String actor) {
    return switch (event) {
      case CaseOpened opened -> opened.applicant().value();
      case DocumentAttached _, CaseSubmitted _, DocumentsChecked _ -> actor;
      case ApprovalProposed proposed -> proposed.officer().value();
      case CaseApproved approved -> approved.approvedBy().value();
      case CaseRejected rejected -> rejected.officer().value();
    };
  }

  private static @Nullable String reason(KybEvent event) {
    return switch (event) {
      case CaseOpened _, DocumentAttached _, CaseSubmitted _, DocumentsChecked _ -> null;
      case ApprovalProposed proposed -> proposed.reason();
      case CaseApproved approved -> approved.reason();
      case CaseRejected rejected -> rejected.reason();
    };
  }
}
