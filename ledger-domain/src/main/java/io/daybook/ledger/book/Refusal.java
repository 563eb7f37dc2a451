package io.daybook.ledger.book;

import io.daybook.ledger.DomainError;

/**
 * Why a write was refused, as its sender was told.
 *
 * @param contentHash tells what was asked for from all else
 * @param message for people; it names accounts and amounts, never persons
 */
public record Refusal(
    String contentHash, String code, Kind kind, String message, boolean isTransient)
    implements DomainError {
  static Refusal of(String contentHash, DomainError error) {
    return new Refusal(
        contentHash, error.code(), error.kind(), error.message(), error.isTransient());
  }
}
