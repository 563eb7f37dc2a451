package io.daybook.kyb.watchlist;

import io.daybook.ledger.AggregateRegistration;
import org.axonframework.config.Configurer;
import org.axonframework.config.ConfigurerModule;

/** Registers the lists with Axon. */
public final class WatchlistModule implements ConfigurerModule {
  @Override
  public void configureModule(Configurer configurer) {
    configurer.configureAggregate(AggregateRegistration.of(Watchlist.class));
  }
}
