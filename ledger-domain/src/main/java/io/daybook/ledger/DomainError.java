package io.daybook.ledger;

/**
 * Why a command was refused: an expected "no" that tells the caller what to do next.
 *
 * <p>Each aggregate lists its errors, in order of precedence, as the records of one sealed family.
 */
public interface DomainError {
  /** What kind of "no" this is; it decides the HTTP status. */
  enum Kind {
    /** The command does not fit the present state (409). */
    CONFLICT,
    /** The command is malformed in meaning, whatever the state (422). */
    INVALID,
    /** The caller may not do this (403). */
    FORBIDDEN,
    /** What the command is about does not exist (404). */
    NOT_FOUND
  }

  /** The stable code of this error, in snake case; part of the REST contract. */
  String code();

  /** The kind of this error. */
  Kind kind();

  /** Says in one sentence what was expected and what was found. */
  String message();

  /** Whether the same command can succeed later without being changed. */
  default boolean isTransient() {
    return false;
  }
}
