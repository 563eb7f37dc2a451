package io.daybook.ledger.payment;

import io.daybook.ledger.AggregateRegistration;
import org.axonframework.config.Configurer;
import org.axonframework.config.ConfigurerModule;
import org.axonframework.config.EventProcessingConfigurer;
import org.axonframework.eventhandling.PropagatingErrorHandler;

/** Registers the payment and what passes it on to the {@link PaymentProvider}. */
public final class PaymentModule implements ConfigurerModule {
  @Override
  public void configureModule(Configurer configurer) {
    configurer.configureAggregate(AggregateRegistration.of(Payment.class));
    configurer.eventProcessing(PaymentModule::register);
  }

  private static void register(EventProcessingConfigurer processing) {
    processing.registerEventHandler(
        axon -> new ProviderRequests(axon.getComponent(PaymentProvider.class)));
    processing.registerListenerInvocationErrorHandler(
        ProviderRequests.GROUP, _ -> PropagatingErrorHandler.INSTANCE);
  }
}
