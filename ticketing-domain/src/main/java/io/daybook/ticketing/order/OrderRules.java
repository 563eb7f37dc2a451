package io.daybook.ticketing.order;

import io.daybook.ledger.CommandRefused;
import io.daybook.ledger.money.Money;
import io.daybook.ticketing.order.OrderCommand.PlaceOrder;
import io.daybook.ticketing.order.OrderError.FeeOutOfRange;
import io.daybook.ticketing.order.OrderError.FreeOrder;
import io.daybook.ticketing.order.OrderError.QuantityOutOfRange;
import io.daybook.ticketing.order.OrderError.TotalOverflow;
import io.daybook.ticketing.order.OrderEvent.OrderPlaced;

/** What every order must satisfy when it is placed. */
final class OrderRules {
  private static final int MAX_QUANTITY = 10;
  private static final int ALL_BASIS_POINTS = 10_000;

  private OrderRules() {}

  /**
   * Returns the event of a valid order.
   *
   * @throws CommandRefused at the first rule that the content breaks
   */
  static OrderPlaced place(PlaceOrder command) {
    OrderContent content = command.content();
    if (content.quantity() < 1 || content.quantity() > MAX_QUANTITY) {
      throw new CommandRefused(
          new QuantityOutOfRange(command.order(), content.quantity(), MAX_QUANTITY));
    }
    if (!content.unitPrice().isPositive()) {
      throw new CommandRefused(new FreeOrder(command.order(), content.unitPrice()));
    }
    if (content.feeBasisPoints() < 0 || content.feeBasisPoints() > ALL_BASIS_POINTS) {
      throw new CommandRefused(new FeeOutOfRange(command.order(), content.feeBasisPoints()));
    }
    return new OrderPlaced(command.order(), content, totalOf(command), content.fee());
  }

  private static Money totalOf(PlaceOrder command) {
    OrderContent content = command.content();
    try {
      return content.total();
    } catch (ArithmeticException e) {
      throw new CommandRefused(
          new TotalOverflow(command.order(), content.quantity(), content.unitPrice()));
    }
  }
}
