package io.daybook.kyb.casefile;

import io.daybook.ledger.OrganiserId;
import io.daybook.ledger.UserId;
import java.time.Instant;
import java.util.List;
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

  /** Approves; refused for the officers who proposed and seconded. */
  record ApproveCase(@TargetAggregateIdentifier KybCaseId kybCase, UserId officer, String reason)
      implements KybCommand {}

  /** Rejects a submitted case. */
  record RejectCase(@TargetAggregateIdentifier KybCaseId kybCase, UserId officer, String reason)
      implements KybCommand {}

  /**
   * Opens the review that was scheduled; refused for any other time.
   *
   * @param dueAt the time for which it was scheduled
   */
  record OpenReview(@TargetAggregateIdentifier KybCaseId kybCase, Instant dueAt)
      implements KybCommand {}

  /** Says, in a review, that the approval stands; two officers must. */
  record ConfirmReview(@TargetAggregateIdentifier KybCaseId kybCase, UserId officer, String reason)
      implements KybCommand {}

  /**
   * Asks the applicant of a checked case for an answer and, if need be, for documents; the case is
   * the applicant's again until then.
   *
   * @param question 1 to 2000 characters
   * @param documents the kinds to attach, again or for the first time
   * @param answerBy until when
   */
  record RequestInformation(
      @TargetAggregateIdentifier KybCaseId kybCase,
      UserId officer,
      String question,
      List<DocumentKind> documents,
      Instant answerBy)
      implements KybCommand {
    /** Copies the kinds, in their order. */
    public RequestInformation {
      documents = documents.stream().distinct().sorted().toList();
    }
  }

  /** Answers, and hands the case over again. */
  record AnswerRequest(@TargetAggregateIdentifier KybCaseId kybCase, String answer)
      implements KybCommand {}

  /** Hands the case over without an answer, as the time is over; nothing if there is one. */
  record ExpireRequest(@TargetAggregateIdentifier KybCaseId kybCase, Instant answerBy)
      implements KybCommand {}

  /** Names a party, or replaces its details. */
  record NameParty(@TargetAggregateIdentifier KybCaseId kybCase, PartyId party, Party details)
      implements KybCommand {}

  /** Takes a party back. */
  record RemoveParty(@TargetAggregateIdentifier KybCaseId kybCase, PartyId party)
      implements KybCommand {}

  /** Declares who owns and controls whom, in place of what was declared before. */
  record DeclareOwnership(@TargetAggregateIdentifier KybCaseId kybCase, Ownership declared)
      implements KybCommand {}

  /**
   * Records a search for all parties in all lists; refused unless it is of the present parties.
   *
   * @param commandId derived from what asked for it, so that a repeated one has one effect
   */
  record RecordScreening(
      @TargetAggregateIdentifier KybCaseId kybCase, String commandId, Screening screening)
      implements KybCommand {}

  /**
   * Says that a party is somebody else than the entry of the list. A hit that is like a true match,
   * or was confirmed, is dismissed by two officers.
   */
  record DismissHit(
      @TargetAggregateIdentifier KybCaseId kybCase,
      HitId hit,
      UserId officer,
      DismissalGround ground,
      String reason)
      implements KybCommand {}

  /** Says that a party is who the list says. */
  record ConfirmHit(
      @TargetAggregateIdentifier KybCaseId kybCase, HitId hit, UserId officer, String reason)
      implements KybCommand {}
}
