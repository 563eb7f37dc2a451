package io.daybook.security;

/**
 * The private keys that speak for the journal.
 *
 * @param log sign checkpoints
 * @param authors sign protected events
 */
public record JournalKeyStores(SigningKeys log, SigningKeys authors) {
  @Override
  public String toString() {
    return "JournalKeyStores";
  }
}
