package io.daybook.projections.balances;

import io.daybook.ledger.UserId;
import io.daybook.ledger.book.AccountId;
import io.daybook.ledger.book.EntryId;
import io.daybook.ledger.book.Posting;
import io.daybook.ledger.book.Side;
import io.daybook.ledger.money.Money;
import io.daybook.projections.shared.Row;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An entry that waits for a second person, or did.
 *
 * @param valueDate the day on which it is to count; absent for the day of its approval
 */
public record ProposalView(
    EntryId entry,
    List<Posting> postings,
    String memo,
    @Nullable LocalDate valueDate,
    ProposalStatus status,
    UserId proposedBy,
    Instant proposedAt,
    @Nullable UserId decidedBy,
    @Nullable Instant decidedAt) {
  /** Copies the list. */
  public ProposalView {
    postings = List.copyOf(postings);
  }

  static ProposalView of(Row row) throws SQLException {
    return new ProposalView(
        row.value("entry_id", EntryId::new),
        row.text("lines").lines().map(ProposalView::posting).toList(),
        row.text("memo"),
        row.valueOrNull("value_date", LocalDate::parse),
        row.value("status", ProposalStatus::valueOf),
        row.value("proposed_by", UserId::new),
        row.instant("proposed_at"),
        row.valueOrNull("decided_by", UserId::new),
        row.instantOrNull("decided_at"));
  }

  private static Posting posting(String line) {
    String[] parts = line.split(" ", -1);
    return new Posting(
        new AccountId(parts[1]),
        Side.valueOf(parts[0]),
        Money.of(parts[3], Long.parseLong(parts[2])));
  }
}
