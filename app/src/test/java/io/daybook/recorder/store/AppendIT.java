package io.daybook.recorder.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.daybook.recorder.store.Counter.Count;
import io.daybook.recorder.store.Counter.CounterId;
import io.daybook.recorder.store.Counter.Refuse;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class AppendIT {
  private static final CounterId COUNTER = new CounterId("counter_1");

  private final TestServer.TestDatabase database = TestServer.shared().newDatabase();

  @Test
  void startsWithTheRecordOfItsCreation() {
    try (var ledger = new TestLedger(database)) {
      assertThat(ledger.journal().size()).isEqualTo(1);
      assertThat(TestChecks.check(database)).isEqualTo(1);
    }
  }

  @Test
  void writesEachEventOnceAndInOrder() {
    try (var ledger = new TestLedger(database)) {
      IntStream.rangeClosed(1, 10)
          .forEach(
              i -> assertThat(ledger.send(new Count(COUNTER, "step " + i))).isEqualTo((long) i));

      assertThat(TestChecks.check(database)).isEqualTo(11);
    }
  }

  @Test
  void goesOnAfterARestart() {
    try (var ledger = new TestLedger(database)) {
      ledger.send(new Count(COUNTER, "before"));
    }
    try (var ledger = new TestLedger(database)) {
      assertThat(ledger.send(new Count(COUNTER, "after"))).isEqualTo(2L);
      assertThat(TestChecks.check(database)).isEqualTo(3);
    }
  }

  @Test
  void writesNothingWhenTheCommandIsRefused() {
    try (var ledger = new TestLedger(database)) {
      ledger.send(new Count(COUNTER, "only"));

      assertThatThrownBy(() -> ledger.send(new Refuse(COUNTER)))
          .hasMessageContaining("refused at 2");

      assertThat(ledger.send(new Count(COUNTER, "next"))).isEqualTo(2L);
      assertThat(TestChecks.check(database)).isEqualTo(3);
    }
  }
}
