package io.daybook.ledger.wallet;

import static org.axonframework.modelling.command.AggregateLifecycle.apply;

import io.daybook.ledger.CommandRefused;
import io.daybook.ledger.wallet.PayoutAccountCommand.AddPayoutAccount;
import io.daybook.ledger.wallet.PayoutAccountCommand.RemovePayoutAccount;
import io.daybook.ledger.wallet.PayoutAccountError.PayoutAccountExistsWithDifferentContent;
import io.daybook.ledger.wallet.PayoutAccountError.PayoutAccountTokenInvalid;
import io.daybook.ledger.wallet.PayoutAccountEvent.PayoutAccountAdded;
import io.daybook.ledger.wallet.PayoutAccountEvent.PayoutAccountRemoved;
import java.util.regex.Pattern;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.modelling.command.AggregateCreationPolicy;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.AggregateRoot;
import org.axonframework.modelling.command.CreationPolicy;

/**
 * An organiser's account outside of Daybook. Whoever has taken over an organiser's sign-in cannot
 * send money away at once: a new account waits before it is used.
 */
@AggregateRoot
@SuppressWarnings("NullAway.Init") // Axon creates it empty; its first event fills it.
final class PayoutAccount {
  private static final Pattern TOKEN = Pattern.compile("[a-z]{2,12}_[A-Za-z0-9_]{1,60}");

  @AggregateIdentifier private PayoutAccountId id;
  private PayoutAccountAdded added;
  private boolean isRemoved;

  PayoutAccount() {}

  @CommandHandler
  @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
  void handle(AddPayoutAccount command, PayoutPolicy policy) {
    if (id != null) {
      requireSameContent(command);
      return;
    }
    if (!TOKEN.matcher(command.token()).matches()) {
      throw new CommandRefused(new PayoutAccountTokenInvalid(command.account()));
    }
    apply(
        new PayoutAccountAdded(
            command.account(),
            command.organiser(),
            command.token(),
            command.by(),
            command.at().plus(policy.coolingOff())));
  }

  private void requireSameContent(AddPayoutAccount command) {
    if (!command.organiser().equals(added.organiser())
        || !command.token().equals(added.token())
        || !command.by().equals(added.by())) {
      throw new CommandRefused(new PayoutAccountExistsWithDifferentContent(id));
    }
  }

  @CommandHandler
  void handle(RemovePayoutAccount command) {
    if (!isRemoved) {
      apply(new PayoutAccountRemoved(id, added.organiser(), command.by()));
    }
  }

  @EventSourcingHandler
  void on(PayoutAccountEvent event) {
    switch (event) {
      case PayoutAccountAdded first -> {
        id = first.account();
        added = first;
      }
      case PayoutAccountRemoved _ -> isRemoved = true;
    }
  }
}
