package io.daybook.recorder.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.daybook.recorder.store.Counter.CounterEvent.Counted;
import io.daybook.recorder.store.Counter.CounterId;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.GenericDomainEventMessage;
import org.axonframework.eventsourcing.eventstore.EventStoreException;
import org.axonframework.messaging.MetaData;
import org.axonframework.modelling.command.AggregateStreamCreationException;
import org.axonframework.modelling.command.ConcurrencyException;
import org.axonframework.serialization.SerializationException;
import org.junit.jupiter.api.Test;

class RefusalIT {
  private final TestServer.TestDatabase database = TestServer.shared().newDatabase();

  @Test
  void aStreamIsCreatedOnce() {
    try (var ledger = new TestLedger(database)) {
      publish(ledger, event("a", 0));

      assertThatThrownBy(() -> publish(ledger, event("a", 0)))
          .isInstanceOf(AggregateStreamCreationException.class);
      assertThat(TestChecks.check(database)).isEqualTo(2);
    }
  }

  @Test
  void aStreamHasNoGap() {
    try (var ledger = new TestLedger(database)) {
      publish(ledger, event("a", 0));

      assertThatThrownBy(() -> publish(ledger, event("a", 2)))
          .isInstanceOf(ConcurrencyException.class);
      assertThatThrownBy(() -> publish(ledger, event("b", 1)))
          .isInstanceOf(ConcurrencyException.class);
      assertThat(TestChecks.check(database)).isEqualTo(2);
    }
  }

  @Test
  void anEventIdIsUsedOnce() {
    try (var ledger = new TestLedger(database)) {
      var first = event("a", 0);
      publish(ledger, first);
      var again =
          new GenericDomainEventMessage<>(
              "Counter",
              "b",
              0,
              first.getPayload(),
              MetaData.emptyInstance(),
              first.getIdentifier(),
              first.getTimestamp());

      assertThatThrownBy(() -> publish(ledger, again)).isInstanceOf(EventStoreException.class);
      publish(ledger, event("c", 0));
      assertThat(TestChecks.check(database)).isEqualTo(3);
    }
  }

  @Test
  void onlyTheLosersOfARaceFail() throws Exception {
    try (var ledger = new TestLedger(database);
        var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      var answers = new ArrayList<Future<Boolean>>();
      for (int i = 0; i < 200; i++) {
        var event = event("stream_" + i % 100, 0);
        answers.add(threads.submit(() -> isAccepted(ledger, event)));
      }
      int accepted = 0;
      for (var answer : answers) {
        accepted += answer.get() ? 1 : 0;
      }

      assertThat(accepted).isEqualTo(100);
      assertThat(TestChecks.check(database)).isEqualTo(101);
    }
  }

  @Test
  void anEventThatIsNotRegisteredIsRefused() {
    try (var ledger = new TestLedger(database)) {
      assertThatThrownBy(
              () -> publish(ledger, new GenericDomainEventMessage<>("Counter", "a", 0, "text")))
          .isInstanceOf(SerializationException.class);
      assertThat(TestChecks.check(database)).isEqualTo(1);
    }
  }

  @Test
  void timeDoesNotRunBackwardsInAStream() {
    try (var ledger = new TestLedger(database)) {
      var late = event("a", 0);
      publish(ledger, late);
      var early =
          new GenericDomainEventMessage<>(
              "Counter",
              "a",
              1,
              late.getPayload(),
              MetaData.emptyInstance(),
              "early",
              late.getTimestamp().minusSeconds(60));
      publish(ledger, early);

      var times =
          ledger
              .journal()
              .eventStore()
              .readEvents("a")
              .asStream()
              .map(event -> event.getTimestamp())
              .toList();
      assertThat(times).hasSize(2).containsOnly(late.getTimestamp());
    }
  }

  private static boolean isAccepted(TestLedger ledger, DomainEventMessage<?> event) {
    try {
      publish(ledger, event);
      return true;
    } catch (AggregateStreamCreationException e) {
      return false;
    }
  }

  private static void publish(TestLedger ledger, DomainEventMessage<?> event) {
    ledger.journal().eventStore().publish(List.of(event));
  }

  private static DomainEventMessage<Counted> event(String aggregate, long sequence) {
    return new GenericDomainEventMessage<>(
        "Counter", aggregate, sequence, new Counted(new CounterId(aggregate), sequence, "step"));
  }
}
