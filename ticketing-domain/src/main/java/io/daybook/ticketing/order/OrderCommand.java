package io.daybook.ticketing.order;

import io.daybook.ledger.payment.PaymentId;
import io.daybook.ledger.payment.RefundId;
import java.util.List;
import org.axonframework.modelling.command.TargetAggregateIdentifier;

/** What an order can be asked to do. Each command may be repeated: it then changes nothing. */
public sealed interface OrderCommand {
  /** Returns the order that the command is for. */
  OrderId order();

  /** Places an order for the seats of a hold. */
  record PlaceOrder(@TargetAggregateIdentifier OrderId order, OrderContent content)
      implements OrderCommand {}

  /**
   * Starts to pay; refused while another payment is under way or after the order was paid.
   *
   * @param method the provider's token for the buyer's means of payment
   */
  record StartPayment(@TargetAggregateIdentifier OrderId order, PaymentId payment, String method)
      implements OrderCommand {}

  /** Records that the payment failed; the buyer may try again while the hold lives. */
  record RecordPaymentFailure(
      @TargetAggregateIdentifier OrderId order, PaymentId payment, String reason)
      implements OrderCommand {}

  /**
   * Records that the order is paid and has its seats.
   *
   * @param seats the numbers of the seats that it got in its pool
   * @param late whether the hold had ended and seats were taken again
   */
  record MarkPaid(
      @TargetAggregateIdentifier OrderId order,
      PaymentId payment,
      List<Integer> seats,
      boolean late)
      implements OrderCommand {
    /** Copies the list. */
    public MarkPaid {
      seats = List.copyOf(seats);
    }
  }

  /** Records that all tickets are issued and the sale is in the ledger. */
  record FulfilOrder(@TargetAggregateIdentifier OrderId order) implements OrderCommand {}

  /** Ends an unpaid order because its hold ended. */
  record ExpireOrder(@TargetAggregateIdentifier OrderId order) implements OrderCommand {}

  /** Ends an unpaid order at the buyer's wish. */
  record CancelOrder(@TargetAggregateIdentifier OrderId order) implements OrderCommand {}

  /** Asks for the whole payment of a fulfilled order back. */
  record RequestOrderRefund(
      @TargetAggregateIdentifier OrderId order, PaymentId payment, RefundId refund, String reason)
      implements OrderCommand {}

  /** Gives a payment back that came when there were no seats for the order any more. */
  record ReturnLatePayment(
      @TargetAggregateIdentifier OrderId order, PaymentId payment, RefundId refund, String reason)
      implements OrderCommand {}

  /** Ends a fulfilled order whose payment the scheme took back. */
  record ChargeOrderBack(@TargetAggregateIdentifier OrderId order, PaymentId payment)
      implements OrderCommand {}

  /** Records that the buyer has the money back. */
  record MarkRefunded(@TargetAggregateIdentifier OrderId order, RefundId refund)
      implements OrderCommand {}
}
