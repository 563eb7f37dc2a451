package io.daybook.kyb.workflow;

import io.daybook.kyb.casefile.DocumentStore;
import io.daybook.kyb.casefile.KybCaseId;
import io.daybook.kyb.casefile.KybCommand.RecordDocumentCheck;
import io.daybook.kyb.workflow.CaseDocuments.RecordedDocument;
import io.daybook.ledger.CommandRefused;
import io.daybook.ledger.CommandSender;
import io.daybook.ledger.DerivedId;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import org.flowable.engine.delegate.DelegateExecution;
import org.flowable.engine.delegate.JavaDelegate;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The step that reads a case's stored documents and tells the case whether each has its hash.
 *
 * <p>The engine may run it again: its command's id depends on the case and the submission alone, so
 * that even a rebuilt process repeats the same command. The answer comes back as an event.
 */
final class DocumentCheck implements JavaDelegate {
  private static final Logger log = LoggerFactory.getLogger(DocumentCheck.class);

  private final CaseProcesses processes;
  private final CaseDocuments documents;
  private final DocumentStore store;
  private final CommandSender commands;

  DocumentCheck(
      CaseProcesses processes,
      CaseDocuments documents,
      DocumentStore store,
      CommandSender commands) {
    this.processes = processes;
    this.documents = documents;
    this.store = store;
    this.commands = commands;
  }

  @Override
  public void execute(DelegateExecution execution) {
    var kybCase = new KybCaseId(execution.getVariable(ProcessVariables.CASE_ID, String.class));
    processes.lock(execution.getProcessInstanceId(), execution.getId());
    try {
      commands.send(
          new RecordDocumentCheck(kybCase, commandId(kybCase, execution), areIntact(kybCase)));
    } catch (CommandRefused refused) {
      // The case has its answer or was rejected: either way an event leads the process on.
      log.debug("The check of case {} came too late: {}", kybCase, refused.getMessage());
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

  private boolean areIntact(KybCaseId kybCase) {
    List<RecordedDocument> recorded = documents.of(kybCase);
    return !recorded.isEmpty() && recorded.stream().allMatch(this::isIntact);
  }

  private boolean isIntact(RecordedDocument recorded) {
    return store
        .read(recorded.document())
        .map(bytes -> sha256(bytes).equals(recorded.sha256()))
        .orElse(false);
  }

  private static String sha256(byte[] bytes) {
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JDK has SHA-256", e);
    }
  }
}
