package io.daybook.kyb.workflow;

import org.flowable.task.service.delegate.DelegateTask;
import org.flowable.task.service.delegate.TaskListener;

/** Refuses to complete a task by hand: an officer's act is a command to the case. */
final class TasksEndByEvents implements TaskListener {
  private static final long serialVersionUID = 1L;

  @Override
  public void notify(DelegateTask task) {
    throw new IllegalStateException(
        "task " + task.getTaskDefinitionKey() + " ends by an event of its case, not by hand");
  }
}
