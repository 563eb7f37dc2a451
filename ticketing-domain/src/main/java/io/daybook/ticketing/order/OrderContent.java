package io.daybook.ticketing.order;

import io.daybook.ledger.OrganiserId;
import io.daybook.ledger.UserId;
import io.daybook.ledger.money.Money;
import io.daybook.ticketing.inventory.HoldId;
import io.daybook.ticketing.inventory.PoolId;
import io.daybook.ticketing.show.ShowId;
import io.daybook.ticketing.show.TicketTypeId;

/**
 * What is ordered, as the hold determined it.
 *
 * @param feeBasisPoints the platform's share of the total in hundredths of a percent, 0 to 10,000
 */
public record OrderContent(
    UserId buyer,
    OrganiserId organiser,
    ShowId show,
    TicketTypeId ticketType,
    PoolId pool,
    HoldId hold,
    int quantity,
    Money unitPrice,
    int feeBasisPoints) {
  /** Returns what the buyer pays. */
  public Money total() {
    return unitPrice.times(quantity);
  }

  /** Returns the platform's share of the total, rounded down. */
  public Money fee() {
    return total().portion(feeBasisPoints);
  }
}
