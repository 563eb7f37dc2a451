package io.daybook.projections.orders;

import io.daybook.ledger.OrganiserId;
import io.daybook.ledger.UserId;
import io.daybook.projections.shared.Column;
import io.daybook.projections.shared.Page;
import io.daybook.projections.shared.PageRequest;
import io.daybook.projections.shared.PagedQuery;
import io.daybook.projections.shared.PersonalTexts;
import io.daybook.projections.shared.Row;
import io.daybook.ticketing.order.OrderId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Asks for orders. */
public final class Orders {
  private static final String NOT_ARCHIVED =
      "show_id not in (select show_id from read.archived_shows)";
  private static final String STUCK =
      """
      select state, count(*) as count, min(updated_at) as oldest from read.orders
      where state in ('PAYMENT_PENDING', 'PAID', 'PAID_LATE', 'REFUND_REQUESTED')
        and updated_at < ?
      group by state order by state
      """;

  private final JdbcClient jdbc;
  private final PersonalTexts texts;

  /** Reads through {@code jdbc}. */
  public Orders(JdbcClient jdbc, PersonalTexts texts) {
    this.jdbc = jdbc;
    this.texts = texts;
  }

  /** Returns an order. */
  public Optional<OrderView> find(OrderId order) {
    return jdbc.sql("select * from read.orders where order_id = ?")
        .param(order.value())
        .query(Row.mapper(OrderView::of))
        .optional()
        .map(view -> view.opened(texts));
  }

  /** Returns the orders of a buyer but those of archived shows, the newest first. */
  public Page<OrderView> findByBuyer(UserId buyer, PageRequest request) {
    return newestFirst()
        .where(NOT_ARCHIVED)
        .where("buyer_id = :buyer", "buyer", buyer.value())
        .page(jdbc, request)
        .map(view -> view.opened(texts));
  }

  /** Returns all orders of a buyer, the newest first. */
  public Page<OrderView> findByBuyerWithArchive(UserId buyer, PageRequest request) {
    return newestFirst()
        .where("buyer_id = :buyer", "buyer", buyer.value())
        .page(jdbc, request)
        .map(view -> view.opened(texts));
  }

  /** Returns the orders of an organiser's shows but archived ones, the newest first. */
  public Page<OrderView> findByOrganiser(OrganiserId organiser, PageRequest request) {
    return newestFirst()
        .where(NOT_ARCHIVED)
        .where("organiser_id = :organiser", "organiser", organiser.value())
        .page(jdbc, request)
        .map(view -> view.opened(texts));
  }

  /**
   * Counts, per state, the orders whose payment, fulfilment or refund has been under way since
   * before {@code before}; a state without any is left out.
   */
  public List<StuckOrders> findStuck(Instant before) {
    return jdbc.sql(STUCK).param(Column.time(before)).query(Row.mapper(StuckOrders::of)).list();
  }

  private static PagedQuery<OrderView> newestFirst() {
    return PagedQuery.newestFirst("read.orders", "created_position", OrderView::of);
  }
}
