package io.daybook.projections.payments;

import io.daybook.ledger.payment.PaymentId;
import io.daybook.ledger.payment.RefundId;
import io.daybook.projections.shared.Page;
import io.daybook.projections.shared.PageRequest;
import io.daybook.projections.shared.PagedQuery;
import io.daybook.projections.shared.Row;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Asks for payments and refunds. */
public final class Payments {
  private final JdbcClient jdbc;

  /** Reads through {@code jdbc}. */
  public Payments(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** Returns a payment. */
  public Optional<PaymentView> find(PaymentId payment) {
    return jdbc.sql("select * from read.payments where payment_id = ?")
        .param(payment.value())
        .query(Row.mapper(PaymentView::of))
        .optional();
  }

  /** Returns the payments for {@code reference}, such as an order's id, the newest first. */
  public Page<PaymentView> findByReference(String reference, PageRequest request) {
    return PagedQuery.newestFirst("read.payments", "created_position", PaymentView::of)
        .where("reference = :reference", "reference", reference)
        .page(jdbc, request);
  }

  /** Returns a refund. */
  public Optional<RefundView> findRefund(RefundId refund) {
    return jdbc.sql("select * from read.refunds where refund_id = ?")
        .param(refund.value())
        .query(Row.mapper(RefundView::of))
        .optional();
  }

  /** Returns the refunds of a payment, the oldest first. */
  public List<RefundView> findRefunds(PaymentId payment) {
    return jdbc.sql("select * from read.refunds where payment_id = ? order by created_position")
        .param(payment.value())
        .query(Row.mapper(RefundView::of))
        .list();
  }

  /** Returns the refunds for {@code reference}, such as an order's id, the newest first. */
  public Page<RefundView> findRefundsByReference(String reference, PageRequest request) {
    return PagedQuery.newestFirst("read.refunds", "created_position", RefundView::of)
        .where("reference = :reference", "reference", reference)
        .page(jdbc, request);
  }
}
