package io.daybook.ticketing.order;

import io.daybook.ledger.DomainError;
import io.daybook.ledger.money.Money;
import io.daybook.ledger.payment.PaymentId;
import io.daybook.ledger.payment.RefundId;

/** Why an order refuses a command, in order of precedence. */
public sealed interface OrderError extends DomainError {
  /** The order's id is taken by an order with other content. */
  record OrderExistsWithDifferentContent(OrderId order) implements OrderError {
    @Override
    public String code() {
      return "order_exists_with_different_content";
    }

    @Override
    public Kind kind() {
      return Kind.CONFLICT;
    }

    @Override
    public String message() {
      return "order " + order + " was placed before with other content";
    }
  }

  /** The order is for no seats or too many. */
  record QuantityOutOfRange(OrderId order, int quantity, int maximum) implements OrderError {
    @Override
    public String code() {
      return "quantity_out_of_range";
    }

    @Override
    public Kind kind() {
      return Kind.INVALID;
    }

    @Override
    public String message() {
      return "an order is for 1 to " + maximum + " seats, not " + quantity;
    }
  }

  /** The tickets cost nothing; only tickets with a price are sold. */
  record FreeOrder(OrderId order, Money unitPrice) implements OrderError {
    @Override
    public String code() {
      return "free_order";
    }

    @Override
    public Kind kind() {
      return Kind.INVALID;
    }

    @Override
    public String message() {
      return "a ticket's price must be positive, not " + unitPrice;
    }
  }

  /** The platform's share is below nothing or above everything. */
  record FeeOutOfRange(OrderId order, int feeBasisPoints) implements OrderError {
    @Override
    public String code() {
      return "fee_out_of_range";
    }

    @Override
    public Kind kind() {
      return Kind.INVALID;
    }

    @Override
    public String message() {
      return "the fee is 0 to 10000 basis points, not " + feeBasisPoints;
    }
  }

  /** The total exceeds what can be counted. */
  record TotalOverflow(OrderId order, int quantity, Money unitPrice) implements OrderError {
    @Override
    public String code() {
      return "total_overflow";
    }

    @Override
    public Kind kind() {
      return Kind.INVALID;
    }

    @Override
    public String message() {
      return quantity + " times " + unitPrice + " exceeds what can be counted";
    }
  }

  /** The order never saw the payment. */
  record UnknownPayment(OrderId order, PaymentId payment) implements OrderError {
    @Override
    public String code() {
      return "unknown_payment";
    }

    @Override
    public Kind kind() {
      return Kind.NOT_FOUND;
    }

    @Override
    public String message() {
      return "order " + order + " has no payment " + payment;
    }
  }

  /** The order is paid. */
  record OrderAlreadyPaid(OrderId order) implements OrderError {
    @Override
    public String code() {
      return "order_already_paid";
    }

    @Override
    public Kind kind() {
      return Kind.CONFLICT;
    }

    @Override
    public String message() {
      return "order " + order + " is paid";
    }
  }

  /** The order has expired, was cancelled or is given back. */
  record OrderEnded(OrderId order) implements OrderError {
    @Override
    public String code() {
      return "order_ended";
    }

    @Override
    public Kind kind() {
      return Kind.CONFLICT;
    }

    @Override
    public String message() {
      return "order " + order + " has ended";
    }
  }

  /** Another payment of the order is under way. */
  record PaymentUnderWay(OrderId order, PaymentId payment) implements OrderError {
    @Override
    public String code() {
      return "payment_under_way";
    }

    @Override
    public Kind kind() {
      return Kind.CONFLICT;
    }

    @Override
    public String message() {
      return "payment " + payment + " of order " + order + " is under way";
    }

    @Override
    public boolean isTransient() {
      return true;
    }
  }

  /** The order is not paid. */
  record OrderNotPaid(OrderId order) implements OrderError {
    @Override
    public String code() {
      return "order_not_paid";
    }

    @Override
    public Kind kind() {
      return Kind.CONFLICT;
    }

    @Override
    public String message() {
      return "order " + order + " is not paid";
    }
  }

  /** The order's tickets are being issued. */
  record OrderNotFulfilled(OrderId order) implements OrderError {
    @Override
    public String code() {
      return "order_not_fulfilled";
    }

    @Override
    public Kind kind() {
      return Kind.CONFLICT;
    }

    @Override
    public String message() {
      return "order " + order + " is not fulfilled yet";
    }

    @Override
    public boolean isTransient() {
      return true;
    }
  }

  /** Another refund of the order is under way or done. */
  record AlreadyRefunded(OrderId order, RefundId refund) implements OrderError {
    @Override
    public String code() {
      return "already_refunded";
    }

    @Override
    public Kind kind() {
      return Kind.CONFLICT;
    }

    @Override
    public String message() {
      return "order " + order + " is given back by refund " + refund;
    }
  }

  /** The order has no such refund. */
  record UnknownRefund(OrderId order, RefundId refund) implements OrderError {
    @Override
    public String code() {
      return "unknown_refund";
    }

    @Override
    public Kind kind() {
      return Kind.NOT_FOUND;
    }

    @Override
    public String message() {
      return "order " + order + " has no refund " + refund;
    }
  }
}
