package io.daybook.ticketing.order;

import static io.daybook.ticketing.order.OrderFixture.CONTENT;
import static io.daybook.ticketing.order.OrderFixture.ORDER;
import static io.daybook.ticketing.order.OrderFixture.PLACED;
import static io.daybook.ticketing.order.OrderFixture.content;
import static io.daybook.ticketing.order.OrderFixture.placed;

import io.daybook.ledger.money.Money;
import io.daybook.ticketing.order.OrderCommand.PlaceOrder;
import io.daybook.ticketing.order.OrderError.FeeOutOfRange;
import io.daybook.ticketing.order.OrderError.FreeOrder;
import io.daybook.ticketing.order.OrderError.OrderExistsWithDifferentContent;
import io.daybook.ticketing.order.OrderError.QuantityOutOfRange;
import io.daybook.ticketing.order.OrderError.TotalOverflow;
import io.daybook.ticketing.order.OrderEvent.OrderPlaced;
import org.axonframework.test.aggregate.AggregateTestFixture;
import org.axonframework.test.aggregate.ResultValidator;
import org.junit.jupiter.api.Test;

class PlaceOrderTest {
  private static final Money PRICE = Money.of("EUR", 10_50);

  private static ResultValidator<Order> place(OrderContent content) {
    return new AggregateTestFixture<>(Order.class)
        .givenNoPriorActivity()
        .when(new PlaceOrder(ORDER, content));
  }

  private static OrderPlaced event(OrderContent content, long total, long fee) {
    return new OrderPlaced(ORDER, content, Money.of("EUR", total), Money.of("EUR", fee));
  }

  @Test
  void adds90EurosAndAFeeOf4Euros50() {
    place(CONTENT).expectEvents(PLACED);
  }

  @Test
  void roundsTheFeeDownToTheCent() {
    OrderContent content = content(1, PRICE, 500);

    place(content).expectEvents(event(content, 10_50, 52));
  }

  @Test
  void changesNothingWhenRepeated() {
    placed()
        .when(new PlaceOrder(ORDER, CONTENT))
        .expectSuccessfulHandlerExecution()
        .expectNoEvents();
  }

  @Test
  void refusesARepeatWithOtherContent() {
    placed()
        .when(new PlaceOrder(ORDER, content(1, PRICE, 500)))
        .expectExceptionDetails(new OrderExistsWithDifferentContent(ORDER));
  }

  @Test
  void isForOneToTenSeats() {
    OrderContent ten = content(10, PRICE, 0);

    place(ten).expectEvents(event(ten, 105_00, 0));
    place(content(11, PRICE, 0)).expectExceptionDetails(new QuantityOutOfRange(ORDER, 11, 10));
    place(content(0, PRICE, 0)).expectExceptionDetails(new QuantityOutOfRange(ORDER, 0, 10));
  }

  @Test
  void costsAtLeastOneCent() {
    Money nothing = Money.of("EUR", 0);
    OrderContent cheapest = content(1, Money.of("EUR", 1), 0);

    place(cheapest).expectEvents(event(cheapest, 1, 0));
    place(content(1, nothing, 0)).expectExceptionDetails(new FreeOrder(ORDER, nothing));
  }

  @Test
  void hasAFeeOfNothingToEverything() {
    OrderContent everything = content(1, PRICE, 10_000);

    place(everything).expectEvents(event(everything, 10_50, 10_50));
    place(content(1, PRICE, 10_001)).expectExceptionDetails(new FeeOutOfRange(ORDER, 10_001));
    place(content(1, PRICE, -1)).expectExceptionDetails(new FeeOutOfRange(ORDER, -1));
  }

  @Test
  void refusesATotalThatCannotBeCounted() {
    Money dear = Money.of("EUR", Long.MAX_VALUE / 2 + 1);

    place(content(2, dear, 0)).expectExceptionDetails(new TotalOverflow(ORDER, 2, dear));
  }
}
