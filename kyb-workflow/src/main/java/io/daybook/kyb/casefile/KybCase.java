package io.daybook.kyb.casefile;

import static org.axonframework.modelling.command.AggregateLifecycle.apply;

import io.daybook.kyb.casefile.KybCommand.ApproveCase;
import io.daybook.kyb.casefile.KybCommand.AttachDocument;
import io.daybook.kyb.casefile.KybCommand.ConfirmHit;
import io.daybook.kyb.casefile.KybCommand.DeclareOwnership;
import io.daybook.kyb.casefile.KybCommand.DismissHit;
import io.daybook.kyb.casefile.KybCommand.NameParty;
import io.daybook.kyb.casefile.KybCommand.OpenCase;
import io.daybook.kyb.casefile.KybCommand.ProposeApproval;
import io.daybook.kyb.casefile.KybCommand.RecordDocumentCheck;
import io.daybook.kyb.casefile.KybCommand.RecordScreening;
import io.daybook.kyb.casefile.KybCommand.RejectCase;
import io.daybook.kyb.casefile.KybCommand.RemoveParty;
import io.daybook.kyb.casefile.KybCommand.SubmitCase;
import io.daybook.kyb.casefile.KybError.CaseExistsWithDifferentContent;
import io.daybook.kyb.casefile.KybError.CaseNotInState;
import io.daybook.kyb.casefile.KybError.CheckExistsWithDifferentResult;
import io.daybook.kyb.casefile.KybError.DocumentExistsWithDifferentContent;
import io.daybook.kyb.casefile.KybError.DocumentNotIntact;
import io.daybook.kyb.casefile.KybError.DocumentsMissing;
import io.daybook.kyb.casefile.KybError.FourEyes;
import io.daybook.kyb.casefile.KybError.FourEyes.Conflict;
import io.daybook.kyb.casefile.KybError.TooManyDocuments;
import io.daybook.kyb.casefile.KybEvent.ApprovalProposed;
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
import io.daybook.kyb.casefile.KybEvent.OwnershipDeclared;
import io.daybook.kyb.casefile.KybEvent.PartyNamed;
import io.daybook.kyb.casefile.KybEvent.PartyRemoved;
import io.daybook.kyb.casefile.KybEvent.ScreeningPerformed;
import io.daybook.ledger.CommandRefused;
import io.daybook.ledger.UserId;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.modelling.command.AggregateCreationPolicy;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.AggregateLifecycle;
import org.axonframework.modelling.command.AggregateRoot;
import org.axonframework.modelling.command.CreationPolicy;
import org.jspecify.annotations.Nullable;

/**
 * One check of one business: its documents, and the decision of two different officers.
 *
 * <p>A repeated command changes nothing; repeated with other content it is refused.
 */
@AggregateRoot
@SuppressWarnings("NullAway.Init") // Axon creates it empty and sources it from CaseOpened.
final class KybCase {
  static final int MAX_DOCUMENTS = 50;

  private static final Set<DocumentKind> REQUIRED =
      EnumSet.of(DocumentKind.REGISTER_EXTRACT, DocumentKind.OWNERSHIP_STATEMENT);

  @AggregateIdentifier private KybCaseId id;
  private @Nullable CaseOpened application;
  private CaseState state;
  private final Map<DocumentId, DocumentAttached> documents = new HashMap<>();
  private final Map<String, Boolean> intactByCheck = new HashMap<>();
  private @Nullable ApprovalProposed proposal;
  private @Nullable KybEvent decision;
  private final CaseParties parties = new CaseParties();
  private final CaseHits hits = new CaseHits();
  private final Set<String> screenings = new HashSet<>();
  private String policy = "";

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
    if (application == null) {
      apply(opened);
    } else if (!application.equals(opened)) {
      throw new CommandRefused(new CaseExistsWithDifferentContent(id));
    }
  }

  @CommandHandler
  void handle(AttachDocument command) {
    ContentRules.check(command);
    var attached =
        new DocumentAttached(
            id,
            command.document(),
            command.kind(),
            command.mediaType(),
            command.sizeBytes(),
            command.sha256());
    @Nullable DocumentAttached before = documents.get(command.document());
    if (attached.equals(before)) {
      return;
    }
    if (before != null) {
      throw new CommandRefused(new DocumentExistsWithDifferentContent(command.document()));
    }
    require(CaseState.OPEN, CaseState.DAMAGED);
    if (documents.size() >= MAX_DOCUMENTS) {
      throw new CommandRefused(new TooManyDocuments(MAX_DOCUMENTS));
    }
    apply(attached);
  }

  @CommandHandler
  void handle(SubmitCase command) {
    // The client may retry, so a case that was handed over stays so, however far it went since.
    if (state != CaseState.OPEN && state != CaseState.DAMAGED) {
      return;
    }
    List<DocumentKind> missing = new ArrayList<>(REQUIRED);
    documents.values().forEach(document -> missing.remove(document.kind()));
    if (!missing.isEmpty()) {
      throw new CommandRefused(new DocumentsMissing(missing));
    }
    apply(new CaseSubmitted(id, opened().organiser()));
  }

  @CommandHandler
  void handle(RecordDocumentCheck command) {
    @Nullable Boolean recorded = intactByCheck.get(command.commandId());
    if (recorded == null) {
      require(CaseState.SUBMITTED);
      apply(new DocumentsChecked(id, command.commandId(), command.intact()));
      tellOfHits();
    } else if (recorded != command.intact()) {
      throw new CommandRefused(new CheckExistsWithDifferentResult(command.commandId()));
    }
  }

  @CommandHandler
  void handle(ProposeApproval command) {
    ContentRules.checkReason(command.reason());
    var proposed = new ApprovalProposed(id, command.officer(), command.reason());
    if (proposed.equals(proposal)) {
      return;
    }
    if (state == CaseState.DAMAGED) {
      throw new CommandRefused(new DocumentNotIntact(id));
    }
    require(CaseState.CHECKED);
    requireNotApplicant(command.officer());
    requireCleared();
    apply(proposed);
  }

  @CommandHandler
  void handle(ApproveCase command) {
    ContentRules.checkReason(command.reason());
    if (decision instanceof CaseApproved(_, _, _, UserId approvedBy, String reason)
        && approvedBy.equals(command.officer())
        && reason.equals(command.reason())) {
      return;
    }
    if (state == CaseState.DAMAGED) {
      throw new CommandRefused(new DocumentNotIntact(id));
    }
    require(CaseState.PROPOSED);
    requireNotApplicant(command.officer());
    UserId proposer = proposed().officer();
    if (proposer.equals(command.officer())) {
      throw new CommandRefused(new FourEyes(command.officer(), Conflict.PROPOSER));
    }
    requireCleared();
    apply(
        new CaseApproved(id, opened().organiser(), proposer, command.officer(), command.reason()));
  }

  @CommandHandler
  void handle(RejectCase command) {
    ContentRules.checkReason(command.reason());
    var rejected = new CaseRejected(id, opened().organiser(), command.officer(), command.reason());
    if (rejected.equals(decision)) {
      return;
    }
    if (!hits.isSuspended()) {
      require(CaseState.SUBMITTED, CaseState.DAMAGED, CaseState.CHECKED, CaseState.PROPOSED);
    }
    requireNotApplicant(command.officer());
    apply(rejected);
  }

  @CommandHandler
  void handle(NameParty command) {
    change(parties.name(id, command.party(), command.details()));
  }

  @CommandHandler
  void handle(RemoveParty command) {
    change(parties.remove(id, command.party()));
  }

  @CommandHandler
  void handle(DeclareOwnership command) {
    change(parties.declare(id, command.declared()));
  }

  @CommandHandler
  void handle(RecordScreening command) {
    if (screenings.contains(command.commandId())) {
      return;
    }
    require(CaseState.SUBMITTED, CaseState.CHECKED, CaseState.PROPOSED, CaseState.APPROVED);
    Screening screening = command.screening();
    parties.requirePresent(id, screening.parties());
    List<KybEvent> found = hits.find(id, screening.hits());
    boolean isAwaited = state == CaseState.SUBMITTED && !isSubmissionScreened;
    // A new version of a list that changes nothing for this case is told of by the list alone.
    if (isAwaited || !found.isEmpty() || !isAsBefore(screening)) {
      found.forEach(AggregateLifecycle::apply);
      apply(performed(command.commandId(), screening));
      if (isAwaited) {
        apply(new CaseScreened(id, command.commandId(), hits.open()));
      }
      tellOfHits();
    }
  }

  @CommandHandler
  void handle(DismissHit command) {
    ContentRules.checkReason(command.reason());
    requireReviewable(command.officer());
    review(hits.dismiss(command));
  }

  @CommandHandler
  void handle(ConfirmHit command) {
    ContentRules.checkReason(command.reason());
    requireReviewable(command.officer());
    review(hits.confirm(command));
  }

  @EventSourcingHandler
  void on(KybEvent event) {
    switch (event) {
      case CaseOpened opened -> {
        id = opened.kybCase();
        application = opened;
        state = CaseState.OPEN;
        parties.open(id, opened.business());
      }
      case DocumentAttached attached -> documents.put(attached.document(), attached);
      case CaseSubmitted _ -> {
        state = CaseState.SUBMITTED;
        isSubmissionScreened = false;
      }
      case DocumentsChecked(_, String commandId, boolean intact) -> {
        intactByCheck.put(commandId, intact);
        state = intact ? CaseState.CHECKED : CaseState.DAMAGED;
        if (!intact) {
          // Nobody knows which bytes can be trusted, so all documents have to come again.
          documents.clear();
        }
      }
      case ApprovalProposed proposed -> {
        proposal = proposed;
        state = CaseState.PROPOSED;
      }
      case CaseApproved approved -> {
        decision = approved;
        state = CaseState.APPROVED;
      }
      case CaseRejected rejected -> {
        decision = rejected;
        state = CaseState.REJECTED;
      }
      case PartyNamed named -> parties.on(named);
      case PartyRemoved removed -> parties.on(removed);
      case OwnershipDeclared declared -> parties.on(declared);
      case ScreeningPerformed performed -> {
        screenings.add(performed.commandId());
        policy = performed.policy();
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
          ClearanceRestored _ -> {
        // The hits follow them.
      }
    }
    hits.on(event);
  }

  /** While the parties are screened or approved, they stay as they are. */
  private void change(Optional<? extends KybEvent> change) {
    change.ifPresent(event -> {
      require(CaseState.OPEN, CaseState.DAMAGED, CaseState.CHECKED, CaseState.APPROVED);
      apply(event);
    });
  }

  private void review(Optional<KybEvent> decided) {
    decided.ifPresent(event -> {
      apply(event);
      tellOfHits();
    });
  }

  private void tellOfHits() {
    hits.news(id, opened().organiser(), state).ifPresent(AggregateLifecycle::apply);
  }

  private ScreeningPerformed performed(String commandId, Screening screening) {
    return new ScreeningPerformed(
        id,
        commandId,
        screening.policy(),
        screening.lists(),
        screening.parties(),
        screening.hits().stream().map(FoundHit::id).distinct().toList());
  }

  private boolean isAsBefore(Screening screening) {
    return parties.wereScreened(screening.parties())
        && hits.arePresent(screening.hits())
        && policy.equals(screening.policy());
  }

  private void requireCleared() {
    parties.requireScreened(id);
    hits.requireDismissed(id);
  }

  private void requireReviewable(UserId officer) {
    require(CaseState.SUBMITTED, CaseState.CHECKED, CaseState.PROPOSED, CaseState.APPROVED);
    requireNotApplicant(officer);
  }

  private void require(CaseState first, CaseState... others) {
    var expected = EnumSet.of(first, others);
    if (!expected.contains(state)) {
      throw new CommandRefused(new CaseNotInState(id, expected, state));
    }
  }

  private void requireNotApplicant(UserId officer) {
    if (officer.equals(opened().applicant())) {
      throw new CommandRefused(new FourEyes(officer, Conflict.APPLICANT));
    }
  }

  private CaseOpened opened() {
    if (application == null) {
      throw new IllegalStateException("a case begins with CaseOpened");
    }
    return application;
  }

  private ApprovalProposed proposed() {
    if (proposal == null) {
      throw new IllegalStateException("a case in state PROPOSED has a proposal");
    }
    return proposal;
  }
}
