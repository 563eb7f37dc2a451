package io.daybook.api;

import io.daybook.recorder.CommandContext;
import io.daybook.recorder.JournalGateway;
import io.daybook.recorder.Receipt;
import io.daybook.security.Caller;
import org.springframework.stereotype.Component;

/** Sends the commands of REST requests in the caller's name, or tries them. */
@Component
class Commands {
  private static final String CHANNEL = "rest";

  private final JournalGateway gateway;
  private final DryRuns dryRuns;

  Commands(JournalGateway gateway, DryRuns dryRuns) {
    this.gateway = gateway;
    this.dryRuns = dryRuns;
  }

  /**
   * Sends {@code command} and returns the journal position from which on its effect can be read.
   *
   * @throws io.daybook.ledger.CommandRefused if it is refused; nothing was written then
   */
  long send(Object command) {
    return ask(command).position();
  }

  /**
   * Sends {@code command} and returns its outcome and the journal position from which on its effect
   * can be read.
   *
   * @throws io.daybook.ledger.CommandRefused if it is refused; nothing was written then
   */
  <R> Receipt<R> ask(Object command) {
    return CommandContext.of(Caller.current().userId(), CHANNEL)
        .call(() -> dryRuns.isRunning() ? dryRuns.ask(command) : gateway.send(command));
  }
}
