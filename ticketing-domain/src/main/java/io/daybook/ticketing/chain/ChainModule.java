package io.daybook.ticketing.chain;

import io.daybook.ledger.AggregateRegistration;
import org.axonframework.config.Configurer;
import org.axonframework.config.ConfigurerModule;

/** Registers tokens and links to chains. */
public final class ChainModule implements ConfigurerModule {
  @Override
  public void configureModule(Configurer configurer) {
    configurer
        .configureAggregate(AggregateRegistration.of(Token.class))
        .configureAggregate(AggregateRegistration.of(ChainLink.class));
  }
}
