package io.daybook.ticketing.show;

import io.daybook.ledger.AggregateRegistration;
import org.axonframework.config.Configurer;
import org.axonframework.config.ConfigurerModule;

/** Registers the show. */
public final class ShowModule implements ConfigurerModule {
  @Override
  public void configureModule(Configurer configurer) {
    configurer.configureAggregate(AggregateRegistration.of(Show.class));
  }
}
