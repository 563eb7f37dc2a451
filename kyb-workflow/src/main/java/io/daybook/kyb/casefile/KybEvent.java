package io.daybook.kyb.casefile;

import io.daybook.ledger.OrganiserId;
import io.daybook.ledger.UserId;
import java.time.Instant;
import java.util.List;

/** What happened to a KYB case. */
public sealed interface KybEvent {
  /** Returns the case that it happened to. */
  KybCaseId kybCase();

  /** An organiser applied. */
  record CaseOpened(KybCaseId kybCase, OrganiserId organiser, UserId applicant, Business business)
      implements KybEvent {}

  /** A document was attached by its hash. */
  record DocumentAttached(
      KybCaseId kybCase,
      DocumentId document,
      DocumentKind kind,
      String mediaType,
      long sizeBytes,
      String sha256)
      implements KybEvent {}

  /** The case was handed to the officers. */
  record CaseSubmitted(KybCaseId kybCase, OrganiserId organiser) implements KybEvent {}

  /** Each stored document was read and has, or has not, its hash. */
  record DocumentsChecked(KybCaseId kybCase, String commandId, boolean intact)
      implements KybEvent {}

  /** One officer proposed to approve. */
  record ApprovalProposed(KybCaseId kybCase, UserId officer, String reason) implements KybEvent {}

  /** A second officer agreed to the proposal; the risk is high, so a third one must as well. */
  record ApprovalSeconded(KybCaseId kybCase, UserId officer, String reason) implements KybEvent {}

  /** The last officer that is needed approved: the organiser may sell and be paid. */
  record CaseApproved(
      KybCaseId kybCase, OrganiserId organiser, UserId proposedBy, UserId approvedBy, String reason)
      implements KybEvent {}

  /**
   * An approved business will be reviewed.
   *
   * @param dueAt when the review opens
   * @param hours how long the officers then have
   */
  record ReviewScheduled(KybCaseId kybCase, Instant dueAt, int hours) implements KybEvent {}

  /**
   * The review of an approved business is due; until it is completed, the approval stands.
   *
   * @param dueAt the time for which it was scheduled
   */
  record ReviewOpened(KybCaseId kybCase, Instant dueAt) implements KybEvent {}

  /** One officer says, in a review, that the approval stands. */
  record ReviewProposed(KybCaseId kybCase, UserId officer, String reason) implements KybEvent {}

  /** A second officer agreed: the approval stands. */
  record ReviewCompleted(KybCaseId kybCase, UserId proposedBy, UserId completedBy, String reason)
      implements KybEvent {}

  /**
   * An officer asked the applicant, whose the case is again until the answer or the time is over.
   */
  record InformationRequested(
      KybCaseId kybCase,
      UserId officer,
      String question,
      List<DocumentKind> documents,
      Instant answerBy)
      implements KybEvent {
    /** Copies the list. */
    public InformationRequested {
      documents = List.copyOf(documents);
    }
  }

  /** The applicant answered; the case is handed over again. */
  record InformationProvided(KybCaseId kybCase, String answer) implements KybEvent {}

  /** The applicant did not answer in time; the case is handed over as it is. */
  record RequestExpired(KybCaseId kybCase, Instant answerBy) implements KybEvent {}

  /**
   * The risk of the business was assessed, and is not what it was.
   *
   * @param beneficialOwners who the beneficial owners are in its band
   * @param byDirectors whether the directors stand in because nobody owns or controls enough
   */
  record RiskAssessed(
      KybCaseId kybCase,
      RiskAssessment assessment,
      List<PartyId> beneficialOwners,
      boolean byDirectors)
      implements KybEvent {
    /** Copies the list. */
    public RiskAssessed {
      beneficialOwners = List.copyOf(beneficialOwners);
    }
  }

  /** An officer rejected the case. */
  record CaseRejected(KybCaseId kybCase, OrganiserId organiser, UserId officer, String reason)
      implements KybEvent {}

  /**
   * The applicant named a party, or other details of it.
   *
   * @param revision counts the details of this party, from 1
   */
  record PartyNamed(KybCaseId kybCase, PartyId party, int revision, Party details)
      implements KybEvent {}

  /** The applicant took a party back. */
  record PartyRemoved(KybCaseId kybCase, PartyId party) implements KybEvent {}

  /**
   * The applicant declared who owns and controls whom, in place of what was declared before.
   *
   * @param beneficialOwners who that makes the beneficial owners
   * @param byDirectors whether the directors stand in because nobody owns or controls a quarter
   */
  record OwnershipDeclared(
      KybCaseId kybCase, Ownership declared, List<PartyId> beneficialOwners, boolean byDirectors)
      implements KybEvent {
    /** Copies the list. */
    public OwnershipDeclared {
      beneficialOwners = List.copyOf(beneficialOwners);
    }
  }

  /** A screening found an entry for a party, or found it again with other content. */
  record HitFound(KybCaseId kybCase, HitId hit, FoundHit found) implements KybEvent {}

  /**
   * All parties were looked for in all active lists.
   *
   * @param policy 64 hexadecimal digits: the hash of all numbers that decided
   * @param hits what was found, best first; a hit of before that is not among them is no hit now
   */
  record ScreeningPerformed(
      KybCaseId kybCase,
      String commandId,
      String policy,
      List<UsedList> lists,
      List<ScreenedParty> parties,
      List<HitId> hits)
      implements KybEvent {
    /** Copies the lists. */
    public ScreeningPerformed {
      lists = List.copyOf(lists);
      parties = List.copyOf(parties);
      hits = List.copyOf(hits);
    }
  }

  /** A hit that was dismissed, or was to be, is open again because something changed. */
  record HitReopened(KybCaseId kybCase, HitId hit, ReopenCause cause) implements KybEvent {}

  /** A submitted case was screened: the process's step is done. */
  record CaseScreened(KybCaseId kybCase, String commandId, int openHits) implements KybEvent {}

  /** A case that had no open hit has some: officers must review them before they decide. */
  record HitsRaised(KybCaseId kybCase, int openHits) implements KybEvent {}

  /** No hit of the case is open any more. */
  record HitsDisposed(KybCaseId kybCase, int confirmedHits) implements KybEvent {}

  /** One officer says that the party is somebody else; another one must agree. */
  record HitDismissalProposed(
      KybCaseId kybCase, HitId hit, UserId officer, DismissalGround ground, String reason)
      implements KybEvent {}

  /** The party is somebody else than the entry of the list. */
  record HitDismissed(
      KybCaseId kybCase, HitId hit, UserId officer, DismissalGround ground, String reason)
      implements KybEvent {}

  /** The party is who the list says. */
  record HitConfirmed(KybCaseId kybCase, HitId hit, UserId officer, String reason)
      implements KybEvent {}

  /** An approved business has an open or confirmed hit: it may neither sell nor be paid. */
  record ClearanceSuspended(KybCaseId kybCase, OrganiserId organiser) implements KybEvent {}

  /** All hits of an approved business are dismissed: it may sell and be paid again. */
  record ClearanceRestored(KybCaseId kybCase, OrganiserId organiser) implements KybEvent {}
}
