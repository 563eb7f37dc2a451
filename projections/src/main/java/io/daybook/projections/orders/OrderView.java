package io.daybook.projections.orders;

import io.daybook.ledger.OrganiserId;
import io.daybook.ledger.UserId;
import io.daybook.ledger.money.Money;
import io.daybook.ledger.payment.PaymentId;
import io.daybook.ledger.payment.RefundId;
import io.daybook.projections.shared.PersonalTexts;
import io.daybook.projections.shared.Row;
import io.daybook.ticketing.inventory.HoldId;
import io.daybook.ticketing.inventory.PoolId;
import io.daybook.ticketing.order.OrderId;
import io.daybook.ticketing.show.ShowId;
import io.daybook.ticketing.show.TicketTypeId;
import java.sql.SQLException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An order.
 *
 * @param fee the platform's share of the total
 * @param seats the numbers of its seats in the pool; none before it is paid
 * @param late whether the money came after the hold had ended
 * @param payment the last payment that was started; absent before the first
 * @param refund absent unless the money is or was to be given back
 * @param reason why the last payment failed or the money is given back; absent otherwise
 * @param position the journal index of its last event
 */
public record OrderView(
    OrderId order,
    UserId buyer,
    OrganiserId organiser,
    ShowId show,
    TicketTypeId ticketType,
    PoolId pool,
    HoldId hold,
    int quantity,
    Money unitPrice,
    Money total,
    Money fee,
    List<Integer> seats,
    OrderState state,
    boolean late,
    @Nullable PaymentId payment,
    @Nullable RefundId refund,
    @Nullable String reason,
    OrderTimes times,
    long position) {
  /** Copies the list. */
  public OrderView {
    seats = List.copyOf(seats);
  }

  /** Returns where the reason of an order is stored. */
  static String[] place(String order) {
    return new String[] {"read.orders", "reason", order};
  }

  /** Returns this view, read as it is stored, with the reason as it reads now. */
  OrderView opened(PersonalTexts texts) {
    if (reason == null) {
      return this;
    }
    return new OrderView(
        order,
        buyer,
        organiser,
        show,
        ticketType,
        pool,
        hold,
        quantity,
        unitPrice,
        total,
        fee,
        seats,
        state,
        late,
        payment,
        refund,
        texts.open(reason, place(order.value())),
        times,
        position);
  }

  static OrderView of(Row row) throws SQLException {
    return new OrderView(
        row.value("order_id", OrderId::new),
        row.value("buyer_id", UserId::new),
        row.value("organiser_id", OrganiserId::new),
        row.value("show_id", ShowId::new),
        row.value("ticket_type_id", TicketTypeId::new),
        row.value("pool_id", PoolId::new),
        row.value("hold_id", HoldId::new),
        row.integer("quantity"),
        row.money("unit_price_minor"),
        row.money("total_minor"),
        row.money("fee_minor"),
        List.of(row.integers("seats")),
        row.value("state", OrderState::valueOf),
        row.flag("late"),
        row.valueOrNull("payment_id", PaymentId::new),
        row.valueOrNull("refund_id", RefundId::new),
        row.textOrNull("reason"),
        OrderTimes.of(row),
        row.number("position"));
  }
}
