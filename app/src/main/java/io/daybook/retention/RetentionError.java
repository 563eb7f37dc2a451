package io.daybook.retention;

import io.daybook.ledger.DomainError;
import io.daybook.ledger.UserId;

/** Why a command about a person's data is refused, in order of precedence. */
public sealed interface RetentionError extends DomainError {

  /** The erasure names no class of data, or one that belongs to nobody. */
  record ErasureScopeInvalid() implements RetentionError {
    @Override
    public String code() {
      return "erasure_scope_invalid";
    }

    @Override
    public Kind kind() {
      return Kind.INVALID;
    }

    @Override
    public String message() {
      return "classes names at least one of ACCOUNT, KYB and TICKETING; PAYLOADS needs KYB";
    }
  }

  /** The reference of a legal hold is no file number. */
  record ReferenceInvalid() implements RetentionError {
    @Override
    public String code() {
      return "reference_invalid";
    }

    @Override
    public Kind kind() {
      return Kind.INVALID;
    }

    @Override
    public String message() {
      return "a reference has 1 to 60 letters, digits or . _ / -, and no personal data";
    }
  }

  /** There is no such erasure of this person. */
  record ErasureUnknown(ErasureId erasure) implements RetentionError {
    @Override
    public String code() {
      return "unknown_erasure";
    }

    @Override
    public Kind kind() {
      return Kind.NOT_FOUND;
    }

    @Override
    public String message() {
      return "there is no erasure " + erasure;
    }
  }

  /** There is no such legal hold on this person. */
  record LegalHoldUnknown(LegalHoldId hold) implements RetentionError {
    @Override
    public String code() {
      return "unknown_legal_hold";
    }

    @Override
    public Kind kind() {
      return Kind.NOT_FOUND;
    }

    @Override
    public String message() {
      return "there is no legal hold " + hold;
    }
  }

  /** Somebody acts alone, or in an own matter. */
  record SecondPersonNeeded(UserId officer) implements RetentionError {
    @Override
    public String code() {
      return "second_person_needed";
    }

    @Override
    public Kind kind() {
      return Kind.FORBIDDEN;
    }

    @Override
    public String message() {
      return "two different officers must agree, and neither in an own matter";
    }
  }

  /** A legal hold keeps everything about the person. */
  record UnderLegalHold(SubjectId subject) implements RetentionError {
    @Override
    public String code() {
      return "under_legal_hold";
    }

    @Override
    public Kind kind() {
      return Kind.CONFLICT;
    }

    @Override
    public String message() {
      return "a legal hold keeps what is known about the person";
    }
  }

  /** Another erasure of the person is proposed or under way. */
  record ErasureOpen(ErasureId erasure) implements RetentionError {
    @Override
    public String code() {
      return "erasure_open";
    }

    @Override
    public Kind kind() {
      return Kind.CONFLICT;
    }

    @Override
    public String message() {
      return "erasure " + erasure + " is proposed or under way";
    }
  }

  /** The erasure is approved, so it can neither be withdrawn nor held up any more. */
  record ErasureUnderWay(ErasureId erasure) implements RetentionError {
    @Override
    public String code() {
      return "erasure_under_way";
    }

    @Override
    public Kind kind() {
      return Kind.CONFLICT;
    }

    @Override
    public String message() {
      return "erasure " + erasure + " is approved";
    }
  }

  /** The erasure or the hold is not where the command takes it from. */
  record RetentionStepRefused(String state) implements RetentionError {
    @Override
    public String code() {
      return "retention_step_refused";
    }

    @Override
    public Kind kind() {
      return Kind.CONFLICT;
    }

    @Override
    public String message() {
      return "not possible in state " + state;
    }
  }
}
