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
import io.daybook.projections.shared.Column;
import io.daybook.projections.shared.PersonalTexts;
import io.daybook.projections.shared.Recorded;
import io.daybook.projections.shared.Table;
import io.daybook.projections.shared.Writes;
import org.jspecify.annotations.Nullable;

/** Keeps one row for each event of a KYB case. */
final class HistoryRows {
  private static final Table HISTORY =
      Table.named("kyb_history")
          .texts("kyb_case_id", "what", "who", "reason")
          .numbers("position")
          .times("occurred_at");

  private final Writes writes;
  private final PersonalTexts texts;

  HistoryRows(Writes writes, PersonalTexts texts) {
    this.writes = writes;
    this.texts = texts;
  }

  /** Adds a row; {@code actor} stands where the event itself names nobody. */
  void add(KybEvent event, @Nullable String actor, Recorded at) {
    writes.change(rows ->
        rows.add(HISTORY)
            .set("kyb_case_id", event.kybCase().value())
            .set("position", at.position())
            .set("occurred_at", at.time())
            .set("what", event.getClass().getSimpleName())
            .set("who", who(event, actor))
            .set("reason", sealed(event, at)));
  }

  private @Nullable String sealed(KybEvent event, Recorded at) {
    String reason = reason(event);
    return reason == null
        ? null
        : texts.seal(
            event.kybCase().value(), Column.text(reason), HistoryView.place(at.position()));
  }

  void clear() {
    writes.empty(HISTORY);
  }

  private static @Nullable String who(KybEvent event, @Nullable String actor) {
    return switch (event) {
      case CaseOpened opened -> opened.applicant().value();
      case DocumentAttached _,
          CaseSubmitted _,
          DocumentsChecked _,
          OwnershipDeclared _,
          PartyNamed _,
          PartyRemoved _,
          HitFound _,
          ScreeningPerformed _,
          HitReopened _,
          CaseScreened _,
          HitsRaised _,
          HitsDisposed _,
          ClearanceSuspended _,
          ClearanceRestored _,
          RiskAssessed _,
          ReviewOpened _,
          InformationProvided _,
          RequestExpired _,
          ReviewScheduled _ ->
          actor;
      case HitDismissalProposed proposed -> proposed.officer().value();
      case HitDismissed dismissed -> dismissed.officer().value();
      case HitConfirmed confirmed -> confirmed.officer().value();
      case ApprovalProposed proposed -> proposed.officer().value();
      case InformationRequested requested -> requested.officer().value();
      case ApprovalSeconded seconded -> seconded.officer().value();
      case ReviewProposed proposed -> proposed.officer().value();
      case ReviewCompleted completed -> completed.completedBy().value();
      case CaseApproved approved -> approved.approvedBy().value();
      case CaseRejected rejected -> rejected.officer().value();
    };
  }

  private static @Nullable String reason(KybEvent event) {
    return switch (event) {
      case CaseOpened _,
          DocumentAttached _,
          CaseSubmitted _,
          DocumentsChecked _,
          OwnershipDeclared _,
          PartyNamed _,
          PartyRemoved _,
          HitFound _,
          ScreeningPerformed _,
          HitReopened _,
          CaseScreened _,
          HitsRaised _,
          HitsDisposed _,
          ClearanceSuspended _,
          ClearanceRestored _,
          RiskAssessed _,
          ReviewOpened _,
          RequestExpired _,
          ReviewScheduled _ ->
          null;
      case HitDismissalProposed proposed -> proposed.reason();
      case HitDismissed dismissed -> dismissed.reason();
      case HitConfirmed confirmed -> confirmed.reason();
      case ApprovalProposed proposed -> proposed.reason();
      case InformationRequested requested -> requested.question();
      case InformationProvided provided -> provided.answer();
      case ApprovalSeconded seconded -> seconded.reason();
      case ReviewProposed proposed -> proposed.reason();
      case ReviewCompleted completed -> completed.reason();
      case CaseApproved approved -> approved.reason();
      case CaseRejected rejected -> rejected.reason();
    };
  }
}
