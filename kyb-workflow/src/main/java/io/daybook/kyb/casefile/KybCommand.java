package io.daybook.kyb.casefile;

import io.daybook.ledger.OrganiserId;
import io.daybook.ledger.UserId;
import org.axonframework.modelling.command.TargetAggregateIdentifier;

/** What a KYB case can be asked to do. Each command may be repeated: it then changes nothing. */
public sealed interface KybCommand {
  /** Returns the case that the command is for. */
  KybCaseId kybCase();

  /** Opens a case: an organiser applies. */
  record OpenCase(
      @TargetAggregateIdentifier KybCaseId kybCase,
      OrganiserId organiser,
      UserId applicant,
      Business business)
      implements KybCommand {}

  /**
   * Attaches a document that is stored elsewhere, by its hash.
   *
   * @param sha256 64 hexadecimal digits of the stored plain bytes' SHA-256
   */
  record AttachDocument(
      @TargetAggregateIdentifier KybCaseId kybCase,
      DocumentId document,
      DocumentKind kind,
      String mediaType,
      long sizeBytes,
      String sha256)
      implements KybCommand {}

  /** Hands the case to the officers; refused while required documents are missing. */
  record SubmitCase(@TargetAggregateIdentifier KybCaseId kybCase) implements KybCommand {}

  /**
   * Records the process's check that each stored document still has its hash.
   *
   * @param commandId derived from the process step, so that a repeated step has one effect
   */
  record RecordDocumentCheck(
      @TargetAggregateIdentifier KybCaseId kybCase, String commandId, boolean intact)
      implements KybCommand {}

  /** Proposes to approve: the first of two pairs of eyes. */
  record ProposeApproval(
      @TargetAggregateIdentifier KybCaseId kybCase, UserId officer, String reason)
      implements KybCommand {}

  /** Approves; refused for the officer who proposed. */
  record ApproveCase(@TargetAggregateIdentifier KybCaseId kybCase, UserId officer, String reason)
      implements KybCommand {}

  /** Rejects a submitted case. */
  record RejectCase(@TargetAggregateIdentifier KybCaseId kybCase, UserId officer, String reason)
      implements KybCommand {}
}
