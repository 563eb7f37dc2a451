package io.daybook.api;

import io.daybook.recorder.CommandContext;
import io.daybook.recorder.JournalGateway;
import io.daybook.security.Caller;
import org.springframework.stereotype.Component;

/** Sends the commands of REST requests in the caller's name. */
@Component
class Commands {
  private static final String CHANNEL = "rest";

  private final JournalGateway gateway;

  Commands(JournalGateway gateway) {
    this.gateway = gateway;
  }

  /**
   * Sends {@code commands} in order and returns the journal position of the last.
   *
   * @throws io.daybook.ledger.CommandRefused if one is refused; those before it stay done
   */
  long send(Object... commands) {
    return CommandContext.of(Caller.current().userId(), CHANNEL).call(() -> sendAll(commands));
  }

  private long sendAll(Object... commands) {
    long position = 0;
    for (Object command : commands) {
      position = Math.max(position, gateway.send(command).position());
    }
    return position;
  }
}
