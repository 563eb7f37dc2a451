package io.daybook.kyb.workflow;

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
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * One event of a case as the process sees it: a message's name and the few facts it needs.
 *
 * @param name the message's name in the process definition
 * @param sequence the event's place among the case's events, from 0
 * @param occurredAt when the event was recorded
 * @param intact the answer of a document check, else null
 * @param hitsOpen whether a screening left open hits, else null
 * @param proposedBy the id of the officer who proposed, else null
 * @param dueAt when the officers must have decided on a case that was submitted, or an applicant
 *     answered; else null
 */
record ProcessMessage(
    String name,
    long sequence,
    Instant occurredAt,
    @Nullable Boolean intact,
    @Nullable Boolean hitsOpen,
    @Nullable String proposedBy,
    @Nullable Instant dueAt) {
  static final String CASE_OPENED = "CaseOpened";
  static final String CASE_SUBMITTED = "CaseSubmitted";
  static final String DOCUMENTS_CHECKED = "DocumentsChecked";
  static final String APPROVAL_PROPOSED = "ApprovalProposed";
  static final String CASE_APPROVED = "CaseApproved";
  static final String CASE_REJECTED = "CaseRejected";
  static final String CASE_SCREENED = "CaseScreened";
  static final String HITS_RAISED = "HitsRaised";
  static final String HITS_DISPOSED = "HitsDisposed";
  static final String INFORMATION_REQUESTED = "InformationRequested";
  static final String REVIEW_SCHEDULED = "ReviewScheduled";
  static final String REVIEW_OPENED = "ReviewOpened";
  static final String REVIEW_PROPOSED = "ReviewProposed";
  static final String REVIEW_COMPLETED = "ReviewCompleted";

  private static final Set<String> REVIEW_MESSAGES =
      Set.of(REVIEW_OPENED, REVIEW_PROPOSED, REVIEW_COMPLETED, CASE_REJECTED);

  /**
   * Returns the message of {@code event}, or nothing if the process does not wait for such.
   *
   * @param decisionTime how long the officers have to decide on a case that is submitted now
   */
  static Optional<ProcessMessage> of(
      KybEvent event, long sequence, Instant occurredAt, Duration decisionTime) {
    return switch (event) {
      case CaseOpened _ -> Optional.of(plain(CASE_OPENED, sequence, occurredAt));
      case DocumentAttached _ -> Optional.empty();
      case CaseSubmitted _ -> {
        Instant dueAt = occurredAt.plus(decisionTime);
        yield Optional.of(
            new ProcessMessage(CASE_SUBMITTED, sequence, occurredAt, null, null, null, dueAt));
      }
      case DocumentsChecked(_, _, boolean intact) ->
          Optional.of(
              new ProcessMessage(
                  DOCUMENTS_CHECKED, sequence, occurredAt, intact, null, null, null));
      case ApprovalProposed proposed ->
          Optional.of(by(proposed.officer().value(), APPROVAL_PROPOSED, sequence, occurredAt));
      case CaseApproved _ -> Optional.of(plain(CASE_APPROVED, sequence, occurredAt));
      case InformationRequested requested ->
          Optional.of(
              new ProcessMessage(
                  INFORMATION_REQUESTED,
                  sequence,
                  occurredAt,
                  null,
                  null,
                  null,
                  requested.answerBy()));
      case ReviewOpened _ -> Optional.of(plain(REVIEW_OPENED, sequence, occurredAt));
      case ReviewProposed proposed ->
          Optional.of(by(proposed.officer().value(), REVIEW_PROPOSED, sequence, occurredAt));
      case ReviewCompleted _ -> Optional.of(plain(REVIEW_COMPLETED, sequence, occurredAt));
      case CaseRejected _ -> Optional.of(plain(CASE_REJECTED, sequence, occurredAt));
      case CaseScreened screened ->
          Optional.of(
              new ProcessMessage(
                  CASE_SCREENED, sequence, occurredAt, null, screened.openHits() > 0, null, null));
      case HitsRaised _ -> Optional.of(plain(HITS_RAISED, sequence, occurredAt));
      case HitsDisposed _ -> Optional.of(plain(HITS_DISPOSED, sequence, occurredAt));
      // The facts behind them; and what happens to a case whose process has ended.
      case ApprovalSeconded _,
          InformationProvided _,
          RequestExpired _,
          RiskAssessed _,
          ReviewScheduled _,
          OwnershipDeclared _,
          PartyNamed _,
          PartyRemoved _,
          HitFound _,
          ScreeningPerformed _,
          HitReopened _,
          HitDismissalProposed _,
          HitDismissed _,
          HitConfirmed _,
          ClearanceSuspended _,
          ClearanceRestored _ ->
          Optional.empty();
    };
  }

  /** Whether a periodic review waits for it, if the case has one. */
  boolean isOfReview() {
    return REVIEW_MESSAGES.contains(name);
  }

  /** Returns what the process keeps of this message; ids and times only. */
  Map<String, Object> variables() {
    Map<String, Object> variables = new HashMap<>();
    variables.put(ProcessVariables.SINCE, occurredAt);
    if (name.equals(CASE_SUBMITTED)) {
      variables.put(ProcessVariables.SUBMISSION, sequence);
    }
    if (dueAt != null) {
      variables.put(
          name.equals(INFORMATION_REQUESTED)
              ? ProcessVariables.ANSWER_BY
              : ProcessVariables.SLA_DUE_AT,
          dueAt);
    }
    if (intact != null) {
      variables.put(ProcessVariables.INTACT, intact);
    }
    if (hitsOpen != null) {
      variables.put(ProcessVariables.HITS_OPEN, hitsOpen);
    }
    if (proposedBy != null) {
      variables.put(ProcessVariables.PROPOSED_BY, proposedBy);
    }
    return variables;
  }

  private static ProcessMessage by(String officer, String name, long sequence, Instant occurredAt) {
    return new ProcessMessage(name, sequence, occurredAt, null, null, officer, null);
  }

  private static ProcessMessage plain(String name, long sequence, Instant occurredAt) {
    return new ProcessMessage(name, sequence, occurredAt, null, null, null, null);
  }
}
