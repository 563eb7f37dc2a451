package io.daybook.recorder.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.daybook.journal.RecordHash;
import io.daybook.recorder.store.Counter.Count;
import io.daybook.recorder.store.Counter.CounterId;
import io.daybook.recorder.store.Counter.CounterState;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.stream.LongStream;
import org.axonframework.eventhandling.DomainEventMessage;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** States are a shortcut that nothing depends on: a wrong one is refused and made again. */
class SnapshotIT {
  private static final CounterId COUNTER = new CounterId("counter");
  private static final JournalSettings SETTINGS =
      new JournalSettings(TestLedger.ORIGIN, 100, 100, 100, 20, Duration.ofSeconds(10));

  private final TestServer.TestDatabase database = TestServer.shared().newDatabase();

  @BeforeEach
  void countToFifty() {
    try (var ledger = new TestLedger(database, SETTINGS)) {
      for (int i = 1; i <= 50; i++) {
        ledger.count(new Count(COUNTER, "step " + i));
        if (i == 20) {
          await().until(() -> sequence("counter") >= 19); // Of one aggregate, one at a time.
        }
      }
      await().until(() -> sequence("counter") >= 39);
    }
  }

  @Test
  void anAggregateIsReadFromItsStateOn() {
    try (var ledger = new TestLedger(database, SETTINGS)) {
      var read = read(ledger);

      // A state is made of what is durable by then, which may be more than what it was made for.
      long last = sequence("counter");
      assertThat(read.getFirst().getPayload())
          .isEqualTo(new CounterState(COUNTER, last + 1, "step " + (last + 1)));
      assertThat(read.stream().map(DomainEventMessage::getSequenceNumber))
          .containsExactlyElementsOf(LongStream.range(last, 50).boxed().toList());
      assertThat(ledger.count(new Count(COUNTER, "next"))).isEqualTo(51);
    }
  }

  @Test
  void aStateTakesTheRoleOfTheEventsBeforeItOnly() {
    try (var ledger = new TestLedger(database, SETTINGS)) {
      assertThat(ledger.journal().eventStore().readEvents("counter", 0).asStream().count())
          .isEqualTo(50);
      assertThat(TestChecks.check(database)).isEqualTo(51);
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "state = convert_to(replace(convert_from(state, 'UTF8'), 'step', 'leap'), 'UTF8')",
        "mac = sha256('')",
        "seq = 7",
        "seq = 4000",
        "leaf_hash = (SELECT leaf_hash FROM journal.records WHERE leaf_index = 7)",
        "aggregate_type = 'Other'",
        "recorded_at_ms = recorded_at_ms + 1",
        "revision = repeat('0', 64)",
        "state_type = 'java.util.ArrayList'"
      })
  void aStateThatWasChangedIsRefusedAndMadeAgain(String change) {
    TestServer.shared().alter(database, "UPDATE journal.snapshots SET " + change);

    try (var ledger = new TestLedger(database, SETTINGS)) {
      assertThat(read(ledger)).hasSize(50);
      assertThat(sequence("counter")).isEqualTo(-1);
      for (int i = 51; i <= 71; i++) {
        assertThat(ledger.count(new Count(COUNTER, "step " + i))).isEqualTo(i);
      }
      await().until(() -> sequence("counter") >= 0);
      assertThat(read(ledger).getFirst().getPayload()).isInstanceOf(CounterState.class);
    }
  }

  @Test
  void theStateOfAnotherAggregateIsRefused() {
    try (var ledger = new TestLedger(database, SETTINGS)) {
      ledger.count(new Count(new CounterId("other"), "first"));
    }
    TestServer.shared().alter(database, "UPDATE journal.snapshots SET aggregate_id = 'other'");

    try (var ledger = new TestLedger(database, SETTINGS)) {
      assertThat(ledger.count(new Count(new CounterId("other"), "second"))).isEqualTo(2);
      assertThat(ledger.count(new Count(COUNTER, "step 51"))).isEqualTo(51);
    }
  }

  @Test
  void anAuthenticStateThatStandsOnAnotherRecordIsRefused() {
    var pool = database.dataSource("daybook_app");
    var table = new SnapshotTable(pool, TestLedger.codec().snapshotKey());
    var event = new Snapshot.EventPlace("Counter", "counter", 49, 0);
    var type =
        new Snapshot.StateType(CounterState.class.getName(), CodeRevision.of(CounterState.class));
    table.remove("counter");
    table.store(new Snapshot(event, RecordHash.sha256(new byte[0]), type, new byte[0]));

    try (var ledger = new TestLedger(database, SETTINGS)) {
      assertThat(ledger.count(new Count(COUNTER, "step 51"))).isEqualTo(51);
      assertThat(sequence("counter")).isNotEqualTo(49);
    }
  }

  @Test
  void aStateMadeByOtherCodeIsNotUsed() {
    var pool = database.dataSource("daybook_app");
    var table = new SnapshotTable(pool, TestLedger.codec().snapshotKey());
    Snapshot present =
        new JournalReader(pool, new Tail(1), table)
            .history("counter", 100)
            .snapshot()
            .orElseThrow();
    var earlier = new Snapshot.StateType(present.type().name(), "earlier");
    table.store(new Snapshot(present.event(), present.leafHash(), earlier, present.state()));

    try (var ledger = new TestLedger(database, SETTINGS)) {
      assertThat(read(ledger)).hasSize(50);
      assertThat(ledger.count(new Count(COUNTER, "step 51"))).isEqualTo(51);
    }
  }

  private static List<DomainEventMessage<?>> read(TestLedger ledger) {
    return ledger
        .journal()
        .eventStore()
        .readEvents("counter")
        .asStream()
        .<DomainEventMessage<?>>map(event -> event)
        .toList();
  }

  /** Returns the last event in the state that is kept, -1 if none is. */
  private long sequence(String aggregateId) {
    try (var connection = database.dataSource("daybook_app").getConnection();
        var statement =
            connection.prepareStatement(
                "SELECT seq FROM journal.snapshots WHERE aggregate_id = ?")) {
      statement.setString(1, aggregateId);
      try (var rows = statement.executeQuery()) {
        return rows.next() ? rows.getLong(1) : -1;
      }
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }
}
