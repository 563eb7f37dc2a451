package io.daybook.kyb.workflow;

import io.daybook.kyb.casefile.KybCaseId;
import io.daybook.kyb.casefile.KybCommand.RecordScreening;
import io.daybook.kyb.casefile.KybError.CaseNotInState;
import io.daybook.kyb.casefile.Screener;
import io.daybook.ledger.CommandRefused;
import io.daybook.ledger.CommandSender;
import io.daybook.ledger.DerivedId;
import org.flowable.engine.delegate.DelegateExecution;
import org.flowable.engine.delegate.JavaDelegate;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The step that looks for a case's parties in the lists and tells the case what it found.
 *
 * <p>The engine may run it again: its command's id depends on the case and the submission alone.
 * The answer comes back as an event.
 */
final class ScreeningStep implements JavaDelegate {
  private static final Logger log = LoggerFactory.getLogger(ScreeningStep.class);

  private final CaseProcesses processes;
  private final Screener screener;
  private final CommandSender commands;

  ScreeningStep(CaseProcesses processes, Screener screener, CommandSender commands) {
    this.processes = processes;
    this.screener = screener;
    this.commands = commands;
  }

  @Override
  public void execute(DelegateExecution execution) {
    var kybCase = new KybCaseId(execution.getVariable(ProcessVariables.CASE_ID, String.class));
    processes.lock(execution.getProcessInstanceId(), execution.getId());
    try {
      commands.send(
          new RecordScreening(kybCase, commandId(kybCase, execution), screener.screen(kybCase)));
    } catch (CommandRefused refused) {
      if (!(refused.error() instanceof CaseNotInState)) {
        throw refused; // The engine tries again.
      }
      // The case was decided meanwhile, and an event leads the process on.
      log.debug("The screening of case {} came too late: {}", kybCase, refused.getMessage());
    }
  }

  private static String commandId(KybCaseId kybCase, DelegateExecution execution) {
    long submission = execution.getVariable(ProcessVariables.SUBMISSION, Long.class);
    return DerivedId.of(
        "cmd",
        kybCase.value(),
        ProcessLinks.PROCESS_KEY,
        execution.getCurrentActivityId(),
        Long.toString(submission));
  }
}
