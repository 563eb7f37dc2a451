package io.daybook.ticketing.sale;

import io.daybook.ledger.CommandSender;
import java.util.List;
import org.axonframework.config.Configurer;
import org.axonframework.config.ConfigurerModule;
import org.axonframework.config.EventProcessingConfigurer;
import org.axonframework.eventhandling.PropagatingErrorHandler;

/**
 * Registers the sale, the refund, what follows a chargeback, and what opens a show for them.
 *
 * <p>Their processors stop at a failure and try the event again; they never skip one.
 */
public final class SaleModule implements ConfigurerModule {
  private static final List<String> GROUPS =
      List.of(SaleSaga.GROUP, RefundSaga.GROUP, OrganiserAccounts.GROUP, Chargebacks.GROUP);

  @Override
  public void configureModule(Configurer configurer) {
    configurer.eventProcessing(SaleModule::register);
  }

  private static void register(EventProcessingConfigurer processing) {
    processing.registerSaga(SaleSaga.class);
    processing.registerSaga(RefundSaga.class);
    processing.registerEventHandler(
        axon -> new OrganiserAccounts(axon.getComponent(CommandSender.class)));
    processing.registerEventHandler(
        axon -> new Chargebacks(axon.getComponent(CommandSender.class)));
    for (String group : GROUPS) {
      processing.registerListenerInvocationErrorHandler(
          group, _ -> PropagatingErrorHandler.INSTANCE);
    }
  }
}
