package io.daybook.recorder;

import io.daybook.recorder.store.Journal;
import io.daybook.recorder.store.Position;
import io.daybook.recorder.store.Rehearsals;
import io.daybook.recorder.store.Rehearsals.Rehearsed;
import java.util.List;
import org.axonframework.commandhandling.CommandBus;
import org.axonframework.commandhandling.CommandExecutionException;
import org.axonframework.commandhandling.CommandMessage;
import org.axonframework.commandhandling.CommandResultMessage;
import org.axonframework.commandhandling.GenericCommandMessage;
import org.axonframework.commandhandling.callbacks.FutureCallback;

/**
 * Sends commands and tells where their events stand in the journal.
 *
 * <p>A command that lost a race against another is tried again by itself. When {@code send}
 * returns, all that the answer rests on is durable.
 */
public final class JournalGateway {
  private final CommandBus commands;
  private final Journal journal;

  JournalGateway(CommandBus commands, Journal journal) {
    this.commands = commands;
    this.journal = journal;
  }

  /**
   * Sends a command and waits for its outcome.
   *
   * @param <R> what the command's handler returns
   * @throws RuntimeException what the handler threw, as it is: a refusal is a {@code
   *     CommandRefused}, and nothing was written then
   * @throws io.daybook.recorder.store.JournalUnavailable if the journal cannot take events now;
   *     nothing was written
   * @throws io.daybook.recorder.store.OutcomeUnknown if it cannot be known whether anything was
   */
  public <R> Receipt<R> send(Object command) {
    var position = new Position();
    CommandResultMessage<? extends R> answer = position.during(() -> this.<R>dispatch(command));
    if (answer.isExceptional()) {
      throw unchecked(answer.exceptionResult());
    }
    return new Receipt<>(answer.getPayload(), position.last().orElse(journal.size() - 1));
  }

  /**
   * Has a command decided, writes nothing, and returns the events that it would have written.
   *
   * @throws RuntimeException as {@link #send}
   */
  public Receipt<List<Object>> rehearse(Object command) {
    CommandResultMessage<?> answer = Rehearsals.rehearse(() -> dispatch(command));
    if (answer.isExceptional() && answer.exceptionResult() instanceof Rehearsed rehearsed) {
      return new Receipt<>(rehearsed.events(), journal.size() - 1);
    }
    throw answer.isExceptional()
        ? unchecked(answer.exceptionResult())
        : new IllegalStateException("done, not rehearsed: " + command);
  }

  private <R> CommandResultMessage<? extends R> dispatch(Object command) {
    CommandMessage<Object> message = GenericCommandMessage.asCommandMessage(command);
    var callback = new FutureCallback<Object, R>();
    commands.dispatch(message, callback);
    return callback.getResult();
  }

  private static RuntimeException unchecked(Throwable cause) {
    return cause instanceof RuntimeException unchecked
        ? unchecked
        : new CommandExecutionException(String.valueOf(cause.getMessage()), cause);
  }
}
