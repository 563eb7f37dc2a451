package io.daybook.recorder.store;

import java.util.concurrent.ThreadLocalRandom;
import java.util.function.Supplier;
import org.axonframework.commandhandling.CommandCallback;
import org.axonframework.commandhandling.CommandMessage;
import org.axonframework.commandhandling.CommandResultMessage;
import org.axonframework.commandhandling.SimpleCommandBus;
import org.axonframework.common.transaction.NoTransactionManager;
import org.axonframework.messaging.MessageHandler;
import org.axonframework.messaging.unitofwork.CurrentUnitOfWork;
import org.axonframework.messaging.unitofwork.RollbackConfigurationType;
import org.axonframework.messaging.unitofwork.UnitOfWork;
import org.axonframework.modelling.command.AggregateStreamCreationException;
import org.axonframework.modelling.command.ConcurrencyException;
import org.jspecify.annotations.Nullable;

/**
 * Handles commands on the caller's thread, each in a unit of work of its own, even when a process
 * sends it in the middle of another: when the answer comes, the events are durable.
 *
 * <p>A command that lost a race is handled again. No database transaction is attached: handlers
 * write events and nothing else.
 */
public final class JournalCommandBus extends SimpleCommandBus {
  private static final int ATTEMPTS = 25;
  private static final int LONGEST_PAUSE_MILLIS = 50;

  /** Creates a bus without handlers. */
  public JournalCommandBus() {
    super(
        SimpleCommandBus.builder()
            .transactionManager(NoTransactionManager.INSTANCE)
            .rollbackConfiguration(RollbackConfigurationType.ANY_THROWABLE));
  }

  @Override
  protected <C, R> void handle(
      CommandMessage<C> command,
      MessageHandler<? super CommandMessage<?>> handler,
      CommandCallback<? super C, ? super R> callback) {
    CommandResultMessage<? extends R> result =
        outsideOfUnitsOfWork(() -> this.<C, R>untilDecided(command, handler));
    callback.onResult(command, result);
  }

  private <C, R> CommandResultMessage<? extends R> untilDecided(
      CommandMessage<C> command, MessageHandler<? super CommandMessage<?>> handler) {
    for (int attempts = 1; ; attempts++) {
      var attempt = new Attempt();
      var result = new Result<C, R>();
      attempt.run(() -> super.<C, R>handle(command, handler, result));
      CommandResultMessage<? extends R> answer = result.get();
      if (isFinal(answer)) {
        return answer;
      }
      // Even a refusal may rest on events that then did not become durable.
      boolean lostRace = isConflict(answer) || !attempt.awaitGround();
      if (!lostRace || attempts == ATTEMPTS) {
        attempt.position().ifPresent(Position::wrote);
        return answer;
      }
      pause(attempts);
    }
  }

  /**
   * Tells whether the answer holds whatever the command was decided on: that the journal takes
   * nothing now, or that nobody knows whether it took this. What may be written already must not be
   * handled again here; only the caller can, with the same ids.
   */
  private static boolean isFinal(CommandResultMessage<?> answer) {
    return answer.isExceptional()
        && (answer.exceptionResult() instanceof JournalUnavailable
            || answer.exceptionResult() instanceof OutcomeUnknown);
  }

  private static boolean isConflict(CommandResultMessage<?> answer) {
    return answer.isExceptional()
        && (answer.exceptionResult() instanceof ConcurrencyException
            || answer.exceptionResult() instanceof AggregateStreamCreationException);
  }

  /** Waits a random while, on average longer each time, so that rivals do not meet again. */
  private static void pause(int attempts) {
    int bound = Math.min(LONGEST_PAUSE_MILLIS, 1 << Math.min(attempts, 6));
    try {
      Thread.sleep(ThreadLocalRandom.current().nextInt(bound));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private static <T> T outsideOfUnitsOfWork(Supplier<T> work) {
    if (!CurrentUnitOfWork.isStarted()) {
      return work.get();
    }
    UnitOfWork<?> outer = CurrentUnitOfWork.get();
    CurrentUnitOfWork.clear(outer);
    try {
      return outsideOfUnitsOfWork(work);
    } finally {
      CurrentUnitOfWork.set(outer);
    }
  }

  /** Keeps the one answer of one attempt. */
  private static final class Result<C, R> implements CommandCallback<C, R> {
    private @Nullable CommandResultMessage<? extends R> answer;

    @Override
    public void onResult(
        CommandMessage<? extends C> command, CommandResultMessage<? extends R> result) {
      answer = result;
    }

    CommandResultMessage<? extends R> get() {
      if (answer == null) {
        throw new IllegalStateException("the command was handled without an answer");
      }
      return answer;
    }
  }
}
