package io.daybook.ticketing.inventory;

import io.daybook.ledger.AggregateRegistration;
import org.axonframework.config.Configurer;
import org.axonframework.config.ConfigurerModule;

/** Registers the pools of seats. */
public final class InventoryModule implements ConfigurerModule {
  @Override
  public void configureModule(Configurer configurer) {
    configurer.configureAggregate(AggregateRegistration.of(InventoryPool.class));
  }
}
