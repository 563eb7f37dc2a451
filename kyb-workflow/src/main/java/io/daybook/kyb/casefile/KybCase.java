package io.daybook.kyb.casefile;

import static org.axonframework.modelling.command.AggregateLifecycle.apply;

import io.daybook.kyb.casefile.KybCommand.AnswerRequest;
import io.daybook.kyb.casefile.KybCommand.ApproveCase;
import io.daybook.kyb.casefile.KybCommand.AttachDocument;
import io.daybook.kyb.casefile.KybCommand.ConfirmHit;
import io.daybook.kyb.casefile.KybCommand.ConfirmReview;
import io.daybook.kyb.casefile.KybCommand.DeclareOwnership;
import io.daybook.kyb.casefile.KybCommand.DismissHit;
import io.daybook.kyb.casefile.KybCommand.ExpireRequest;
import io.daybook.kyb.casefile.KybCommand.NameParty;
import io.daybook.kyb.casefile.KybCommand.OpenCase;
import io.daybook.kyb.casefile.KybCommand.OpenReview;
import io.daybook.kyb.casefile.KybCommand.ProposeApproval;
import io.daybook.kyb.casefile.KybCommand.RecordDocumentCheck;
import io.daybook.kyb.casefile.KybCommand.RecordScreening;
import io.daybook.kyb.casefile.KybCommand.RejectCase;
import io.daybook.kyb.casefile.KybCommand.RemoveParty;
import io.daybook.kyb.casefile.KybCommand.RequestInformation;
import io.daybook.kyb.casefile.KybCommand.SubmitCase;
import io.daybook.kyb.casefile.KybError.CaseExistsWithDifferentContent;
import io.daybook.kyb.casefile.KybError.DocumentNotIntact;
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
import io.daybook.ledger.CommandRefused;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventhandling.Timestamp;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.modelling.command.AggregateCreationPolicy;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.AggregateLifecycle;
import org.axonframework.modelling.command.AggregateRoot;
import org.axonframework.modelling.command.CreationPolicy;

/**
 * One check of one business: its documents, and the decision of two or three different officers.
 *
 * <p>A repeated command changes nothing; repeated with other content it is refused.
 */
@AggregateRoot
@SuppressWarnings("NullAway.Init") // Axon creates it empty and sources it from CaseOpened.
final class KybCase {
  @AggregateIdentifier private KybCaseId id;
  private final CaseStanding standing = new CaseStanding();
  private final CaseDecision decision = new CaseDecision();
  private final AttachedDocuments documents = new AttachedDocuments();
  private final CaseParties parties = new CaseParties();
  private final CaseHits hits = new CaseHits();
  private final CaseRisk risk = new CaseRisk();
  private final CaseReview review = new CaseReview();
  private final CaseRequest request = new CaseRequest();
  private final Set<String> screenings = new HashSet<>();

  /** Whether the process was told of a screening since the case was submitted last. */
  private boolean isSubmissionScreened;

  KybCase() {}

  @CommandHandler
  @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
  void handle(OpenCase command) {
    ContentRules.check(command.business());
    var opened =
        new CaseOpened(
            command.kybCase(), command.organiser(), command.applicant(), command.business());
    if (!standing.isOpened()) {
      apply(opened);
    } else if (!standing.isOpened(opened)) {
      throw new CommandRefused(new CaseExistsWithDifferentContent(id));
    }
  }

  @CommandHandler
  void handle(AttachDocument command) {
    documents
        .attach(command)
        .ifPresent(attached -> {
          standing.require(CaseState.OPEN, CaseState.DAMAGED);
          documents.requirePlace();
          apply(attached);
        });
  }

  @CommandHandler
  void handle(SubmitCase command) {
    // The client may retry, so a case that was handed over stays so, however far it went since.
    if (!standing.is(CaseState.OPEN, CaseState.DAMAGED)) {
      return;
    }
    request.requireNone(id);
    Optional<RiskAssessed> assessed = risk.assess(id, parties, hits);
    documents.requireAll(
        assessed.map(RiskAssessed::assessment).orElseGet(risk::assessment).required());
    assessed.ifPresent(AggregateLifecycle::apply);
    apply(new CaseSubmitted(id, standing.organiser()));
  }

  @CommandHandler
  void handle(RecordDocumentCheck command) {
    documents
        .check(command)
        .ifPresent(checked -> {
          standing.require(CaseState.SUBMITTED);
          apply(checked);
          tellOfHits();
        });
  }

  @CommandHandler
  void handle(ProposeApproval command) {
    ContentRules.checkReason(command.reason());
    var proposed = new ApprovalProposed(id, command.officer(), command.reason());
    if (decision.isKnown(proposed)) {
      return;
    }
    if (standing.is(CaseState.DAMAGED)) {
      throw new CommandRefused(new DocumentNotIntact(id));
    }
    standing.require(CaseState.CHECKED);
    standing.requireNotApplicant(command.officer());
    requireCleared();
    assess();
    apply(proposed);
  }

  @CommandHandler
  void handle(ApproveCase command) {
    ContentRules.checkReason(command.reason());
    if (decision.isKnown(command)) {
      return;
    }
    if (standing.is(CaseState.DAMAGED)) {
      throw new CommandRefused(new DocumentNotIntact(id));
    }
    standing.require(CaseState.PROPOSED);
    standing.requireNotApplicant(command.officer());
    decision.requireOther(command.officer());
    requireCleared();
    assess();
    KybEvent agreed = decision.agree(command, standing.organiser(), risk.officers());
    apply(agreed);
    if (agreed instanceof CaseApproved) {
      apply(risk.review(id));
    }
  }

  @CommandHandler
  void handle(RejectCase command) {
    ContentRules.checkReason(command.reason());
    var rejected = new CaseRejected(id, standing.organiser(), command.officer(), command.reason());
    if (decision.isKnown(rejected)) {
      return;
    }
    boolean isInDoubt = hits.isSuspended() || review.isOpen();
    if (!standing.is(CaseState.APPROVED) || !isInDoubt) {
      standing.require(
          CaseState.SUBMITTED, CaseState.DAMAGED, CaseState.CHECKED, CaseState.PROPOSED);
    }
    standing.requireNotApplicant(command.officer());
    apply(rejected);
  }

  @CommandHandler
  void handle(RequestInformation command) {
    request
        .ask(command)
        .ifPresent(asked -> {
          standing.require(CaseState.CHECKED);
          standing.requireNotApplicant(command.officer());
          apply(asked);
        });
  }

  @CommandHandler
  void handle(AnswerRequest command) {
    request.answer(command).ifPresent(this::submitAgain);
  }

  @CommandHandler
  void handle(ExpireRequest command) {
    request.expire(command).ifPresent(this::submitAgain);
  }

  @CommandHandler
  void handle(OpenReview command) {
    review
        .open(command)
        .ifPresent(opened -> {
          standing.require(CaseState.APPROVED);
          apply(opened);
          assess();
        });
  }

  @CommandHandler
  void handle(ConfirmReview command) {
    ContentRules.checkReason(command.reason());
    review
        .confirm(command)
        .ifPresent(confirmed -> {
          standing.require(CaseState.APPROVED);
          standing.requireNotApplicant(command.officer());
          requireCleared();
          apply(confirmed);
          if (confirmed instanceof ReviewCompleted) {
            assess();
            apply(risk.review(id));
          }
        });
  }

  @CommandHandler
  void handle(NameParty command) {
    parties.name(id, command.party(), command.details()).ifPresent(this::change);
  }

  @CommandHandler
  void handle(RemoveParty command) {
    parties.remove(id, command.party()).ifPresent(this::change);
  }

  @CommandHandler
  void handle(DeclareOwnership command) {
    parties.declare(id, command.declared(), risk.ownerBasisPoints()).ifPresent(this::change);
  }

  @CommandHandler
  void handle(RecordScreening command) {
    if (screenings.contains(command.commandId())) {
      return;
    }
    standing.require(
        CaseState.SUBMITTED, CaseState.CHECKED, CaseState.PROPOSED, CaseState.APPROVED);
    Screening screening = command.screening();
    parties.requirePresent(id, screening.parties());
    List<KybEvent> found = hits.find(id, screening.hits());
    boolean isAwaited = standing.is(CaseState.SUBMITTED) && !isSubmissionScreened;
    // A new version of a list that changes nothing for this case is told of by the list alone.
    if (isAwaited
        || !found.isEmpty()
        || !parties.wereScreened(screening)
        || !hits.arePresent(screening.hits())) {
      found.forEach(AggregateLifecycle::apply);
      apply(screening.performed(id, command.commandId()));
      if (isAwaited) {
        apply(new CaseScreened(id, command.commandId(), hits.open()));
      }
      tellOfHits();
      assessAgain();
    }
  }

  @CommandHandler
  void handle(DismissHit command) {
    ContentRules.checkReason(command.reason());
    standing.requireReviewable(command.officer());
    hits.dismiss(command, risk.twoOfficersFrom()).ifPresent(this::review);
  }

  @CommandHandler
  void handle(ConfirmHit command) {
    ContentRules.checkReason(command.reason());
    standing.requireReviewable(command.officer());
    hits.confirm(command).ifPresent(this::review);
  }

  @EventSourcingHandler
  void on(KybEvent event, @Timestamp Instant at) {
    switch (event) {
      case CaseOpened opened -> {
        id = opened.kybCase();
        standing.on(opened);
        parties.open(id, opened.business());
      }
      case DocumentAttached attached -> documents.on(attached);
      case CaseSubmitted _ -> {
        standing.become(CaseState.SUBMITTED);
        isSubmissionScreened = false;
      }
      case DocumentsChecked checked -> {
        documents.on(checked);
        standing.become(checked.intact() ? CaseState.CHECKED : CaseState.DAMAGED);
      }
      case ApprovalProposed proposed -> {
        decision.on(proposed);
        standing.become(CaseState.PROPOSED);
      }
      case ApprovalSeconded second -> decision.on(second);
      case CaseApproved approved -> {
        decision.decide(approved);
        standing.become(CaseState.APPROVED);
      }
      case CaseRejected rejected -> {
        decision.decide(rejected);
        standing.become(CaseState.REJECTED);
      }
      case InformationRequested _ -> standing.become(CaseState.OPEN);
      case ReviewScheduled scheduled -> review.on(scheduled);
      case ReviewOpened opened -> review.on(opened);
      case ReviewProposed proposed -> review.on(proposed);
      case ReviewCompleted completed -> review.on(completed);
      case PartyNamed named -> parties.on(named);
      case PartyRemoved removed -> parties.on(removed);
      case OwnershipDeclared declared -> parties.on(declared);
      case ScreeningPerformed performed -> {
        screenings.add(performed.commandId());
        parties.on(performed);
      }
      case CaseScreened _ -> isSubmissionScreened = true;
      case HitFound _,
          HitReopened _,
          HitsRaised _,
          HitsDisposed _,
          HitDismissalProposed _,
          HitDismissed _,
          HitConfirmed _,
          ClearanceSuspended _,
          ClearanceRestored _,
          RiskAssessed _,
          InformationProvided _,
          RequestExpired _ -> {
        // The hits, the risk and the request follow them.
      }
    }
    hits.on(event);
    risk.on(event, at);
    request.on(event);
  }

  /** While the parties are screened or approved, they stay as they are. */
  private void change(KybEvent change) {
    standing.require(CaseState.OPEN, CaseState.DAMAGED, CaseState.CHECKED, CaseState.APPROVED);
    apply(change);
    assessAgain();
  }

  private void review(KybEvent decided) {
    apply(decided);
    tellOfHits();
    assessAgain();
  }

  /** What was asked for has come, or has not: either way everything is checked again. */
  private void submitAgain(KybEvent cause) {
    apply(cause);
    assess();
    apply(new CaseSubmitted(id, standing.organiser()));
  }

  private void assess() {
    risk.assess(id, parties, hits).ifPresent(AggregateLifecycle::apply);
  }

  /** Before a case is submitted, nobody asks how risky it is. */
  private void assessAgain() {
    if (risk.isAssessed()) {
      assess();
    }
  }

  private void tellOfHits() {
    hits.news(id, standing.organiser(), standing.state()).ifPresent(AggregateLifecycle::apply);
  }

  private void requireCleared() {
    parties.requireScreened(id);
    hits.requireDismissed(id);
  }
}
