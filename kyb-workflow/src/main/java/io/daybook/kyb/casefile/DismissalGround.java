package io.daybook.kyb.casefile;

/** Why a party is somebody else than the entry of a list. */
public enum DismissalGround {
  /** Nothing but the name agrees. */
  NAME_ALONE,
  /** The dates of birth or of registration differ. */
  DATE_DIFFERS,
  /** The countries differ. */
  COUNTRY_DIFFERS,
  /** One is a person, the other is not. */
  KIND_DIFFERS,
  /** Numbers of documents or registers differ. */
  IDENTIFIER_DIFFERS,
  /** Something else, which the reason says. */
  OTHER
}
