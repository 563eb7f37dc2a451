package io.daybook.kyb.workflow;

import java.time.Instant;
import java.util.Date;
import java.util.List;
import org.axonframework.eventhandling.AnnotationEventHandlerAdapter;
import org.axonframework.eventhandling.DomainEventMessage;
import org.flowable.common.engine.api.FlowableOptimisticLockingException;
import org.flowable.engine.ManagementService;
import org.flowable.job.api.Job;
import org.springframework.dao.TransientDataAccessException;
import org.springframework.transaction.support.TransactionOperations;

/**
 * Delivers events to the bridge and runs the engine's jobs, each when a test says so.
 *
 * <p>As in the application, the bridge runs in a transaction, and an event comes by Axon's own
 * resolution of handlers.
 */
final class ProcessBench {
  private final CaseJournal journal;
  private final AnnotationEventHandlerAdapter bridge;
  private final TransactionOperations transactions;
  private final ManagementService management;
  private int position;

  ProcessBench(
      CaseJournal journal,
      KybProcessBridge bridge,
      TransactionOperations transactions,
      ManagementService management) {
    this.journal = journal;
    this.bridge = new AnnotationEventHandlerAdapter(bridge);
    this.transactions = transactions;
    this.management = management;
  }

  /** Delivers the new events and runs the jobs until neither is left. */
  void settle() {
    do {
      deliverNew();
      runJobs();
    } while (position < journal.size());
  }

  /** Delivers the events that were not delivered yet; no job runs. */
  synchronized void deliverNew() {
    List<DomainEventMessage<?>> events = journal.from(position);
    position += events.size();
    events.forEach(this::deliver);
  }

  /** Delivers the new events as a processor does: what fails is tried again, nothing skipped. */
  void deliverNewPersistently() {
    for (DomainEventMessage<?> event : journal.from(position)) {
      try {
        deliver(event);
        position++;
      } catch (FlowableOptimisticLockingException | TransientDataAccessException e) {
        return;
      }
    }
  }

  /** Delivers all events once more, as after a crash that lost the processor's position. */
  void deliverAllAgain() {
    journal.from(0).forEach(this::deliver);
  }

  /** Drops what the bridge made, as Axon does before a replay; the next events are the first. */
  void reset() {
    transactions.executeWithoutResult(_ -> bridge.prepareReset());
    position = 0;
  }

  /** Runs the engine's jobs until none is left. */
  void runJobs() {
    for (List<Job> jobs = jobs(); !jobs.isEmpty(); jobs = jobs()) {
      jobs.forEach(job -> management.executeJob(job.getId()));
    }
  }

  /** Lets time pass: the engine's timers that are due by {@code now} fire, and what follows. */
  void passTo(Instant now) {
    management
        .createTimerJobQuery()
        .duedateLowerThan(Date.from(now))
        .list()
        .forEach(timer -> management.moveTimerToExecutableJob(timer.getId()));
    settle();
  }

  /** Delivers one event in a transaction of its own. */
  void deliver(DomainEventMessage<?> event) {
    transactions.executeWithoutResult(_ -> handle(event));
  }

  private List<Job> jobs() {
    return management.createJobQuery().list();
  }

  private void handle(DomainEventMessage<?> event) {
    try {
      bridge.handle(event);
    } catch (RuntimeException e) {
      throw e;
    } catch (Exception e) {
      throw new IllegalStateException("event " + event.getSequenceNumber() + " failed", e);
    }
  }
}
