package io.daybook.recorder.store;

import java.util.List;
import org.axonframework.commandhandling.CommandMessage;
import org.axonframework.messaging.InterceptorChain;
import org.axonframework.messaging.MessageHandlerInterceptor;
import org.axonframework.messaging.unitofwork.UnitOfWork;
import org.jspecify.annotations.Nullable;

/**
 * Lets commands be decided without being done: the unit of work is rolled back at its end.
 *
 * <p>The aggregate is read again afterwards, so this is for small ones.
 */
public final class Rehearsals implements MessageHandlerInterceptor<CommandMessage<?>> {
  private static final ScopedValue<Boolean> RUNS = ScopedValue.newInstance();

  private final JournalEventStore store;

  Rehearsals(JournalEventStore store) {
    this.store = store;
  }

  /** A command was decided. */
  public static final class Rehearsed extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final transient List<Object> events;

    private Rehearsed(List<Object> events) {
      super("rehearsed", null, false, false);
      this.events = events;
    }

    /** Returns the events that would have been written. */
    public List<Object> events() {
      return events;
    }
  }

  /** Does {@code work}, in which every command that is not refused ends with {@link Rehearsed}. */
  public static <T> T rehearse(ScopedValue.CallableOp<T, RuntimeException> work) {
    return ScopedValue.where(RUNS, true).call(work);
  }

  @Override
  public @Nullable Object handle(
      UnitOfWork<? extends CommandMessage<?>> unit, InterceptorChain chain) throws Exception {
    Object result = chain.proceed();
    if (RUNS.isBound()) {
      throw new Rehearsed(store.staged());
    }
    return result;
  }
}
