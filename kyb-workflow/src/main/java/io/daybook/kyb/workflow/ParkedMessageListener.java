package io.daybook.kyb.workflow;

import java.util.Set;
import java.util.function.Supplier;
import org.flowable.common.engine.api.delegate.event.FlowableEngineEventType;
import org.flowable.engine.delegate.event.AbstractFlowableEngineEventListener;
import org.flowable.engine.delegate.event.FlowableMessageEvent;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * Gives a process the messages that came before it waited for them.
 *
 * <p>It does so in the transaction that lets the process wait, under the lock under which messages
 * are parked: so neither a message nor a crash can slip between.
 */
final class ParkedMessageListener extends AbstractFlowableEngineEventListener {
  private final ProcessLinks links;
  private final ProcessInbox inbox;
  private final Supplier<CaseProcesses> processes;

  /** Takes the processes lazily, because the engine is built with this listener. */
  ParkedMessageListener(ProcessLinks links, ProcessInbox inbox, Supplier<CaseProcesses> processes) {
    super(Set.of(FlowableEngineEventType.ACTIVITY_MESSAGE_WAITING));
    this.links = links;
    this.inbox = inbox;
    this.processes = processes;
  }

  @Override
  public boolean isFailOnException() {
    return true;
  }

  @Override
  protected void activityMessageWaiting(FlowableMessageEvent event) {
    String process = event.getProcessInstanceId();
    if (links.lock(process) && !inbox.isEmpty(process)) {
      // The engine finds what waits only when it has written it, which it does before the commit.
      TransactionSynchronizationManager.registerSynchronization(
          new TransactionSynchronization() {
            @Override
            public void beforeCommit(boolean readOnly) {
              processes.get().deliverParked(process);
            }
          });
    }
  }
}
