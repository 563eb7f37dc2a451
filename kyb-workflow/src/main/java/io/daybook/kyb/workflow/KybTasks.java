package io.daybook.kyb.workflow;

import io.daybook.kyb.casefile.KybCaseId;
import io.daybook.ledger.UserId;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.flowable.bpmn.model.BoundaryEvent;
import org.flowable.bpmn.model.FlowNode;
import org.flowable.bpmn.model.Gateway;
import org.flowable.bpmn.model.Process;
import org.flowable.bpmn.model.SubProcess;
import org.flowable.engine.HistoryService;
import org.flowable.engine.RepositoryService;
import org.flowable.engine.TaskService;
import org.flowable.engine.history.DeleteReason;
import org.flowable.engine.history.HistoricActivityInstance;
import org.flowable.identitylink.api.IdentityLinkInfo;
import org.flowable.task.api.Task;
import org.flowable.task.api.TaskQuery;
import org.jspecify.annotations.Nullable;

/**
 * What officers are awaited for, and where each case stands in its process.
 *
 * <p>Read only: an officer acts by a command to the case.
 */
public final class KybTasks {
  /** Steps that a case comes to only if something is amiss: shown once it has. */
  private static final Set<String> DETOURS =
      Set.of(
          "resolveDamage",
          "reviewHits",
          "checkedUnscreened",
          "answered",
          "answerOverdue",
          "expire",
          "expired");

  /** The process waits here beside another step. */
  private static final Set<String> BESIDE = Set.of("checkedUnscreened", "answerOverdue");

  private final ProcessLinks links;
  private final TaskService tasks;
  private final HistoryService history;
  private final RepositoryService repository;

  KybTasks(
      ProcessLinks links, TaskService tasks, HistoryService history, RepositoryService repository) {
    this.links = links;
    this.tasks = tasks;
    this.history = history;
    this.repository = repository;
  }

  /**
   * Returns the open tasks, the one that is due first first.
   *
   * @param limit how many at most, from 1
   */
  public List<OpenTask> openTasks(int limit) {
    return query().orderByTaskDueDate().asc().orderByTaskId().asc().listPage(0, limit).stream()
        .map(KybTasks::openTask)
        .toList();
  }

  /** Returns the open task of {@code kybCase}, or nothing if no officer is awaited. */
  public Optional<OpenTask> openTask(KybCaseId kybCase) {
    return Optional.ofNullable(query().processInstanceBusinessKey(kybCase.value()).singleResult())
        .map(KybTasks::openTask);
  }

  /**
   * Returns the steps of the case's process in the order of the definition; once the process has
   * ended, only those that the case came to. Empty if the case has no process.
   */
  public List<ProcessStep> processView(KybCaseId kybCase) {
    return links.find(kybCase).map(this::steps).orElse(List.of());
  }

  /** Returns the same of the case's last review. Empty if it has none. */
  public List<ProcessStep> reviewView(KybCaseId kybCase) {
    return links.findReview(kybCase).map(this::steps).orElse(List.of());
  }

  private TaskQuery query() {
    return tasks
        .createTaskQuery()
        .processDefinitionKeyIn(List.of(ProcessLinks.PROCESS_KEY, ProcessLinks.REVIEW_KEY))
        .includeProcessVariables()
        .includeIdentityLinks();
  }

  private static OpenTask openTask(Task task) {
    Map<String, Object> variables = task.getProcessVariables();
    @Nullable Object proposer = variables.get(ProcessVariables.PROPOSED_BY);
    return new OpenTask(
        new KybCaseId((String) required(variables, ProcessVariables.CASE_ID)),
        task.getTaskDefinitionKey(),
        task.getName(),
        (Instant) required(variables, ProcessVariables.SINCE),
        task.getDueDate().toInstant(),
        task.getIdentityLinks().stream()
            .map(IdentityLinkInfo::getGroupId)
            .findFirst()
            .orElseThrow(),
        proposer == null ? null : new UserId((String) proposer));
  }

  private static Object required(Map<String, Object> variables, String name) {
    return Objects.requireNonNull(variables.get(name), name);
  }

  private List<ProcessStep> steps(String processInstanceId) {
    List<HistoricActivityInstance> activities =
        history.createHistoricActivityInstanceQuery().processInstanceId(processInstanceId).list();
    Map<String, ProcessStep.State> stateByKey = new HashMap<>();
    activities.stream()
        .filter(activity -> !isOtherWay(activity))
        .sorted(Comparator.comparing(HistoricActivityInstance::getStartTime))
        .forEach(activity -> stateByKey.put(activity.getActivityId(), state(activity)));
    stateByKey
        .entrySet()
        .removeIf(
            step -> BESIDE.contains(step.getKey()) && step.getValue() != ProcessStep.State.DONE);
    Process process =
        repository.getBpmnModel(activities.getFirst().getProcessDefinitionId()).getMainProcess();
    boolean ended = !stateByKey.containsValue(ProcessStep.State.CURRENT);
    return process.findFlowElementsOfType(FlowNode.class, true).stream()
        .filter(KybTasks::isStep)
        .filter(
            step -> stateByKey.containsKey(step.getId()) || (!ended && isOnTheWay(process, step)))
        .map(step -> step(step, stateByKey))
        .toList();
  }

  private static boolean isStep(FlowNode node) {
    return !(node instanceof Gateway
        || node instanceof BoundaryEvent
        || node instanceof SubProcess);
  }

  /**
   * A rejection can come at any time, and nobody wishes for a detour: both are shown once they
   * came.
   */
  private static boolean isOnTheWay(Process process, FlowNode step) {
    return process.getFlowElements().contains(step) && !DETOURS.contains(step.getId());
  }

  /** Of the events that a process may wait for at once, those that did not come. */
  private static boolean isOtherWay(HistoricActivityInstance activity) {
    @Nullable String reason = activity.getDeleteReason();
    return reason != null && reason.startsWith(DeleteReason.EVENT_BASED_GATEWAY_CANCEL);
  }

  private static ProcessStep step(FlowNode element, Map<String, ProcessStep.State> stateByKey) {
    return new ProcessStep(
        element.getId(),
        element.getName(),
        stateByKey.getOrDefault(element.getId(), ProcessStep.State.FUTURE));
  }

  private static ProcessStep.State state(HistoricActivityInstance activity) {
    if (activity.getEndTime() == null) {
      return ProcessStep.State.CURRENT;
    }
    @Nullable String reason = activity.getDeleteReason();
    return reason != null && reason.startsWith(DeleteReason.EVENT_SUBPROCESS_INTERRUPTING)
        ? ProcessStep.State.CANCELLED
        : ProcessStep.State.DONE;
  }
}
