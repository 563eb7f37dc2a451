package io.daybook.projections.payments;

import io.daybook.ledger.OrganiserId;
import io.daybook.ledger.wallet.PayoutId;
import io.daybook.projections.shared.Page;
import io.daybook.projections.shared.PageRequest;
import io.daybook.projections.shared.PagedQuery;
import io.daybook.projections.shared.Row;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Asks for payouts to organisers. */
public final class Payouts {
  private final JdbcClient jdbc;

  /** Reads through {@code jdbc}. */
  public Payouts(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** Returns a payout. */
  public Optional<PayoutView> find(PayoutId payout) {
    return jdbc.sql("select * from read.payouts where payout_id = ?")
        .param(payout.value())
        .query(Row.mapper(PayoutView::of))
        .optional();
  }

  /** Returns the payouts to an organiser, the newest first. */
  public Page<PayoutView> findByOrganiser(OrganiserId organiser, PageRequest request) {
    return PagedQuery.newestFirst("read.payouts", "created_position", PayoutView::of)
        .where("organiser_id = :organiser", "organiser", organiser.value())
        .page(jdbc, request);
  }

  /** Returns the payouts to anybody in a state, or in any, the newest first. */
  public Page<PayoutView> all(@Nullable PayoutState state, PageRequest request) {
    var query = PagedQuery.newestFirst("read.payouts", "created_position", PayoutView::of);
    if (state != null) {
      query.where("state = :state", "state", state.name());
    }
    return query.page(jdbc, request);
  }
}
