package io.daybook.retention;

import io.daybook.ledger.UserId;
import io.daybook.security.personal.DataClass;
import java.util.List;
import org.axonframework.modelling.command.TargetAggregateIdentifier;

/** What can be asked about a person's data. Each may be repeated: it then changes nothing. */
public sealed interface RetentionCommand {
  /** Returns the data subject that the command is about. */
  SubjectId subject();

  /** Proposes to erase; refused under a legal hold and while another erasure is open. */
  record ProposeErasure(
      @TargetAggregateIdentifier SubjectId subject,
      UserId person,
      ErasureId erasure,
      ErasureScope scope,
      LegalBasis basis,
      UserId officer)
      implements RetentionCommand {}

  /** Takes a proposal back. */
  record WithdrawErasure(
      @TargetAggregateIdentifier SubjectId subject, ErasureId erasure, UserId officer)
      implements RetentionCommand {}

  /** Approves a proposal; refused for who proposed it and for the person. */
  record ApproveErasure(
      @TargetAggregateIdentifier SubjectId subject, ErasureId erasure, UserId officer)
      implements RetentionCommand {}

  /** Records what an approved erasure takes away, before it does. */
  record RecordErasure(
      @TargetAggregateIdentifier SubjectId subject,
      ErasureId erasure,
      List<String> keys,
      List<ErasedRecord> records)
      implements RetentionCommand {}

  /** Records that a recorded erasure is done. */
  record CompleteErasure(@TargetAggregateIdentifier SubjectId subject, ErasureId erasure)
      implements RetentionCommand {}

  /** Proposes a legal hold, which works at once. */
  record ProposeLegalHold(
      @TargetAggregateIdentifier SubjectId subject,
      UserId person,
      LegalHoldId hold,
      String reference,
      UserId officer)
      implements RetentionCommand {}

  /** Agrees to what was proposed about a hold, its beginning or its end. */
  record ApproveLegalHold(
      @TargetAggregateIdentifier SubjectId subject, LegalHoldId hold, UserId officer)
      implements RetentionCommand {}

  /** Takes back what was proposed about a hold. */
  record WithdrawLegalHold(
      @TargetAggregateIdentifier SubjectId subject, LegalHoldId hold, UserId officer)
      implements RetentionCommand {}

  /** Proposes to end a hold. */
  record ProposeRelease(
      @TargetAggregateIdentifier SubjectId subject, LegalHoldId hold, UserId officer)
      implements RetentionCommand {}

  /** Records that all that is held on a person was given out. */
  record RecordExport(
      @TargetAggregateIdentifier SubjectId subject, UserId person, UserId exportedBy)
      implements RetentionCommand {}

  /** Lets data end whose time is over; refused under a legal hold. */
  record ExpireData(
      @TargetAggregateIdentifier SubjectId subject,
      UserId person,
      DataClass dataClass,
      String scope,
      List<String> keys)
      implements RetentionCommand {}
}
