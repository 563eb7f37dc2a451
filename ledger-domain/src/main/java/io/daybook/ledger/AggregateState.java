package io.daybook.ledger;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * The whole state of an aggregate as a record, which can stand in for the events that led to it.
 *
 * <p>Its aggregate handles it as it handles its first event. It must not hold personal data.
 */
public interface AggregateState {
  /** Names the aggregate whose state a record is. */
  @Retention(RetentionPolicy.RUNTIME)
  @Target(ElementType.TYPE)
  @interface Of {
    /** Returns the aggregate's class. */
    Class<? extends Source> value();
  }

  /** An aggregate that can be written down as its state. */
  interface Source {
    /** Returns a copy of the present state. */
    AggregateState state();
  }
}
