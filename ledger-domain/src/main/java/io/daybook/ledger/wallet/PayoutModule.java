package io.daybook.ledger.wallet;

import io.daybook.ledger.AggregateRegistration;
import io.daybook.ledger.CommandSender;
import org.axonframework.config.Configurer;
import org.axonframework.config.ConfigurerModule;
import org.axonframework.config.EventProcessingConfigurer;
import org.axonframework.eventhandling.PropagatingErrorHandler;

/** Registers payouts, the accounts that they go to, and the process that posts them. */
public final class PayoutModule implements ConfigurerModule {
  @Override
  public void configureModule(Configurer configurer) {
    configurer.configureAggregate(AggregateRegistration.of(Payout.class));
    configurer.configureAggregate(AggregateRegistration.of(PayoutAccount.class));
    configurer.eventProcessing(PayoutModule::register);
  }

  private static void register(EventProcessingConfigurer processing) {
    processing.registerEventHandler(
        axon -> new PayoutProcess(axon.getComponent(CommandSender.class)));
    processing.registerListenerInvocationErrorHandler(
        PayoutProcess.GROUP, _ -> PropagatingErrorHandler.INSTANCE);
  }
}
