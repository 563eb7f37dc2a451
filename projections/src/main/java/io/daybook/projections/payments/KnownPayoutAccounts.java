package io.daybook.projections.payments;

import io.daybook.ledger.OrganiserId;
import io.daybook.ledger.wallet.PayoutAccountId;
import io.daybook.ledger.wallet.PayoutAccounts;
import io.daybook.projections.shared.Page;
import io.daybook.projections.shared.PageRequest;
import io.daybook.projections.shared.PagedQuery;
import io.daybook.projections.shared.Row;
import java.time.Instant;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * The accounts that payouts go to.
 *
 * <p>As a projection it may lag: an account counts shortly after it was recorded.
 */
public final class KnownPayoutAccounts implements PayoutAccounts {
  private final JdbcClient jdbc;

  /** Reads through {@code jdbc}. */
  public KnownPayoutAccounts(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  @Override
  public Optional<Instant> usableFrom(OrganiserId organiser, PayoutAccountId account) {
    return find(account)
        .filter(view -> view.organiser().equals(organiser) && view.removedAt() == null)
        .map(PayoutAccountView::usableFrom);
  }

  /** Returns an account. */
  public Optional<PayoutAccountView> find(PayoutAccountId account) {
    return jdbc.sql("select * from read.payout_accounts where account_id = ?")
        .param(account.value())
        .query(Row.mapper(PayoutAccountView::of))
        .optional();
  }

  /** Returns the accounts of an organiser, removed ones too, the newest first. */
  public Page<PayoutAccountView> findByOrganiser(OrganiserId organiser, PageRequest request) {
    return PagedQuery.newestFirst("read.payout_accounts", "created_position", PayoutAccountView::of)
        .where("organiser_id = :organiser", "organiser", organiser.value())
        .page(jdbc, request);
  }
}
