package io.daybook.kyb.workflow;

import static org.assertj.core.api.Assertions.assertThat;

import io.daybook.kyb.casefile.KybCaseId;
import io.daybook.ledger.CommandRefused;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import java.util.stream.Stream;
import org.flowable.engine.ManagementService;
import org.flowable.spring.SpringProcessEngineConfiguration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The engine runs its jobs by itself while the bridge moves the same processes. */
@SpringBootTest(classes = WorkflowTestApplication.class)
class KybProcessConcurrencyIT {
  private static final int CASES_OF_EACH_KIND = 8;
  private static final Duration PATIENCE = Duration.ofSeconds(30);

  @Autowired private CaseJournal journal;
  @Autowired private StoredDocuments store;
  @Autowired private ProcessBench bench;
  @Autowired private KybTasks tasks;
  @Autowired private ManagementService management;
  @Autowired private SpringProcessEngineConfiguration engine;
  @Autowired private JdbcClient jdbc;

  @BeforeEach
  void letTheEngineRunItsJobs() {
    engine.getAsyncExecutor().start();
  }

  @AfterEach
  void stopTheEngine() {
    engine.getAsyncExecutor().shutdown();
  }

  @Test
  void leadsEachOfManyCasesToItsEnd() throws Exception {
    try (ExecutorService people = Executors.newVirtualThreadPerTaskExecutor()) {
      List<Future<KybCaseId>> approved = start(people, this::approvedCase);
      List<Future<KybCaseId>> rejected = start(people, this::rejectedCase);
      List<Future<KybCaseId>> repaired = start(people, this::repairedCase);

      for (Future<KybCaseId> each : approved) {
        awaitLastStep(each, "endApproved");
      }
      for (Future<KybCaseId> each : rejected) {
        awaitLastStep(each, "endRejected");
      }
      for (Future<KybCaseId> each : repaired) {
        awaitLastStep(each, "endApproved");
      }
    }
    assertThat(management.createDeadLetterJobQuery().count()).isZero();
    assertThat(jdbc.sql("select count(*) from bridge.process_inbox").query(Long.class).single())
        .isZero();
  }

  private KybCaseId approvedCase() {
    var applicant = new Applicant(journal, store);
    applicant.apply();
    untilAccepted(applicant::propose);
    untilAccepted(applicant::approve);
    return applicant.kybCase;
  }

  private KybCaseId rejectedCase() {
    var applicant = new Applicant(journal, store);
    applicant.apply();
    applicant.reject();
    return applicant.kybCase;
  }

  private KybCaseId repairedCase() {
    var applicant = new Applicant(journal, store);
    store.lose(applicant.apply());
    untilAccepted(applicant::apply);
    untilAccepted(applicant::propose);
    untilAccepted(applicant::approve);
    return applicant.kybCase;
  }

  private static List<Future<KybCaseId>> start(ExecutorService people, Callable<KybCaseId> story) {
    return Stream.generate(() -> people.submit(story)).limit(CASES_OF_EACH_KIND).toList();
  }

  private void awaitLastStep(Future<KybCaseId> kybCase, String key) throws Exception {
    await(kybCase::isDone);
    KybCaseId id = kybCase.get();
    await(() -> hasEnded(id));
    assertThat(tasks.processView(id)).extracting(ProcessStep::key).contains(key);
  }

  private boolean hasEnded(KybCaseId kybCase) {
    List<ProcessStep> steps = tasks.processView(kybCase);
    return !steps.isEmpty()
        && steps.stream().noneMatch(step -> step.state() == ProcessStep.State.CURRENT);
  }

  /** Waits for {@code condition} and meanwhile plays the bridge's event processor. */
  private void await(BooleanSupplier condition) throws InterruptedException {
    Instant deadline = Instant.now().plus(PATIENCE);
    while (!condition.getAsBoolean()) {
      assertThat(Instant.now()).isBefore(deadline);
      bench.deliverNewPersistently();
      Thread.sleep(1);
    }
  }

  private static void untilAccepted(Runnable command) {
    Instant deadline = Instant.now().plus(PATIENCE);
    while (true) {
      try {
        command.run();
        return;
      } catch (CommandRefused tooEarly) {
        assertThat(Instant.now()).isBefore(deadline);
        LockSupport.parkNanos(1_000_000);
      }
    }
  }
}
