package io.daybook.kyb.casefile;

import io.daybook.ledger.OrganiserId;
import io.daybook.ledger.UserId;

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

  /** A second officer approved: the organiser may sell and be paid. */
  record CaseApproved(
      KybCaseId kybCase, OrganiserId organiser, UserId proposedBy, UserId approvedBy, String reason)
      implements KybEvent {}

  /** An officer rejected the case. */
  record CaseRejected(KybCaseId kybCase, OrganiserId organiser, UserId officer, String reason)
      implements KybEvent {}
}
