package io.daybook.kyb.workflow;

import io.daybook.kyb.casefile.KybCaseId;
import io.daybook.kyb.casefile.KybEvent.ReviewScheduled;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.flowable.common.engine.api.FlowableOptimisticLockingException;
import org.flowable.engine.HistoryService;
import org.flowable.engine.RepositoryService;
import org.flowable.engine.RuntimeService;
import org.flowable.engine.history.HistoricProcessInstance;
import org.flowable.engine.runtime.Execution;
import org.flowable.engine.runtime.ProcessInstance;
import org.jspecify.annotations.Nullable;

/** The processes in the engine: started, moved by messages, dropped. */
final class CaseProcesses {
  private static final int DELETE_BATCH = 200;

  private final RuntimeService runtime;
  private final HistoryService history;
  private final RepositoryService repository;
  private final ProcessLinks links;
  private final ProcessInbox inbox;

  CaseProcesses(
      RuntimeService runtime,
      HistoryService history,
      RepositoryService repository,
      ProcessLinks links,
      ProcessInbox inbox) {
    this.runtime = runtime;
    this.history = history;
    this.repository = repository;
    this.links = links;
    this.inbox = inbox;
  }

  /** Starts the process of {@code kybCase} and returns its id. */
  String start(KybCaseId kybCase, Instant openedAt) {
    Map<String, Object> variables =
        Map.of(ProcessVariables.CASE_ID, kybCase.value(), ProcessVariables.SINCE, openedAt);
    return runtime
        .startProcessInstanceByMessage(ProcessMessage.CASE_OPENED, kybCase.value(), variables)
        .getId();
  }

  /** Starts the process of a review that was scheduled and returns its id. */
  String startReview(ReviewScheduled scheduled, long sequence, Instant scheduledAt) {
    Map<String, Object> variables =
        Map.of(
            ProcessVariables.CASE_ID,
            scheduled.kybCase().value(),
            ProcessVariables.SINCE,
            scheduledAt,
            ProcessVariables.SUBMISSION,
            sequence,
            ProcessVariables.REVIEW_DUE_AT,
            scheduled.dueAt(),
            ProcessVariables.SLA_DUE_AT,
            scheduled.dueAt().plus(Duration.ofHours(scheduled.hours())));
    return runtime
        .startProcessInstanceByMessage(
            ProcessMessage.REVIEW_SCHEDULED, scheduled.kybCase().value(), variables)
        .getId();
  }

  /**
   * Delivers {@code message} as soon as the process waits for it and has got all before it.
   *
   * <p>A rejection ends the process wherever it is, so it overtakes what is parked.
   */
  void deliver(String process, ProcessMessage message) {
    if (message.name().equals(ProcessMessage.CASE_REJECTED)) {
      inbox.clear(process);
    }
    if (knows(process, message)) {
      inbox.park(process, message);
      deliverParked(process);
    }
  }

  /** A process that started by an older definition, or has ended, never waits for some messages. */
  private boolean knows(String process, ProcessMessage message) {
    @Nullable ProcessInstance running =
        runtime.createProcessInstanceQuery().processInstanceId(process).singleResult();
    return running != null
        && repository
            .getBpmnModel(running.getProcessDefinitionId())
            .containsMessageId(message.name());
  }

  /** Delivers what is parked for the process, until it does not wait for the oldest message. */
  void deliverParked(String process) {
    boolean delivered;
    do {
      Optional<ProcessMessage> oldest = inbox.oldest(process);
      delivered = oldest.isPresent() && isDelivered(process, oldest.get());
    } while (delivered);
  }

  /**
   * Lets a job of the engine have the process for itself until its transaction ends. A job must ask
   * before it writes anything, because the bridge takes its locks in that order too.
   *
   * @throws FlowableOptimisticLockingException if the process has left the step meanwhile; the
   *     engine then drops the job
   */
  void lock(String process, String execution) {
    if (!links.lock(process)
        || runtime.createExecutionQuery().executionId(execution).count() == 0) {
      throw new FlowableOptimisticLockingException("process " + process + " has moved on");
    }
  }

  /** Deletes all processes, running and ended, with their history. */
  void deleteAll() {
    deleteAll(ProcessLinks.PROCESS_KEY);
    deleteAll(ProcessLinks.REVIEW_KEY);
  }

  private void deleteAll(String processKey) {
    List<ProcessInstance> running;
    do {
      running =
          runtime
              .createProcessInstanceQuery()
              .processDefinitionKey(processKey)
              .listPage(0, DELETE_BATCH);
      running.forEach(each -> runtime.deleteProcessInstance(each.getId(), "rebuilt from events"));
    } while (!running.isEmpty());
    List<HistoricProcessInstance> ended;
    do {
      ended =
          history
              .createHistoricProcessInstanceQuery()
              .processDefinitionKey(processKey)
              .listPage(0, DELETE_BATCH);
      ended.forEach(each -> history.deleteHistoricProcessInstance(each.getId()));
    } while (!ended.isEmpty());
  }

  private boolean isDelivered(String process, ProcessMessage message) {
    @Nullable Execution waiting =
        runtime
            .createExecutionQuery()
            .processInstanceId(process)
            .messageEventSubscriptionName(message.name())
            .singleResult();
    if (waiting == null) {
      return false;
    }
    inbox.remove(process, message);
    runtime.messageEventReceived(message.name(), waiting.getId(), message.variables());
    return true;
  }
}
