package io.daybook.ticketing;

import io.daybook.ticketing.chain.ChainModule;
import io.daybook.ticketing.inventory.InventoryModule;
import io.daybook.ticketing.order.OrderModule;
import io.daybook.ticketing.sale.SaleModule;
import io.daybook.ticketing.show.ShowModule;
import io.daybook.ticketing.ticket.TicketModule;
import org.axonframework.config.Configurer;
import org.axonframework.config.ConfigurerModule;

/**
 * Registers all of ticketing with Axon.
 *
 * <p>It needs the components {@link io.daybook.ledger.CommandSender} and {@link
 * io.daybook.ledger.OrganiserClearance}, and the ledger beside it.
 */
public final class TicketingModule implements ConfigurerModule {
  @Override
  public void configureModule(Configurer configurer) {
    new ShowModule().configureModule(configurer);
    new InventoryModule().configureModule(configurer);
    new OrderModule().configureModule(configurer);
    new TicketModule().configureModule(configurer);
    new ChainModule().configureModule(configurer);
    new SaleModule().configureModule(configurer);
  }
}
