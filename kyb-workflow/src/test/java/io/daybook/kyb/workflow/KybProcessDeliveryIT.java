package io.daybook.kyb.workflow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.daybook.kyb.casefile.KybCaseId;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.axonframework.eventhandling.DomainEventMessage;
import org.flowable.engine.ManagementService;
import org.flowable.engine.RuntimeService;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Events that come twice, early, or all again have one effect. */
@SpringBootTest(classes = WorkflowTestApplication.class)
class KybProcessDeliveryIT {
  private final Instant inThreeYears =
      Instant.now().atOffset(ZoneOffset.UTC).plusYears(3).toInstant();

  @Autowired private CaseJournal journal;
  @Autowired private StoredDocuments store;
  @Autowired private ProcessBench bench;
  @Autowired private KybTasks tasks;
  @Autowired private RuntimeService runtime;
  @Autowired private ManagementService management;
  @Autowired private JdbcClient jdbc;

  @AfterEach
  void leaveNothingParked() {
    journal.afterCommand(() -> {});
    bench.settle();
    assertThat(parkedMessages()).isZero();
    assertThat(management.createDeadLetterJobQuery().count()).isZero();
  }

  @Test
  void hasOneEffectHoweverOftenAnEventIsDelivered() {
    var applicant = new Applicant(journal, store);
    applicant.apply();
    bench.settle();
    bench.deliverAllAgain();
    applicant.propose();
    bench.settle();
    bench.deliverAllAgain();
    bench.deliverAllAgain();

    assertThat(processes(applicant.kybCase)).isOne();
    assertThat(tasks.openTask(applicant.kybCase)).map(OpenTask::taskKey).contains("approve");
  }

  @Test
  void keepsTheAnswerThatComesBeforeTheCheckHasEnded() {
    // The answer is delivered while the step that asked is still in its transaction.
    journal.afterCommand(bench::deliverNew);
    var applicant = new Applicant(journal, store);
    applicant.apply();
    bench.deliverNew();

    bench.runJobs();

    assertThat(tasks.openTask(applicant.kybCase)).map(OpenTask::taskKey).contains("propose");
  }

  @Test
  void keepsAllThatHappensBeforeASlowCheckHasEnded() {
    var applicant = new Applicant(journal, store);
    applicant.apply();
    bench.deliverNew();
    bench.runJobs();
    bench.deliverNew();
    // The officers act on the case, which knows the answer before the process does.
    journal.afterCommand(() -> {
      journal.afterCommand(() -> {});
      applicant.propose();
      applicant.approve();
      bench.deliverNew();
      assertThat(parkedMessages()).isEqualTo(3);
    });

    bench.runJobs();

    assertThat(tasks.openTask(applicant.kybCase)).isEmpty();
    assertThat(tasks.processView(applicant.kybCase))
        .last()
        .extracting("key")
        .isEqualTo("endApproved");
  }

  @Test
  void stopsAtAGapInTheEventsOfACase() {
    var applicant = new Applicant(journal, store);
    bench.settle();
    applicant.apply();
    List<DomainEventMessage<?>> events = journal.from(journal.size() - 2);

    assertThatThrownBy(() -> bench.deliver(events.getLast()))
        .hasMessage("expected event 1 of case " + applicant.kybCase + ", got 4");
  }

  @Test
  void losesNoMessageBetweenParkingAndWaiting() throws Exception {
    // The bridge and the engine's job move one process at once; whoever comes second waits.
    var applicant = new Applicant(journal, store);
    applicant.apply();
    bench.deliverNew();
    List<CompletableFuture<Void>> deliveries = new ArrayList<>();
    journal.afterCommand(() -> deliveries.add(CompletableFuture.runAsync(bench::deliverNew)));
    bench.runJobs();
    deliveries.getFirst().get(10, TimeUnit.SECONDS);
    bench.runJobs();
    deliveries.getLast().get(10, TimeUnit.SECONDS);

    assertThat(tasks.openTask(applicant.kybCase)).map(OpenTask::taskKey).contains("propose");
  }

  @Test
  void hasTheSameOpenTasksAfterARebuildFromTheEvents() {
    casesInEveryState();
    Set<OpenTask> before = openTasks();
    Set<KybCaseId> cases = new HashSet<>();
    before.forEach(task -> cases.add(task.kybCase()));
    int events = journal.size();

    bench.reset();
    assertThat(openTasks()).isEmpty();
    assertThat(runtime.createProcessInstanceQuery().count()).isZero();
    bench.deliverNew();
    bench.runJobs();
    bench.passTo(inThreeYears);

    assertThat(openTasks()).isEqualTo(before).isNotEmpty();
    assertThat(journal.size()).as("a rebuild records nothing").isEqualTo(events);
    assertThat(cases).allSatisfy(kybCase -> assertThat(processes(kybCase)).isOne());
  }

  private void casesInEveryState() {
    new Applicant(journal, store);
    var checked = new Applicant(journal, store);
    var proposed = new Applicant(journal, store);
    var approved = new Applicant(journal, store);
    var rejected = new Applicant(journal, store);
    var damaged = new Applicant(journal, store);
    var repaired = new Applicant(journal, store);
    List.of(checked, proposed, approved, rejected).forEach(Applicant::apply);
    List.of(damaged, repaired).forEach(applicant -> store.lose(applicant.apply()));
    bench.settle();
    List.of(proposed, approved).forEach(Applicant::propose);
    repaired.apply();
    bench.settle();
    approved.approve();
    rejected.reject();
    bench.settle();
    questionsInEveryState();
    reviewsInEveryState();
  }

  private void questionsInEveryState() {
    var asked = new Applicant(journal, store);
    var answered = new Applicant(journal, store);
    List<Applicant> all = List.of(asked, answered);
    all.forEach(Applicant::apply);
    bench.settle();
    all.forEach(Applicant::ask);
    answered.answer();
    bench.settle();
  }

  private void reviewsInEveryState() {
    var due = new Applicant(journal, store);
    var proposed = new Applicant(journal, store);
    var completed = new Applicant(journal, store);
    var rejected = new Applicant(journal, store);
    List<Applicant> all = List.of(due, proposed, completed, rejected);
    all.forEach(Applicant::apply);
    bench.settle();
    all.forEach(Applicant::propose);
    all.forEach(Applicant::approve);
    bench.settle();
    bench.passTo(inThreeYears);
    proposed.confirmReview(Applicant.FIRST_OFFICER);
    completed.confirmReview(Applicant.FIRST_OFFICER);
    completed.confirmReview(Applicant.SECOND_OFFICER);
    rejected.reject();
    bench.settle();
    // The next review of the completed one is due by then as well.
    bench.passTo(inThreeYears);
  }

  private Set<OpenTask> openTasks() {
    return new HashSet<>(tasks.openTasks(Integer.MAX_VALUE));
  }

  private long processes(KybCaseId kybCase) {
    return runtime.createProcessInstanceQuery().processInstanceBusinessKey(kybCase.value()).count();
  }

  private long parkedMessages() {
    return jdbc.sql("select count(*) from bridge.process_inbox").query(Long.class).single();
  }
}
