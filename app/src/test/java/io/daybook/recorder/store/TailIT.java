package io.daybook.recorder.store;

import static org.assertj.core.api.Assertions.assertThat;

import io.daybook.recorder.store.Counter.Count;
import io.daybook.recorder.store.Counter.CountMany;
import io.daybook.recorder.store.Counter.CounterId;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.axonframework.eventhandling.GlobalSequenceTrackingToken;
import org.axonframework.eventhandling.TrackingToken;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.junit.jupiter.api.Test;

class TailIT {
  private static final CounterId COUNTER = new CounterId("counter");

  private final TestServer.TestDatabase database = TestServer.shared().newDatabase();

  @Test
  void aReaderIsWokenAtOnce() throws Exception {
    try (var ledger = new TestLedger(database)) {
      EventStore store = ledger.journal().eventStore();
      try (var stream = store.openStream(store.createHeadToken())) {
        var available = new Semaphore(0);
        assertThat(stream.setOnAvailableCallback(available::release)).isTrue();
        var lags = new ArrayList<Duration>();
        for (int i = 0; i < 20; i++) {
          ledger.send(new Count(COUNTER, "step " + i));
          Instant durable = Instant.now();
          assertThat(available.tryAcquire(5, TimeUnit.SECONDS)).isTrue();
          assertThat(stream.nextAvailable().trackingToken()).isEqualTo(token(i + 1));
          lags.add(Duration.between(durable, Instant.now()));
        }
        assertThat(lags.stream().sorted().toList().get(10)).isLessThan(Duration.ofMillis(15));
      }
    }
  }

  @Test
  void aReaderFromTheStartGetsEveryEventInOrder() throws Exception {
    // So small a memory that most events come from the database.
    var settings = new JournalSettings(TestLedger.ORIGIN, 100, 100, 16, 50, Duration.ofSeconds(10));
    try (var ledger = new TestLedger(database, settings)) {
      ledger.send(new CountMany(COUNTER, 700));
      EventStore store = ledger.journal().eventStore();
      try (var stream = store.openStream(store.createTailToken())) {
        for (long i = 0; i < 701; i++) {
          assertThat(stream.hasNextAvailable(1, TimeUnit.SECONDS)).isTrue();
          assertThat(stream.nextAvailable().trackingToken())
              .isEqualTo(new GlobalSequenceTrackingToken(i));
        }
        assertThat(stream.hasNextAvailable(10, TimeUnit.MILLISECONDS)).isFalse();
      }
    }
  }

  @Test
  void tokensAreLeafIndexes() {
    try (var ledger = new TestLedger(database)) {
      Instant before = Instant.now().minusSeconds(3600);
      ledger.send(new CountMany(COUNTER, 5));
      EventStore store = ledger.journal().eventStore();

      assertThat(store.createTailToken()).isEqualTo(token(-1));
      assertThat(store.createHeadToken()).isEqualTo(token(5));
      assertThat(store.createTokenAt(before)).isEqualTo(token(-1));
      assertThat(store.createTokenAt(Instant.now().plusSeconds(3600))).isEqualTo(token(5));
      assertThat(store.lastSequenceNumberFor("counter")).contains(4L);
      assertThat(store.lastSequenceNumberFor("none")).isEmpty();
    }
  }

  @Test
  void anotherProcessSeesTheEventsToo() throws Exception {
    try (var writer = new TestLedger(database);
        var reader = new TestLedger(database)) {
      EventStore store = reader.journal().eventStore();
      try (var stream = store.openStream(store.createHeadToken())) {
        writer.send(new Count(COUNTER, "step"));

        assertThat(stream.hasNextAvailable(5, TimeUnit.SECONDS)).isTrue();
        assertThat(stream.nextAvailable().trackingToken()).isEqualTo(token(1));
      }
    }
  }

  private static TrackingToken token(long index) {
    return new GlobalSequenceTrackingToken(index);
  }
}
