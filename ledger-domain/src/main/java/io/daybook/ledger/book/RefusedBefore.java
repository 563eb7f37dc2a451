package io.daybook.ledger.book;

import io.daybook.ledger.DomainError;

/** The same request was refused before; whatever has changed since, it is answered the same. */
public record RefusedBefore(Refusal refusal) implements DomainError {
  @Override
  public String code() {
    return refusal.code();
  }

  @Override
  public Kind kind() {
    return refusal.kind();
  }

  @Override
  public String message() {
    return refusal.message();
  }

  @Override
  public boolean isTransient() {
    return refusal.isTransient();
  }
}
