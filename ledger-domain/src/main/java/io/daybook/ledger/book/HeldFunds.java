package io.daybook.ledger.book;

import io.daybook.ledger.money.Money;
import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Money set aside: what an entry between two accounts may move until it ends.
 *
 * @param debit the account that is debited when it is captured
 * @param credit the account that is credited when it is captured
 * @param amount a positive amount in the currency of both accounts
 * @param expiresAt from when on it can't be captured; absent if it does not end by itself
 * @param group what it can be captured and voided together with; absent if with nothing
 * @param reference what it is about outside the ledger, or empty; no personal data
 */
public record HeldFunds(
    AccountId debit,
    AccountId credit,
    Money amount,
    @Nullable Instant expiresAt,
    @Nullable String group,
    String reference) {
  /** Checks that nothing is absent that must be there. */
  public HeldFunds {
    Objects.requireNonNull(debit, "debit");
    Objects.requireNonNull(credit, "credit");
    Objects.requireNonNull(amount, "amount");
    Objects.requireNonNull(reference, "reference");
  }

  /** Returns {@code part} of it. */
  HeldPart part(Money part) {
    return new HeldPart(debit, credit, part);
  }
}
