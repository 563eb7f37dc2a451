package io.daybook.kyb.workflow;

import static io.daybook.kyb.workflow.ProcessStep.State.CANCELLED;
import static io.daybook.kyb.workflow.ProcessStep.State.CURRENT;
import static io.daybook.kyb.workflow.ProcessStep.State.DONE;
import static io.daybook.kyb.workflow.ProcessStep.State.FUTURE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import io.daybook.kyb.casefile.DocumentId;
import io.daybook.kyb.casefile.DocumentKind;
import io.daybook.kyb.casefile.KybCaseId;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.flowable.bpmn.model.SequenceFlow;
import org.flowable.engine.HistoryService;
import org.flowable.engine.RepositoryService;
import org.flowable.engine.TaskService;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;

/** The way of a case through its process. */
@SpringBootTest(classes = WorkflowTestApplication.class)
class KybProcessIT {
  @Autowired private CaseJournal journal;
  @Autowired private StoredDocuments store;
  @Autowired private NamedHits hits;
  @Autowired private ProcessBench bench;
  @Autowired private KybTasks tasks;
  @Autowired private TaskService engineTasks;
  @Autowired private HistoryService history;
  @Autowired private RepositoryService repository;
  @Autowired private TakenFlows flows;

  @Test
  void leadsACaseFromTheApplicationToTheSecondOfficersApproval() {
    var applicant = new Applicant(journal, store);
    bench.settle();
    assertThat(tasks.openTask(applicant.kybCase)).isEmpty();

    applicant.apply();
    bench.settle();
    assertThat(openTaskKey(applicant)).contains("propose");

    applicant.propose();
    bench.settle();
    assertThat(openTaskKey(applicant)).contains("approve");

    applicant.approve();
    bench.settle();
    assertThat(tasks.openTask(applicant.kybCase)).isEmpty();
    assertThat(tasks.processView(applicant.kybCase))
        .extracting(ProcessStep::key, ProcessStep::state)
        .containsExactly(
            tuple("start", DONE),
            tuple("submitted", DONE),
            tuple("screen", DONE),
            tuple("screened", DONE),
            tuple("check", DONE),
            tuple("checked", DONE),
            tuple("propose", DONE),
            tuple("approve", DONE),
            tuple("endApproved", DONE));
  }

  @Test
  void tellsOfficersWhatIsAwaitedSinceWhenUntilWhenAndWhoProposed() {
    var applicant = new Applicant(journal, store);
    applicant.apply();
    Instant submittedAt = lastEventAt();
    bench.settle();
    applicant.propose();
    bench.settle();

    assertThat(tasks.openTask(applicant.kybCase))
        .contains(
            new OpenTask(
                applicant.kybCase,
                "approve",
                "Decide on proposal",
                lastEventAt(),
                submittedAt.plus(Duration.ofDays(5)),
                "officers",
                Applicant.FIRST_OFFICER));
    assertThat(tasks.openTasks(Integer.MAX_VALUE))
        .contains(tasks.openTask(applicant.kybCase).orElseThrow());
  }

  @Test
  void showsWhatIsDoneWhereTheCaseStandsAndWhatMayCome() {
    var applicant = new Applicant(journal, store);
    applicant.apply();
    bench.settle();

    assertThat(tasks.processView(applicant.kybCase))
        .extracting(ProcessStep::name, ProcessStep::state)
        .containsExactly(
            tuple("Case opened", DONE),
            tuple("Case submitted", DONE),
            tuple("Screen parties", DONE),
            tuple("Parties screened", DONE),
            tuple("Check documents", DONE),
            tuple("Documents checked", DONE),
            tuple("Propose decision", CURRENT),
            tuple("Decide on proposal", FUTURE),
            tuple("Approved", FUTURE));
  }

  @Test
  void endsWhereverTheCaseWasRejected() {
    var checked = new Applicant(journal, store);
    checked.apply();
    bench.settle();
    checked.reject();
    var proposed = new Applicant(journal, store);
    proposed.apply();
    bench.settle();
    proposed.propose();
    bench.settle();
    proposed.reject();
    bench.settle();

    assertThat(tasks.openTask(checked.kybCase)).isEmpty();
    assertThat(tasks.processView(checked.kybCase))
        .extracting(ProcessStep::key, ProcessStep::state)
        .endsWith(tuple("propose", CANCELLED), tuple("rejected", DONE), tuple("endRejected", DONE));
    assertThat(tasks.openTask(proposed.kybCase)).isEmpty();
    assertThat(tasks.processView(proposed.kybCase))
        .extracting(ProcessStep::key, ProcessStep::state)
        .endsWith(tuple("approve", CANCELLED), tuple("rejected", DONE), tuple("endRejected", DONE));
  }

  @Test
  void endsWhenTheCaseIsRejectedBeforeItsDocumentsAreChecked() {
    var applicant = new Applicant(journal, store);
    applicant.apply();
    applicant.reject();
    bench.settle();

    assertThat(tasks.openTask(applicant.kybCase)).isEmpty();
    assertThat(tasks.processView(applicant.kybCase)).last().extracting("state").isEqualTo(DONE);
  }

  @Test
  void endsWhenTheCheckRunsForACaseThatIsAlreadyRejected() {
    var applicant = new Applicant(journal, store);
    applicant.apply();
    bench.deliverNew();
    applicant.reject();
    bench.runJobs();
    bench.settle();

    assertThat(tasks.processView(applicant.kybCase))
        .extracting(ProcessStep::key, ProcessStep::state)
        .endsWith(
            tuple("screened", CANCELLED), tuple("rejected", DONE), tuple("endRejected", DONE));
  }

  @Test
  void awaitsOtherDocumentsWhenOneWasTamperedWith() {
    var applicant = new Applicant(journal, store);
    DocumentId document = applicant.apply();
    store.store(document, "other bytes".getBytes(StandardCharsets.UTF_8));
    bench.settle();
    assertThat(openTaskKey(applicant)).contains("resolveDamage");

    applicant.apply();
    bench.settle();
    assertThat(openTaskKey(applicant)).contains("propose");
  }

  @Test
  void awaitsOtherDocumentsAsOftenAsOneIsLost() {
    var applicant = new Applicant(journal, store);
    store.lose(applicant.apply());
    bench.settle();
    store.lose(applicant.apply());
    bench.settle();
    assertThat(openTaskKey(applicant)).contains("resolveDamage");

    applicant.reject();
    bench.settle();
    assertThat(tasks.openTask(applicant.kybCase)).isEmpty();
  }

  @Test
  void refusesToCompleteATaskByHand() {
    var applicant = new Applicant(journal, store);
    applicant.apply();
    bench.settle();
    String task =
        engineTasks
            .createTaskQuery()
            .processVariableValueEquals("caseId", applicant.kybCase.value())
            .singleResult()
            .getId();

    assertThatThrownBy(() -> engineTasks.complete(task))
        .hasMessageContaining("ends by an event of its case");
    assertThat(openTaskKey(applicant)).contains("propose");
  }

  @Test
  void keepsIdsAndTimesOnly() {
    var applicant = new Applicant(journal, store);
    applicant.apply();
    bench.settle();
    applicant.propose();
    bench.settle();

    assertThat(
            history
                .createHistoricVariableInstanceQuery()
                .processInstanceId(processInstance(applicant))
                .list())
        .extracting("variableName")
        .containsExactlyInAnyOrder(
            "caseId", "since", "submission", "slaDueAt", "hitsOpen", "intact", "proposedBy");
  }

  @Test
  void takesEverySequenceFlowOnItsWays() {
    flows.clear();
    var approved = new Applicant(journal, store);
    store.lose(approved.apply());
    bench.settle();
    approved.apply();
    bench.settle();
    approved.propose();
    approved.approve();
    var rejected = new Applicant(journal, store);
    rejected.apply();
    rejected.reject();
    hitsOnTheWay();
    unscreened();
    bench.settle();
    questions();
    Applicant reviewed = inReview();
    reviewed.confirmReview(Applicant.FIRST_OFFICER);
    reviewed.confirmReview(Applicant.SECOND_OFFICER);
    inReview().reject();
    bench.settle();

    assertThat(flows.ids())
        .containsExactlyInAnyOrderElementsOf(
            repository.createProcessDefinitionQuery().latestVersion().list().stream()
                .map(definition -> repository.getBpmnModel(definition.getId()).getMainProcess())
                .flatMap(
                    process -> process.findFlowElementsOfType(SequenceFlow.class, true).stream())
                .map(SequenceFlow::getId)
                .collect(Collectors.toSet()));
  }

  @Test
  void awaitsTheApplicantsAnswerAndChecksEverythingAgain() {
    var applicant = new Applicant(journal, store);
    applicant.apply();
    bench.settle();
    applicant.ask();
    bench.settle();
    assertThat(tasks.openTask(applicant.kybCase)).isEmpty();
    assertThat(tasks.processView(applicant.kybCase))
        .extracting(ProcessStep::key, ProcessStep::state)
        .contains(tuple("answered", CURRENT))
        .doesNotContain(tuple("answerOverdue", CURRENT));

    store.lose(applicant.attach(DocumentKind.OWNERSHIP_STATEMENT));
    applicant.answer();
    bench.settle();
    assertThat(openTaskKey(applicant)).contains("resolveDamage");
  }

  @Test
  void leadsACaseOnWhoseApplicantDoesNotAnswerInTime() {
    var applicant = new Applicant(journal, store);
    applicant.apply();
    bench.settle();
    applicant.ask();
    bench.settle();
    bench.passTo(Instant.now().plus(Duration.ofDays(6)));
    assertThat(tasks.openTask(applicant.kybCase)).isEmpty();

    bench.passTo(Instant.now().plus(Duration.ofDays(8)));
    assertThat(openTaskKey(applicant)).contains("propose");
  }

  private void questions() {
    var answered = new Applicant(journal, store);
    answered.apply();
    bench.settle();
    answered.ask();
    bench.settle();
    answered.answer();
    var silent = new Applicant(journal, store);
    hits.list(silent.kybCase);
    silent.apply();
    bench.settle();
    silent.ask();
    bench.settle();
    bench.passTo(Instant.now().plus(Duration.ofDays(8)));
  }

  @Test
  void opensAReviewWhenItIsDueAndLeadsItToItsEnd() {
    Applicant applicant = approved();
    Instant approvedAt = lastEventAt();
    bench.passTo(approvedAt.atOffset(ZoneOffset.UTC).plusMonths(24).minusMinutes(1).toInstant());
    assertThat(tasks.openTask(applicant.kybCase)).isEmpty();

    bench.passTo(approvedAt.atOffset(ZoneOffset.UTC).plusMonths(24).plusMinutes(1).toInstant());
    OpenTask review = tasks.openTask(applicant.kybCase).orElseThrow();
    assertThat(review.taskKey()).isEqualTo("review");
    assertThat(review.due())
        .isEqualTo(approvedAt.atOffset(ZoneOffset.UTC).plusMonths(24).plusHours(720).toInstant());

    applicant.confirmReview(Applicant.FIRST_OFFICER);
    bench.settle();
    assertThat(openTaskKey(applicant)).contains("agree");
    applicant.confirmReview(Applicant.SECOND_OFFICER);
    bench.deliverNew();
    assertThat(tasks.openTask(applicant.kybCase)).isEmpty();
    assertThat(tasks.reviewView(applicant.kybCase))
        .extracting(ProcessStep::key, ProcessStep::state)
        .startsWith(tuple("scheduled", DONE), tuple("due", CURRENT), tuple("open", FUTURE));
    assertThat(tasks.processView(applicant.kybCase))
        .last()
        .extracting("key")
        .isEqualTo("endApproved");
  }

  private Applicant approved() {
    var applicant = new Applicant(journal, store);
    applicant.apply();
    bench.settle();
    applicant.propose();
    applicant.approve();
    bench.settle();
    return applicant;
  }

  private Applicant inReview() {
    Applicant applicant = approved();
    bench.passTo(Instant.now().atOffset(ZoneOffset.UTC).plusYears(3).toInstant());
    assertThat(openTaskKey(applicant)).contains("review");
    return applicant;
  }

  @Test
  void awaitsTheReviewOfHitsBeforeAProposal() {
    var applicant = new Applicant(journal, store);
    hits.list(applicant.kybCase);
    applicant.apply();
    bench.settle();
    assertThat(openTaskKey(applicant)).contains("reviewHits");
    assertThatThrownBy(applicant::propose).hasMessageStartingWith("hits_open");

    applicant.dismissHit();
    bench.settle();
    assertThat(openTaskKey(applicant)).contains("propose");
  }

  @Test
  void leadsACaseOnThatWasCheckedWithoutScreening() {
    Applicant applicant = unscreened();
    assertThatThrownBy(applicant::propose).hasMessageStartingWith("case_not_screened");
    bench.settle();

    assertThat(openTaskKey(applicant)).contains("propose");
    // The process has made up for it.
    applicant.propose();
    bench.settle();
    assertThat(openTaskKey(applicant)).contains("approve");
  }

  /** Hits come up at every step, and go when the list does not name the business any more. */
  private void hitsOnTheWay() {
    var applicant = new Applicant(journal, store);
    hits.list(applicant.kybCase);
    applicant.apply();
    bench.settle();
    change(applicant, hits::delist);
    change(applicant, hits::list);
    assertThat(openTaskKey(applicant)).contains("reviewHits");
    change(applicant, hits::delist);
    assertThat(openTaskKey(applicant)).contains("propose");
    applicant.propose();
    bench.settle();
    change(applicant, hits::list);
    assertThat(openTaskKey(applicant)).contains("reviewHits");
    change(applicant, hits::delist);
    assertThat(openTaskKey(applicant)).contains("approve");
    applicant.approve();
  }

  private void change(Applicant applicant, Consumer<KybCaseId> list) {
    list.accept(applicant.kybCase);
    applicant.screen(hits);
    bench.settle();
  }

  private Applicant unscreened() {
    var applicant = new Applicant(journal, store);
    applicant.apply();
    applicant.check();
    return applicant;
  }

  private Optional<String> openTaskKey(Applicant applicant) {
    return tasks.openTask(applicant.kybCase).map(OpenTask::taskKey);
  }

  private String processInstance(Applicant applicant) {
    return history
        .createHistoricProcessInstanceQuery()
        .processInstanceBusinessKey(applicant.kybCase.value())
        .singleResult()
        .getId();
  }

  private Instant lastEventAt() {
    return journal
        .from(journal.size() - 1)
        .getFirst()
        .getTimestamp()
        .truncatedTo(ChronoUnit.MILLIS);
  }
}
