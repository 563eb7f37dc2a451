package io.daybook.projections.balances;

import io.daybook.ledger.book.AccountId;
import io.daybook.ledger.book.FundsHoldId;
import io.daybook.ledger.book.HoldStatus;
import io.daybook.ledger.money.Money;
import io.daybook.projections.shared.Row;
import java.sql.SQLException;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Money set aside.
 *
 * @param remaining what can still be captured, or was given up or fell back
 * @param expiresAt from when on nothing can be captured; absent if it does not end by itself
 * @param position the journal index of its first event
 */
public record FundsHoldView(
    FundsHoldId hold,
    AccountId debit,
    AccountId credit,
    Money amount,
    Money remaining,
    @Nullable String group,
    String reference,
    HoldStatus status,
    @Nullable Instant expiresAt,
    Instant placedAt,
    @Nullable Instant endedAt,
    long position) {
  static FundsHoldView of(Row row) throws SQLException {
    return new FundsHoldView(
        row.value("hold_id", FundsHoldId::new),
        row.value("debit_account", AccountId::new),
        row.value("credit_account", AccountId::new),
        row.money("amount_minor"),
        row.money("remaining_minor"),
        row.textOrNull("hold_group"),
        row.text("reference"),
        row.value("status", HoldStatus::valueOf),
        row.instantOrNull("expires_at"),
        row.instant("placed_at"),
        row.instantOrNull("ended_at"),
        row.number("created_position"));
  }
}
