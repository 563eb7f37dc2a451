package io.daybook.ticketing.chain;

import static org.axonframework.modelling.command.AggregateLifecycle.apply;

import io.daybook.ticketing.chain.ChainCommand.ApproveRemedy;
import io.daybook.ticketing.chain.ChainCommand.ConnectChain;
import io.daybook.ticketing.chain.ChainCommand.NoteAnchor;
import io.daybook.ticketing.chain.ChainCommand.NoteFinalityViolation;
import io.daybook.ticketing.chain.ChainCommand.NoteNonceTaken;
import io.daybook.ticketing.chain.ChainCommand.NoteReorganisation;
import io.daybook.ticketing.chain.ChainCommand.NoteUnexpectedToken;
import io.daybook.ticketing.chain.ChainCommand.ProposeRemedy;
import io.daybook.ticketing.chain.ChainCommand.WithdrawRemedy;
import io.daybook.ticketing.chain.ChainEvent.ChainConnected;
import io.daybook.ticketing.chain.ChainEvent.ChainReorganised;
import io.daybook.ticketing.chain.ChainEvent.FinalityViolated;
import io.daybook.ticketing.chain.ChainEvent.JournalAnchored;
import io.daybook.ticketing.chain.ChainEvent.NonceTaken;
import io.daybook.ticketing.chain.ChainEvent.RemedyOrdered;
import io.daybook.ticketing.chain.ChainEvent.RemedyProposed;
import io.daybook.ticketing.chain.ChainEvent.RemedyWithdrawn;
import io.daybook.ticketing.chain.ChainEvent.UnexpectedTokenSeen;
import java.util.HashSet;
import java.util.Set;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.modelling.command.AggregateCreationPolicy;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.AggregateRoot;
import org.axonframework.modelling.command.CreationPolicy;

/** What the journal notes of one contract on a chain, each fact once. */
@AggregateRoot
@SuppressWarnings("NullAway.Init") // Axon creates it empty; its first event fills it.
final class ChainLink {
  @AggregateIdentifier private ChainKey id;
  private long anchoredSize;
  private ChainEvent lastReorganisation;
  private final Set<ChainEvent> breaks = new HashSet<>();
  private final Remedies remedies = new Remedies();

  ChainLink() {}

  @CommandHandler
  @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
  void handle(ConnectChain command) {
    if (id == null) {
      apply(
          new ChainConnected(
              command.chain(),
              command.chainId(),
              command.genesis(),
              command.contract(),
              command.anchor()));
    }
  }

  /** A repeated note is that of the last reorganisation, which is delivered until it is noted. */
  @CommandHandler
  void handle(NoteReorganisation command) {
    var event =
        new ChainReorganised(
            id, command.depth(), command.ancestor(), command.ancestorHash(), command.abandoned());
    if (!event.equals(lastReorganisation)) {
      apply(event);
    }
  }

  @CommandHandler
  void handle(NoteFinalityViolation command) {
    applyOnce(new FinalityViolated(id, command.block(), command.expected(), command.found()));
  }

  @CommandHandler
  void handle(NoteUnexpectedToken command) {
    applyOnce(new UnexpectedTokenSeen(id, command.tokenId(), command.place()));
  }

  private void applyOnce(ChainEvent event) {
    if (!breaks.contains(event)) {
      apply(event);
    }
  }

  @CommandHandler
  void handle(NoteAnchor command) {
    if (command.size() > anchoredSize) {
      apply(
          new JournalAnchored(
              id, command.size(), command.root(), command.place(), command.blockSeconds()));
    }
  }

  @CommandHandler
  void handle(NoteNonceTaken command) {
    if (!remedies.isTaken(command.nonce())) {
      apply(new NonceTaken(id, command.nonce()));
    }
  }

  @CommandHandler
  void handle(ProposeRemedy command) {
    remedies.decide(command).ifPresent(this::note);
  }

  @CommandHandler
  void handle(ApproveRemedy command) {
    remedies.decide(command).ifPresent(this::note);
  }

  @CommandHandler
  void handle(WithdrawRemedy command) {
    remedies.decide(command).ifPresent(this::note);
  }

  private void note(ChainEvent event) {
    apply(event);
  }

  @EventSourcingHandler
  void on(ChainEvent event) {
    switch (event) {
      case ChainConnected connected -> id = connected.chain();
      case ChainReorganised reorganised -> lastReorganisation = reorganised;
      case FinalityViolated violated -> {
        breaks.add(violated);
        remedies.on(violated);
      }
      case UnexpectedTokenSeen unexpected -> breaks.add(unexpected);
      case JournalAnchored anchored -> anchoredSize = anchored.size();
      case NonceTaken taken -> remedies.on(taken);
      case RemedyProposed proposed -> remedies.on(proposed);
      case RemedyOrdered ordered -> {
        remedies.on(ordered);
        if (ordered.remedy().act() == Remedy.Act.RESUME_READING) {
          // The same block may change again, back and forth.
          breaks.removeIf(FinalityViolated.class::isInstance);
        }
      }
      case RemedyWithdrawn withdrawn -> remedies.on(withdrawn);
    }
  }
}
