package io.daybook.ledger;

import org.axonframework.commandhandling.CommandExecutionException;

/**
 * Refuses a command: nothing was written to the journal.
 *
 * <p>The {@link DomainError} travels as the exception's details, the only part that also survives a
 * trip through Axon Server.
 */
public final class CommandRefused extends CommandExecutionException {
  private static final long serialVersionUID = 1L;

  /** Refuses with {@code error}, without a stack trace because a refusal is expected. */
  public CommandRefused(DomainError error) {
    super(error.code() + ": " + error.message(), null, error, false);
  }

  /** Returns why the command was refused. */
  public DomainError error() {
    return this.<DomainError>getDetails().orElseThrow();
  }
}
