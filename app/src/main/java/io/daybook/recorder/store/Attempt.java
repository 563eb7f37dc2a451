package io.daybook.recorder.store;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * One try at handling one command, on one thread: what it was decided on, and what it wrote.
 *
 * <p>Decisions may be made on events that are not durable yet. Whoever answers the command must
 * first {@link #awaitGround() wait} for those, even if the command itself wrote nothing.
 */
public final class Attempt {
  private static final ScopedValue<Attempt> CURRENT = ScopedValue.newInstance();

  private final List<Append> predecessors = new ArrayList<>();
  private final Map<String, StreamHead> heads = new HashMap<>();
  private final List<AggregateLocks.Held> locks = new ArrayList<>();
  private OptionalLong position = OptionalLong.empty();
  private boolean published;

  /** Runs {@code work} as this attempt. */
  public void run(Runnable work) {
    ScopedValue.where(CURRENT, this).run(work);
  }

  /** Waits for all events that this was decided on; tells whether they became durable. */
  public boolean awaitGround() {
    boolean durable = true;
    for (Append predecessor : predecessors) {
      durable &= predecessor.awaitDurable();
    }
    return durable;
  }

  /** Returns the leaf index of the last event that this wrote, absent if it wrote none. */
  public OptionalLong position() {
    return position;
  }

  void publishes() {
    published = true;
  }

  /** Whether no event was published, so that every aggregate is as it was. */
  boolean changesNothing() {
    return !published;
  }

  /** Whether this was decided on events that were not durable then. */
  boolean isAhead() {
    return !predecessors.isEmpty();
  }

  static Optional<Attempt> current() {
    return CURRENT.isBound() ? Optional.of(CURRENT.get()) : Optional.empty();
  }

  /** Makes {@code records} an append that knows what this was decided on. */
  Append append(List<PendingRecord> records) {
    return new Append(records, predecessors, heads);
  }

  /** Remembers where a stream ended when it was read. */
  void read(String aggregateId, StreamHead head) {
    heads.put(aggregateId, head);
  }

  void decidesOn(Append predecessor) {
    predecessors.add(predecessor);
  }

  void holds(AggregateLocks.Held lock) {
    locks.add(lock);
  }

  /** Lets the next commands decide: this one's events have their place in the queue. */
  void releaseLocks() {
    locks.forEach(AggregateLocks.Held::release);
  }

  void wrote(long lastLeafIndex) {
    position = OptionalLong.of(lastLeafIndex);
  }
}
