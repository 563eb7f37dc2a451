package io.daybook.ledger.payment;

import io.daybook.ledger.DomainError;
import io.daybook.ledger.money.Money;

/** Why a payment refuses a command, in order of precedence. */
public sealed interface PaymentError extends DomainError {
  /** The payment's id is taken by a payment with other content. */
  record PaymentExistsWithDifferentContent(PaymentId payment) implements PaymentError {
    @Override
    public String code() {
      return "payment_exists_with_different_content";
    }

    @Override
    public Kind kind() {
      return Kind.CONFLICT;
    }

    @Override
    public String message() {
      return "payment " + payment + " was requested before with other content";
    }
  }

  /** The amount to pay is zero or negative. */
  record AmountNotPositive(PaymentId payment, Money amount) implements PaymentError {
    @Override
    public String code() {
      return "amount_not_positive";
    }

    @Override
    public Kind kind() {
      return Kind.INVALID;
    }

    @Override
    public String message() {
      return "the amount to pay must be positive, not " + amount;
    }
  }

  /** The provider reports another amount than was asked for. */
  record AmountMismatch(PaymentId payment, Money expected, Money actual) implements PaymentError {
    @Override
    public String code() {
      return "amount_mismatch";
    }

    @Override
    public Kind kind() {
      return Kind.CONFLICT;
    }

    @Override
    public String message() {
      return "payment " + payment + " is of " + expected + ", not " + actual;
    }
  }

  /** The payment was not captured, so there is nothing to give back, yet. */
  record PaymentNotCaptured(PaymentId payment) implements PaymentError {
    @Override
    public String code() {
      return "payment_not_captured";
    }

    @Override
    public Kind kind() {
      return Kind.CONFLICT;
    }

    @Override
    public String message() {
      return "payment " + payment + " was not captured";
    }

    @Override
    public boolean isTransient() {
      return true;
    }
  }

  /** Another refund of the payment is under way or done. */
  record AlreadyRefunded(PaymentId payment, RefundId refund) implements PaymentError {
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
      return "payment " + payment + " is given back by refund " + refund;
    }
  }

  /** The payment has no such refund. */
  record UnknownRefund(PaymentId payment, RefundId refund) implements PaymentError {
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
      return "payment " + payment + " has no refund " + refund;
    }
  }
}
