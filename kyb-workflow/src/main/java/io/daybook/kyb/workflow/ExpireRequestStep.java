package io.daybook.kyb.workflow;

import io.daybook.kyb.casefile.KybCaseId;
import io.daybook.kyb.casefile.KybCommand.ExpireRequest;
import io.daybook.ledger.CommandSender;
import java.time.Instant;
import org.flowable.engine.delegate.DelegateExecution;
import org.flowable.engine.delegate.JavaDelegate;

/**
 * The step that tells a case that its applicant's time to answer is over.
 *
 * <p>The engine may run it again: the command names the time until which an answer was awaited, and
 * changes nothing if there is one. Either way an event leads the process on.
 */
final class ExpireRequestStep implements JavaDelegate {
  private final CaseProcesses processes;
  private final CommandSender commands;

  ExpireRequestStep(CaseProcesses processes, CommandSender commands) {
    this.processes = processes;
    this.commands = commands;
  }

  @Override
  public void execute(DelegateExecution execution) {
    var kybCase = new KybCaseId(execution.getVariable(ProcessVariables.CASE_ID, String.class));
    processes.lock(execution.getProcessInstanceId(), execution.getId());
    commands.send(
        new ExpireRequest(
            kybCase, execution.getVariable(ProcessVariables.ANSWER_BY, Instant.class)));
  }
}
