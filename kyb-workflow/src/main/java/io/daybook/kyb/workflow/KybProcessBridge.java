package io.daybook.kyb.workflow;

import io.daybook.kyb.casefile.KybCaseId;
import io.daybook.kyb.casefile.KybEvent;
import io.daybook.kyb.casefile.KybEvent.CaseOpened;
import io.daybook.kyb.casefile.KybEvent.DocumentAttached;
import io.daybook.kyb.casefile.KybEvent.DocumentsChecked;
import io.daybook.kyb.casefile.KybEvent.ReviewScheduled;
import io.daybook.kyb.casefile.KybEvent.RiskAssessed;
import java.time.Duration;
import java.time.Instant;
import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.EventHandler;
import org.axonframework.eventhandling.ResetHandler;
import org.axonframework.eventhandling.SequenceNumber;
import org.axonframework.eventhandling.Timestamp;

/**
 * Turns the events of a case into moves of its process.
 *
 * <p>Each event has one effect, however often it is delivered, because the case's position is noted
 * in the transaction that moves the process. Events of one case must come in their order.
 */
@ProcessingGroup(KybProcessBridge.PROCESSING_GROUP)
final class KybProcessBridge {
  static final String PROCESSING_GROUP = "kyb-process";

  private final ProcessLinks links;
  private final CaseDocuments documents;
  private final CaseProcesses processes;

  KybProcessBridge(ProcessLinks links, CaseDocuments documents, CaseProcesses processes) {
    this.links = links;
    this.documents = documents;
    this.processes = processes;
  }

  @EventHandler
  void on(KybEvent event, @SequenceNumber long sequence, @Timestamp Instant occurredAt) {
    if (event instanceof CaseOpened opened) {
      start(opened.kybCase(), sequence, occurredAt);
    } else {
      links
          .advance(event.kybCase(), sequence)
          .ifPresent(process -> move(process, event, sequence, occurredAt));
    }
  }

  /** Drops every process before the events come again from the first one. */
  @ResetHandler
  void reset() {
    processes.deleteAll();
    links.clear();
    documents.clear();
  }

  private void start(KybCaseId kybCase, long sequence, Instant occurredAt) {
    if (links.find(kybCase).isEmpty()) {
      links.add(kybCase, processes.start(kybCase, occurredAt), sequence);
    }
  }

  private void move(String process, KybEvent event, long sequence, Instant occurredAt) {
    if (event instanceof DocumentAttached attached) {
      documents.add(attached);
    }
    if (event instanceof DocumentsChecked checked && !checked.intact()) {
      documents.clear(checked.kybCase());
    }
    if (event instanceof RiskAssessed assessed) {
      links.setDecisionTime(process, Duration.ofHours(assessed.assessment().decisionHours()));
    }
    if (event instanceof ReviewScheduled scheduled) {
      links.addReview(
          scheduled.kybCase(), processes.startReview(scheduled, sequence, occurredAt), sequence);
    }
    ProcessMessage.of(event, sequence, occurredAt, links.decisionTime(process))
        .ifPresent(message -> deliver(process, event.kybCase(), message));
  }

  /** A rejection ends whatever there is. */
  private void deliver(String process, KybCaseId kybCase, ProcessMessage message) {
    processes.deliver(process, message);
    if (message.isOfReview()) {
      links
          .findReview(kybCase)
          .filter(links::lock)
          .ifPresent(review -> processes.deliver(review, message));
    }
  }
}
