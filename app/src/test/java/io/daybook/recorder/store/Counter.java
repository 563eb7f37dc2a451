package io.daybook.recorder.store;

import static org.axonframework.modelling.command.AggregateLifecycle.apply;

import io.daybook.ledger.AggregateState;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.modelling.command.AggregateCreationPolicy;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.AggregateRoot;
import org.axonframework.modelling.command.CreationPolicy;
import org.axonframework.modelling.command.TargetAggregateIdentifier;

/** An aggregate that counts, for tests of the store below it. */
@AggregateRoot
@SuppressWarnings("NullAway.Init") // Axon creates it empty.
class Counter implements AggregateState.Source {
  /** Identifies a counter. */
  record CounterId(String value) {
    @Override
    public String toString() {
      return value;
    }
  }

  /** Adds one, unless that step was taken already. */
  record Count(@TargetAggregateIdentifier CounterId counter, String step) {}

  /** Adds one, several times in one unit of work. */
  record CountMany(@TargetAggregateIdentifier CounterId counter, int times) {}

  /** Always refuses. */
  record Refuse(@TargetAggregateIdentifier CounterId counter) {}

  sealed interface CounterEvent {
    /** Counted up to {@code value}. */
    record Counted(CounterId counter, long value, String step) implements CounterEvent {}
  }

  /** All that a counter is. */
  @AggregateState.Of(Counter.class)
  record CounterState(CounterId counter, long value, String lastStep) implements AggregateState {}

  @AggregateIdentifier private CounterId id;
  private long value;
  private String lastStep = "";

  Counter() {}

  @CommandHandler
  @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
  long handle(Count command) {
    if (!command.step().equals(lastStep)) {
      apply(new CounterEvent.Counted(command.counter(), value + 1, command.step()));
    }
    return value;
  }

  @CommandHandler
  @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
  long handle(CountMany command) {
    for (int i = 0; i < command.times(); i++) {
      apply(new CounterEvent.Counted(command.counter(), value + 1, "step " + i));
    }
    return value;
  }

  @CommandHandler
  void handle(Refuse command) {
    apply(new CounterEvent.Counted(id, value + 1, "never"));
    throw new IllegalStateException("refused at " + value);
  }

  @Override
  public CounterState state() {
    return new CounterState(id, value, lastStep);
  }

  @EventSourcingHandler
  void on(CounterState state) {
    id = state.counter();
    value = state.value();
    lastStep = state.lastStep();
  }

  @EventSourcingHandler
  void on(CounterEvent.Counted event) {
    id = event.counter();
    value = event.value();
    lastStep = event.step();
  }
}
