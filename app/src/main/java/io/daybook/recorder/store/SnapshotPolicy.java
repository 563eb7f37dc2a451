package io.daybook.recorder.store;

import io.daybook.ledger.AggregateState;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventsourcing.AbstractSnapshotTrigger;
import org.axonframework.eventsourcing.SnapshotTrigger;
import org.axonframework.eventsourcing.SnapshotTriggerDefinition;
import org.axonframework.eventsourcing.Snapshotter;

/**
 * Has a snapshot made when the events since the last one are a quarter of those before it, and at
 * least some hundreds.
 *
 * <p>A state grows with its history, so snapshots at equal distances would cost more and more. With
 * growing ones, an event pays for a fixed share of a snapshot, and a load reads at most a fifth of
 * the history.
 */
final class SnapshotPolicy implements SnapshotTriggerDefinition {
  private static final int SHARE = 4;

  private final Snapshotter snapshotter;
  private final long least;

  /** Makes no snapshot for fewer than {@code least} events. */
  SnapshotPolicy(Snapshotter snapshotter, long least) {
    this.snapshotter = snapshotter;
    this.least = least;
  }

  @Override
  public SnapshotTrigger prepareTrigger(Class<?> aggregateType) {
    return new Trigger(snapshotter, aggregateType, least);
  }

  private static final class Trigger extends AbstractSnapshotTrigger {
    private static final long serialVersionUID = 1L;

    private final long least;
    private long covered;
    private long size;

    Trigger(Snapshotter snapshotter, Class<?> aggregateType, long least) {
      super(snapshotter, aggregateType);
      this.least = least;
    }

    @Override
    public void eventHandled(EventMessage<?> message) {
      if (message instanceof DomainEventMessage<?> event) {
        size = event.getSequenceNumber() + 1;
        if (event.getPayload() instanceof AggregateState) {
          covered = size;
        }
      }
      super.eventHandled(message);
    }

    @Override
    protected boolean exceedsThreshold() {
      return size - covered >= Math.max(least, covered / SHARE);
    }

    @Override
    protected void reset() {
      covered = size;
    }
  }
}
