package io.daybook.ledger;

import io.daybook.ledger.book.BookModule;
import io.daybook.ledger.payment.PaymentModule;
import io.daybook.ledger.wallet.PayoutModule;
import io.daybook.ledger.wallet.WalletModule;
import org.axonframework.config.Configurer;
import org.axonframework.config.ConfigurerModule;

/**
 * Registers the whole ledger with Axon.
 *
 * <p>It needs the components {@link CommandSender}, {@link OrganiserClearance}, {@link
 * io.daybook.ledger.payment.PaymentProvider}, {@link io.daybook.ledger.wallet.PayoutAccounts} and
 * {@link io.daybook.ledger.wallet.PayoutPolicy}.
 */
public final class LedgerModule implements ConfigurerModule {
  @Override
  public void configureModule(Configurer configurer) {
    new BookModule().configureModule(configurer);
    new PaymentModule().configureModule(configurer);
    new PayoutModule().configureModule(configurer);
    new WalletModule().configureModule(configurer);
  }
}
