package io.daybook.ledger.wallet;

import io.daybook.ledger.CommandSender;
import org.axonframework.config.Configurer;
import org.axonframework.config.ConfigurerModule;
import org.axonframework.config.EventProcessingConfigurer;
import org.axonframework.eventhandling.PropagatingErrorHandler;

/** Registers what puts money into wallets. */
public final class WalletModule implements ConfigurerModule {
  @Override
  public void configureModule(Configurer configurer) {
    configurer.eventProcessing(WalletModule::register);
  }

  private static void register(EventProcessingConfigurer processing) {
    processing.registerEventHandler(
        axon -> new TopUpProcess(axon.getComponent(CommandSender.class)));
    processing.registerListenerInvocationErrorHandler(
        TopUpProcess.GROUP, _ -> PropagatingErrorHandler.INSTANCE);
  }
}
