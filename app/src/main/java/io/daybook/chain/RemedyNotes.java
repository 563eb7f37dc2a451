package io.daybook.chain;

import io.daybook.chain.AskedRemedy.State;
import io.daybook.ticketing.chain.ChainEvent.RemedyOrdered;
import io.daybook.ticketing.chain.ChainEvent.RemedyProposed;
import io.daybook.ticketing.chain.ChainEvent.RemedyWithdrawn;
import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.EventHandler;

/** Hands what people decided to the process that reads the chain and sends to it. */
@ProcessingGroup(RemedyNotes.GROUP)
final class RemedyNotes {
  static final String GROUP = "chain-remedies";

  private final RemedyTable remedies;

  RemedyNotes(RemedyTable remedies) {
    this.remedies = remedies;
  }

  @EventHandler
  void on(RemedyProposed event) {
    remedies.add(
        new AskedRemedy(
            event.id(), event.remedy(), State.PROPOSED, event.proposedBy(), null, null));
  }

  @EventHandler
  void on(RemedyOrdered event) {
    remedies.add(
        new AskedRemedy(
            event.id(),
            event.remedy(),
            State.ORDERED,
            event.proposedBy(),
            event.approvedBy(),
            null));
  }

  @EventHandler
  void on(RemedyWithdrawn event) {
    remedies.withdraw(event.id());
  }
}
