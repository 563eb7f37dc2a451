package io.daybook.recorder.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import io.daybook.recorder.store.Counter.CounterEvent.Counted;
import io.daybook.recorder.store.Counter.CounterId;
import io.daybook.recorder.store.Counter.CounterState;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.GenericDomainEventMessage;
import org.axonframework.eventhandling.GenericEventMessage;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.axonframework.eventhandling.TrackingToken;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.axonframework.messaging.MetaData;
import org.axonframework.messaging.unitofwork.DefaultUnitOfWork;
import org.junit.jupiter.api.Test;

/**
 * What every event store must do for Daybook, whatever it stores events in.
 *
 * <p>The stores may hold other events already: each test uses streams of its own and reads from
 * where the store ended before.
 */
abstract class EventStoreConformance {
  private final CounterId counter = new CounterId("counter_" + UUID.randomUUID());
  private final CounterId other = new CounterId("other_" + UUID.randomUUID());

  /** Returns the store under test. */
  abstract EventStore store();

  /** Tells whether the store itself refuses an event that does not continue its stream. */
  abstract boolean refusesConflicts();

  /** Tells whether the store keeps snapshots. */
  abstract boolean keepsSnapshots();

  @Test
  void givesBackWhatWasAppended() {
    var metadata = MetaData.with("actor", "usr_1").and("reason", "a test");
    var event = event(counter, 0).withMetaData(metadata);
    store().publish(event);

    var found = read(counter, 0);

    assertThat(found).hasSize(1);
    var only = found.getFirst();
    assertThat(only.getIdentifier()).isEqualTo(event.getIdentifier());
    assertThat(only.getAggregateIdentifier()).isEqualTo(counter.value());
    assertThat(only.getType()).isEqualTo("Counter");
    assertThat(only.getSequenceNumber()).isZero();
    assertThat(only.getPayload()).isEqualTo(event.getPayload());
    assertThat(only.getMetaData()).isEqualTo(metadata);
    assertThat(Duration.between(only.getTimestamp(), event.getTimestamp()).abs())
        .isLessThan(Duration.ofMillis(1));
  }

  @Test
  void readsAStreamInOrderFromAnyPlace() {
    append(counter, 0, 300);
    append(other, 0, 1);

    assertThat(read(counter, 0).stream().map(DomainEventMessage::getSequenceNumber))
        .containsExactlyElementsOf(LongStream.range(0, 300).boxed().toList());
    assertThat(read(counter, 298)).hasSize(2);
    assertThat(read(counter, 300)).isEmpty();
    assertThat(store().lastSequenceNumberFor(counter.value())).contains(299L);
  }

  @Test
  void hasNothingOfAStreamThatDoesNotExist() {
    assertThat(read(counter, 0)).isEmpty();
    assertThat(store().lastSequenceNumberFor(counter.value())).isEmpty();
  }

  @Test
  void takesEachPlaceInAStreamOnce() {
    append(counter, 0, 2);

    assertThat(catchThrowable(() -> store().publish(event(counter, 1))) != null)
        .isEqualTo(refusesConflicts());
    assertThat(catchThrowable(() -> store().publish(event(counter, 0))) != null)
        .isEqualTo(refusesConflicts());
    if (refusesConflicts()) {
      assertThat(read(counter, 0)).hasSize(2);
      append(counter, 2, 1);
      assertThat(read(counter, 0)).hasSize(3);
    }
  }

  @Test
  void writesAUnitOfWorkAsAWholeOrNotAtAll() {
    var unit = DefaultUnitOfWork.startAndGet(GenericEventMessage.asEventMessage("both"));
    store().publish(event(counter, 0));
    store().publish(event(other, 0));
    unit.commit();
    var undone = DefaultUnitOfWork.startAndGet(GenericEventMessage.asEventMessage("none"));
    store().publish(event(counter, 1));
    undone.rollback();

    assertThat(read(counter, 0)).hasSize(1);
    assertThat(read(other, 0)).hasSize(1);
  }

  @Test
  void tailsGetEveryEventOnceAndInTheOrderOfTheStore() throws Exception {
    TrackingToken before = store().createHeadToken();
    append(counter, 0, 200);
    append(other, 0, 200);

    var first = tail(before, 400);
    var replayed = tail(before, 400);
    var rest = tail(first.get(149).trackingToken(), 250);

    assertThat(ids(first)).doesNotHaveDuplicates().hasSize(400);
    assertThat(ids(replayed)).isEqualTo(ids(first));
    assertThat(ids(rest)).isEqualTo(ids(first).subList(150, 400));
    for (int i = 1; i < first.size(); i++) {
      var earlier = first.get(i - 1).trackingToken();
      assertThat(first.get(i).trackingToken().covers(earlier)).isTrue();
      assertThat(earlier.covers(first.get(i).trackingToken())).isFalse();
    }
  }

  @Test
  void aTailAtTheHeadGetsOnlyWhatComesLater() throws Exception {
    append(counter, 0, 5);

    try (var stream = store().openStream(store().createHeadToken())) {
      assertThat(stream.hasNextAvailable(10, TimeUnit.MILLISECONDS)).isFalse();
      append(other, 0, 1);
      assertThat(stream.hasNextAvailable(5, TimeUnit.SECONDS)).isTrue();
      assertThat(stream.nextAvailable().getPayload()).isEqualTo(new Counted(other, 1, "step"));
    }
  }

  @Test
  void aReplayFromTheTailComesToTheNewestEvent() throws Exception {
    append(counter, 0, 3);

    try (var stream = store().openStream(store().createTailToken())) {
      var seen = new ArrayList<Object>();
      while (stream.hasNextAvailable(100, TimeUnit.MILLISECONDS)) {
        seen.add(stream.nextAvailable().getPayload());
      }
      assertThat(seen).endsWith(new Counted(counter, 3, "step")).hasSizeGreaterThanOrEqualTo(3);
    }
  }

  @Test
  void aTokenOfATimeStandsBeforeTheEventsSinceThen() throws Exception {
    Instant before = Instant.now().minusSeconds(1);
    append(counter, 0, 2);

    var found = new ArrayList<Object>();
    try (var stream = store().openStream(store().createTokenAt(before))) {
      while (stream.hasNextAvailable(100, TimeUnit.MILLISECONDS)) {
        found.add(stream.nextAvailable().getPayload());
      }
    }
    assertThat(found).contains(new Counted(counter, 1, "step"), new Counted(counter, 2, "step"));
  }

  @Test
  void aStreamIsReadFromItsSnapshotWhereSnapshotsAreKept() {
    append(counter, 0, 10);
    var snapshot = catchThrowable(() -> store().storeSnapshot(state(counter, 8)));

    assertThat(snapshot == null).isEqualTo(keepsSnapshots());
    assertThat(store().readEvents(counter.value()).asStream().count())
        .isEqualTo(keepsSnapshots() ? 2 : 10);
  }

  private void append(CounterId target, int first, int count) {
    store().publish(IntStream.range(first, first + count).mapToObj(i -> event(target, i)).toList());
  }

  private static DomainEventMessage<Counted> event(CounterId target, long sequence) {
    var payload = new Counted(target, sequence + 1, "step");
    return new GenericDomainEventMessage<>("Counter", target.value(), sequence, payload);
  }

  private static DomainEventMessage<CounterState> state(CounterId target, long sequence) {
    var payload = new CounterState(target, sequence + 1, "step");
    return new GenericDomainEventMessage<>("Counter", target.value(), sequence, payload);
  }

  private List<DomainEventMessage<?>> read(CounterId target, long first) {
    var found = new ArrayList<DomainEventMessage<?>>();
    store().readEvents(target.value(), first).asStream().forEach(found::add);
    return found;
  }

  private List<TrackedEventMessage<?>> tail(TrackingToken from, int count) throws Exception {
    var found = new ArrayList<TrackedEventMessage<?>>();
    try (var stream = store().openStream(from)) {
      while (found.size() < count && stream.hasNextAvailable(5, TimeUnit.SECONDS)) {
        found.add(stream.nextAvailable());
      }
    }
    return found;
  }

  private static List<String> ids(List<TrackedEventMessage<?>> events) {
    return events.stream().map(TrackedEventMessage::getIdentifier).toList();
  }
}
