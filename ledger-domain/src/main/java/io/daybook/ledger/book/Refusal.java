package io.daybook.ledger.book;

import io.daybook.ledger.DomainError;

/**
 * Why a write was refused, as its sender was told: the error as a fact of the journal.
 *
 * @param contentHash tells what was asked for from all else
 * @param message for people; it names accounts and amounts, never persons
 */
public record Refusal(
    String contentHash, String code, DomainError.Kind kind, String message, boolean isTransient) {
  static Refusal of(String contentHash, DomainError error) {
    return new Refusal(
        contentHash, error.code(), error.kind(), error.message(), error.isTransient());
  }

  /** Returns what the sender is told at once. */
  public DomainError error() {
    return new Told(code, kind, message, isTransient);
  }

  private record Told(String code, Kind kind, String message, boolean isTransient)
      implements DomainError {}
}
