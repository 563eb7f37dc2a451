package io.daybook.ledger;

import org.axonframework.commandhandling.CommandMessage;
import org.axonframework.commandhandling.GenericCommandMessage;
import org.axonframework.commandhandling.gateway.CommandGateway;
import org.axonframework.messaging.unitofwork.CurrentUnitOfWork;
import org.axonframework.messaging.unitofwork.UnitOfWork;
import org.jspecify.annotations.Nullable;

/**
 * Sends the commands of event handlers through Axon's gateway, each in a unit of work of its own.
 *
 * <p>Inside the event handler's unit of work a command's events would become durable only at the
 * end of the whole batch, and every aggregate would stay locked until then.
 */
public final class GatewayCommandSender implements CommandSender {
  private final CommandGateway gateway;

  /** Sends through {@code gateway}. */
  public GatewayCommandSender(CommandGateway gateway) {
    this.gateway = gateway;
  }

  @Override
  public void send(Object command) {
    // Made while the event is current, so the command carries its correlation.
    CommandMessage<?> message = GenericCommandMessage.asCommandMessage(command);
    @Nullable UnitOfWork<?> outer = CurrentUnitOfWork.isStarted() ? CurrentUnitOfWork.get() : null;
    if (outer == null) {
      gateway.sendAndWait(message);
      return;
    }
    CurrentUnitOfWork.clear(outer);
    try {
      gateway.sendAndWait(message);
    } finally {
      CurrentUnitOfWork.set(outer);
    }
  }
}
