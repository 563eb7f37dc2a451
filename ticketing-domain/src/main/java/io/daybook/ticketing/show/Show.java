package io.daybook.ticketing.show;

import static org.axonframework.modelling.command.AggregateLifecycle.apply;

import io.daybook.ledger.CommandRefused;
import io.daybook.ledger.OrganiserClearance;
import io.daybook.ticketing.show.ShowCommand.CreateShow;
import io.daybook.ticketing.show.ShowCommand.PublishShow;
import io.daybook.ticketing.show.ShowError.KybRequired;
import io.daybook.ticketing.show.ShowError.NotYourShow;
import io.daybook.ticketing.show.ShowError.ShowExistsWithDifferentContent;
import io.daybook.ticketing.show.ShowEvent.ShowCreated;
import io.daybook.ticketing.show.ShowEvent.ShowPublished;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.modelling.command.AggregateCreationPolicy;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.AggregateRoot;
import org.axonframework.modelling.command.CreationPolicy;

/** What tickets are sold for; on sale only while its organiser is cleared by compliance. */
@AggregateRoot
@SuppressWarnings("NullAway.Init") // Axon creates it empty; its first event fills it.
final class Show {
  @AggregateIdentifier private ShowId id;
  private ShowCreated creation;
  private boolean isPublished;

  Show() {}

  @CommandHandler
  @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
  void handle(CreateShow command) {
    var created =
        new ShowCreated(
            command.show(),
            command.organiser(),
            command.title(),
            command.startsAt(),
            command.ticketTypes());
    if (id != null) {
      if (!created.equals(creation)) {
        throw new CommandRefused(new ShowExistsWithDifferentContent(id));
      }
      return;
    }
    ShowRules.check(command);
    apply(created);
  }

  @CommandHandler
  void handle(PublishShow command, OrganiserClearance clearance) {
    if (!command.organiser().equals(creation.organiser())) {
      throw new CommandRefused(new NotYourShow(id, command.organiser()));
    }
    if (isPublished) {
      return;
    }
    String approval =
        clearance
            .find(command.organiser())
            .orElseThrow(() -> new CommandRefused(new KybRequired(command.organiser())));
    apply(new ShowPublished(id, command.organiser(), creation.ticketTypes(), approval));
  }

  @EventSourcingHandler
  void on(ShowEvent event) {
    switch (event) {
      case ShowCreated created -> {
        id = created.show();
        creation = created;
      }
      case ShowPublished _ -> isPublished = true;
    }
  }
}
