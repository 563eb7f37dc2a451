package io.daybook.projections.payments;

import io.daybook.ledger.wallet.PayoutAccountEvent;
import io.daybook.ledger.wallet.PayoutAccountEvent.PayoutAccountAdded;
import io.daybook.ledger.wallet.PayoutAccountEvent.PayoutAccountRemoved;
import io.daybook.projections.shared.Draft;
import io.daybook.projections.shared.Recorded;
import io.daybook.projections.shared.RowKey;
import io.daybook.projections.shared.Table;
import io.daybook.projections.shared.Writes;

/** Keeps one row for each account that payouts go to. */
final class PayoutAccountRows {
  private static final Table ACCOUNTS =
      Table.named("payout_accounts")
          .key("account_id")
          .texts("organiser_id", "token")
          .times("added_at", "usable_from", "removed_at")
          .numbers("created_position", "position");

  private final Writes writes;

  PayoutAccountRows(Writes writes) {
    this.writes = writes;
  }

  void apply(PayoutAccountEvent event, Recorded at) {
    RowKey account = ACCOUNTS.row(event.account().value());
    writes.change(
        rows -> {
          switch (event) {
            case PayoutAccountAdded added ->
                rows.create(account).ifPresent(row -> add(added, at, row));
            case PayoutAccountRemoved _ ->
                rows.advance(account, at).ifPresent(row -> row.set("removed_at", at.time()));
          }
        },
        account);
  }

  void clear() {
    writes.empty(ACCOUNTS);
  }

  private static void add(PayoutAccountAdded event, Recorded at, Draft row) {
    row.set("organiser_id", event.organiser().value())
        .set("token", event.token())
        .set("added_at", at.time())
        .set("usable_from", event.usableFrom())
        .set("created_position", at.position())
        .set("position", at.position());
  }
}
