package io.daybook.retention;

import io.daybook.ledger.UserId;
import io.daybook.security.personal.DataClass;
import java.util.List;

/** What happened to what is kept about a person. */
public sealed interface RetentionEvent {
  /** Returns the data subject that it happened to. */
  SubjectId subject();

  /** One officer proposed to erase. */
  record ErasureProposed(
      SubjectId subject,
      UserId person,
      ErasureId erasure,
      ErasureScope scope,
      LegalBasis basis,
      UserId proposedBy)
      implements RetentionEvent {}

  /** A proposal was taken back before anybody approved it. */
  record ErasureWithdrawn(SubjectId subject, ErasureId erasure, UserId officer)
      implements RetentionEvent {}

  /** A second officer approved: from here on nothing stops the erasure. */
  record ErasureApproved(
      SubjectId subject,
      UserId person,
      ErasureId erasure,
      ErasureScope scope,
      LegalBasis basis,
      UserId proposedBy,
      UserId approvedBy)
      implements RetentionEvent {}

  /**
   * What the journal may lack from here on: without this record a missing payload is tampering.
   *
   * @param keys the ids of the data keys that are destroyed
   * @param records the journal records whose payload and salt are removed; none at level KEYS
   */
  record ErasureRecorded(
      SubjectId subject,
      UserId person,
      ErasureId erasure,
      ErasureScope scope,
      LegalBasis basis,
      UserId proposedBy,
      UserId approvedBy,
      List<String> keys,
      List<ErasedRecord> records)
      implements RetentionEvent {
    /** Copies the lists. */
    public ErasureRecorded {
      keys = List.copyOf(keys);
      records = List.copyOf(records);
    }
  }

  /** Everything that was to be erased is gone. */
  record ErasureCompleted(SubjectId subject, UserId person, ErasureId erasure)
      implements RetentionEvent {}

  /**
   * One officer proposed to keep everything; nothing is erased from here on.
   *
   * @param reference the file number of the proceedings, no personal data
   */
  record LegalHoldProposed(
      SubjectId subject, UserId person, LegalHoldId hold, String reference, UserId proposedBy)
      implements RetentionEvent {}

  /** A second officer agreed to keep everything. */
  record LegalHoldPlaced(
      SubjectId subject, UserId person, LegalHoldId hold, UserId proposedBy, UserId approvedBy)
      implements RetentionEvent {}

  /** A proposed hold was taken back. */
  record LegalHoldWithdrawn(SubjectId subject, UserId person, LegalHoldId hold, UserId officer)
      implements RetentionEvent {}

  /** One officer proposed to end a hold. */
  record LegalHoldReleaseProposed(
      SubjectId subject, UserId person, LegalHoldId hold, UserId proposedBy)
      implements RetentionEvent {}

  /** A second officer agreed to end a hold. */
  record LegalHoldReleased(
      SubjectId subject, UserId person, LegalHoldId hold, UserId proposedBy, UserId approvedBy)
      implements RetentionEvent {}

  /** All that is held on the person was given out. */
  record DataExported(SubjectId subject, UserId person, UserId exportedBy)
      implements RetentionEvent {}

  /**
   * The time for which data may be kept is over.
   *
   * @param scope which part of the class, such as a show or a case
   * @param keys the ids of the data keys that are destroyed
   */
  record DataExpired(
      SubjectId subject, UserId person, DataClass dataClass, String scope, List<String> keys)
      implements RetentionEvent {
    /** Copies the list. */
    public DataExpired {
      keys = List.copyOf(keys);
    }
  }
}
