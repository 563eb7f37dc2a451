package io.daybook.kyb.workflow;

import io.daybook.kyb.casefile.KybCaseId;
import io.daybook.kyb.casefile.KybCommand.OpenReview;
import io.daybook.ledger.CommandRefused;
import io.daybook.ledger.CommandSender;
import java.time.Instant;
import org.flowable.engine.delegate.DelegateExecution;
import org.flowable.engine.delegate.JavaDelegate;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The step that tells a case that its review is due.
 *
 * <p>The engine may run it again: the command names the time for which the review was scheduled,
 * and the case opens each review once. The answer comes back as an event.
 */
final class OpenReviewStep implements JavaDelegate {
  private static final Logger log = LoggerFactory.getLogger(OpenReviewStep.class);

  private final CaseProcesses processes;
  private final CommandSender commands;

  OpenReviewStep(CaseProcesses processes, CommandSender commands) {
    this.processes = processes;
    this.commands = commands;
  }

  @Override
  public void execute(DelegateExecution execution) {
    var kybCase = new KybCaseId(execution.getVariable(ProcessVariables.CASE_ID, String.class));
    processes.lock(execution.getProcessInstanceId(), execution.getId());
    try {
      commands.send(
          new OpenReview(
              kybCase, execution.getVariable(ProcessVariables.REVIEW_DUE_AT, Instant.class)));
    } catch (CommandRefused refused) {
      // The case was rejected meanwhile, and an event leads the process on.
      log.debug("The review of case {} came too late: {}", kybCase, refused.getMessage());
    }
  }
}
