package io.daybook.recorder.store;

import static org.assertj.core.api.Assertions.assertThat;

import io.daybook.recorder.store.Counter.Count;
import io.daybook.recorder.store.Counter.CounterId;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.function.IntFunction;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class ConcurrencyIT {
  private static final int CALLERS = 50;
  private static final int COMMANDS = 40;

  private final TestServer.TestDatabase database = TestServer.shared().newDatabase();

  @Test
  void fiftyCallersCountOnOneAggregateWithoutLosingAStep() throws Exception {
    try (var ledger = new TestLedger(database)) {
      List<Long> answers = call(ledger, caller -> new CounterId("hot"));

      assertThat(answers).doesNotHaveDuplicates().hasSize(CALLERS * COMMANDS);
      assertThat(TestChecks.check(database)).isEqualTo(1 + CALLERS * COMMANDS);
    }
  }

  @Test
  void fiftyCallersCountOnTheirOwnAggregates() throws Exception {
    try (var ledger = new TestLedger(database)) {
      call(ledger, caller -> new CounterId("counter_" + caller));

      assertThat(TestChecks.check(database)).isEqualTo(1 + CALLERS * COMMANDS);
    }
  }

  @Test
  void twoProcessesWriteToTheSameJournalAndAggregate() throws Exception {
    try (var one = new TestLedger(database);
        var other = new TestLedger(database)) {
      var ledgers = List.of(one, other);
      try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
        var answers = new ArrayList<Future<@Nullable Object>>();
        for (int i = 0; i < 60; i++) {
          var command = new Count(new CounterId("shared"), "step " + i);
          var ledger = ledgers.get(i % 2);
          answers.add(threads.submit(() -> ledger.send(command)));
        }
        for (var answer : answers) {
          answer.get(30, TimeUnit.SECONDS);
        }
      }
      assertThat(TestChecks.check(database)).isEqualTo(1 + 60);
    }
  }

  private static List<Long> call(TestLedger ledger, IntFunction<CounterId> target)
      throws InterruptedException, ExecutionException {
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      var callers = new ArrayList<Future<List<Long>>>();
      for (int caller = 0; caller < CALLERS; caller++) {
        int number = caller;
        callers.add(threads.submit(() -> count(ledger, target.apply(number), number)));
      }
      var answers = new ArrayList<Long>();
      for (var caller : callers) {
        answers.addAll(caller.get());
      }
      return answers;
    }
  }

  private static List<Long> count(TestLedger ledger, CounterId counter, int caller) {
    var answers = new ArrayList<Long>();
    for (int i = 0; i < COMMANDS; i++) {
      if (ledger.send(new Count(counter, caller + "/" + i)) instanceof Long answer) {
        answers.add(answer);
      }
    }
    return answers;
  }
}
