package io.daybook.ledger.book;

import io.daybook.ledger.money.Money;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Money set aside, and how much of it still is.
 *
 * @param remaining what can still be captured or is given up
 */
record FundsHold(FundsHoldId id, HeldFunds held, Money remaining, HoldStatus status) {
  static FundsHold placed(FundsHoldId id, HeldFunds held) {
    return new FundsHold(id, held, held.amount(), HoldStatus.OPEN);
  }

  /** Returns what is left. */
  HeldPart rest() {
    return held.part(remaining);
  }

  boolean isOpen() {
    return status == HoldStatus.OPEN;
  }

  boolean isDue(Instant at) {
    @Nullable Instant end = held.expiresAt();
    return isOpen() && end != null && !end.isAfter(at);
  }

  FundsHold captured(Money amount) {
    Money rest = remaining.minus(amount);
    return new FundsHold(id, held, rest, rest.isPositive() ? HoldStatus.OPEN : HoldStatus.CAPTURED);
  }

  FundsHold ended(HoldStatus as) {
    return new FundsHold(id, held, remaining, as);
  }
}
