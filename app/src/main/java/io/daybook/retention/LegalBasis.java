package io.daybook.retention;

/** Why personal data are erased: GDPR, article 17 (1). */
public enum LegalBasis {
  /** They are not needed any more (a). */
  NO_LONGER_NEEDED,
  /** The person withdrew consent or objected, and nothing outweighs that (b, c). */
  REQUEST_OF_PERSON,
  /** They were processed unlawfully (d). */
  UNLAWFUL_PROCESSING,
  /** A law or a court demands it (e). */
  LEGAL_OBLIGATION
}
