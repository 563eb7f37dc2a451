package io.daybook.ledger.book;

import io.daybook.ledger.AggregateState;
import io.daybook.ledger.book.BookCommand.ApproveEntry;
import io.daybook.ledger.book.BookCommand.CaptureHold;
import io.daybook.ledger.book.BookCommand.CaptureHoldGroup;
import io.daybook.ledger.book.BookCommand.CloseAccount;
import io.daybook.ledger.book.BookCommand.ClosePeriod;
import io.daybook.ledger.book.BookCommand.DescribeAccount;
import io.daybook.ledger.book.BookCommand.ExpireFundsHolds;
import io.daybook.ledger.book.BookCommand.FreezeAccount;
import io.daybook.ledger.book.BookCommand.OpenAccount;
import io.daybook.ledger.book.BookCommand.OpenBook;
import io.daybook.ledger.book.BookCommand.PlaceHold;
import io.daybook.ledger.book.BookCommand.PostEntry;
import io.daybook.ledger.book.BookCommand.RecordBatch;
import io.daybook.ledger.book.BookCommand.RecordCorrection;
import io.daybook.ledger.book.BookCommand.RecordEntry;
import io.daybook.ledger.book.BookCommand.RecordFromTemplate;
import io.daybook.ledger.book.BookCommand.RecordReversal;
import io.daybook.ledger.book.BookCommand.RejectEntry;
import io.daybook.ledger.book.BookCommand.RemoveChartRule;
import io.daybook.ledger.book.BookCommand.ReverseEntry;
import io.daybook.ledger.book.BookCommand.SetAccountTerms;
import io.daybook.ledger.book.BookCommand.SetApprovalLimit;
import io.daybook.ledger.book.BookCommand.SetChartRule;
import io.daybook.ledger.book.BookCommand.SetOutflowLimits;
import io.daybook.ledger.book.BookCommand.SetTemplate;
import io.daybook.ledger.book.BookCommand.UnfreezeAccount;
import io.daybook.ledger.book.BookCommand.VoidHold;
import io.daybook.ledger.book.BookCommand.VoidHoldGroup;
import io.daybook.ledger.book.BookEvent.BookOpened;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.modelling.command.AggregateCreationPolicy;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.AggregateLifecycle;
import org.axonframework.modelling.command.AggregateRoot;
import org.axonframework.modelling.command.CreationPolicy;

/** One ledger of accounts, whose entries balance and are posted together or not at all. */
@AggregateRoot
@SuppressWarnings("NullAway.Init") // Axon creates it empty; its first event names it.
final class Book implements AggregateState.Source {
  @AggregateIdentifier private BookId id;
  private final Ledger ledger = new Ledger();

  Book() {}

  @CommandHandler
  @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
  void handle(OpenBook command) {
    if (id == null) {
      AggregateLifecycle.apply(new BookOpened(command.book()));
    }
  }

  @CommandHandler
  void handle(OpenAccount command) {
    accounts().decide(command).forEach(AggregateLifecycle::apply);
  }

  @CommandHandler
  void handle(SetAccountTerms command) {
    accounts().decide(command).forEach(AggregateLifecycle::apply);
  }

  @CommandHandler
  void handle(DescribeAccount command) {
    accounts().decide(command).forEach(AggregateLifecycle::apply);
  }

  @CommandHandler
  void handle(FreezeAccount command) {
    accounts().decide(command).forEach(AggregateLifecycle::apply);
  }

  @CommandHandler
  void handle(UnfreezeAccount command) {
    accounts().decide(command).forEach(AggregateLifecycle::apply);
  }

  @CommandHandler
  void handle(CloseAccount command) {
    accounts().decide(command).forEach(AggregateLifecycle::apply);
  }

  @CommandHandler
  void handle(SetChartRule command) {
    accounts().decide(command).forEach(AggregateLifecycle::apply);
  }

  @CommandHandler
  void handle(RemoveChartRule command) {
    accounts().decide(command).forEach(AggregateLifecycle::apply);
  }

  @CommandHandler
  void handle(PostEntry command) {
    new EntryDecider(id, ledger).decide(command).forEach(AggregateLifecycle::apply);
  }

  @CommandHandler
  void handle(ReverseEntry command) {
    new EntryDecider(id, ledger).decide(command).forEach(AggregateLifecycle::apply);
  }

  @CommandHandler
  Outcome handle(RecordEntry command) {
    return decide(command.request(), at -> new EntryDecider(id, at).decide(command));
  }

  @CommandHandler
  Outcome handle(RecordReversal command) {
    return decide(command.request(), at -> new EntryDecider(id, at).decide(command));
  }

  @CommandHandler
  Outcome handle(PlaceHold command) {
    return decide(command.request(), at -> new HoldDecider(id, at).decide(command));
  }

  @CommandHandler
  Outcome handle(CaptureHold command) {
    return decide(command.recording().request(), at -> new HoldDecider(id, at).decide(command));
  }

  @CommandHandler
  Outcome handle(CaptureHoldGroup command) {
    return decide(command.recording().request(), at -> new HoldDecider(id, at).decide(command));
  }

  @CommandHandler
  Outcome handle(VoidHold command) {
    return decide(command.request(), at -> new HoldDecider(id, at).decide(command));
  }

  @CommandHandler
  Outcome handle(VoidHoldGroup command) {
    return decide(command.request(), at -> new HoldDecider(id, at).decide(command));
  }

  @CommandHandler
  Outcome handle(RecordCorrection command) {
    return decide(command.request(), at -> new EntryDecider(id, at).decide(command));
  }

  @CommandHandler
  Outcome handle(RecordFromTemplate command) {
    return decide(command.request(), at -> new EntryDecider(id, at).decide(command));
  }

  @CommandHandler
  Outcome handle(ApproveEntry command) {
    return decide(command.request(), at -> new PolicyDecider(id, at).decide(command));
  }

  @CommandHandler
  Outcome handle(RejectEntry command) {
    return decide(command.request(), at -> new PolicyDecider(id, at).decide(command));
  }

  @CommandHandler
  Outcome handle(ClosePeriod command) {
    return decide(command.request(), at -> new PolicyDecider(id, at).decide(command));
  }

  @CommandHandler
  BatchOutcome handle(RecordBatch command) {
    var results = new ArrayList<BatchOutcome>();
    Outcome outcome =
        decide(
            command.request(),
            at -> {
              results.add(new BatchDecider(id, at, command).decide());
              return results.getFirst().events();
            });
    return new BatchOutcome(outcome.events(), results.getFirst().results());
  }

  @CommandHandler
  void handle(SetOutflowLimits command) {
    new PolicyDecider(id, ledger).decide(command).forEach(AggregateLifecycle::apply);
  }

  @CommandHandler
  void handle(SetApprovalLimit command) {
    new PolicyDecider(id, ledger).decide(command).forEach(AggregateLifecycle::apply);
  }

  @CommandHandler
  void handle(SetTemplate command) {
    accounts().decide(command).forEach(AggregateLifecycle::apply);
  }

  @CommandHandler
  void handle(ExpireFundsHolds command) {
    new HoldDecider(id, ledger).expire(command.at()).forEach(AggregateLifecycle::apply);
  }

  private AccountDecider accounts() {
    return new AccountDecider(id, ledger);
  }

  /** Decides on the ledger as it is at the time of the request, when some holds have ended. */
  private Outcome decide(WriteRequest request, Function<Ledger, List<BookEvent>> decision) {
    List<BookEvent> ended = new HoldDecider(id, ledger).expire(request.at());
    Ledger present = ended.isEmpty() ? ledger : ledger.fork();
    ended.forEach(present::apply);
    List<BookEvent> decided = decision.apply(present);
    List<BookEvent> events =
        decided.isEmpty() ? decided : Stream.concat(ended.stream(), decided.stream()).toList();
    if (!request.isDryRun()) {
      events.forEach(AggregateLifecycle::apply);
    }
    return new Outcome(events);
  }

  @EventSourcingHandler
  void on(BookEvent event) {
    if (event instanceof BookOpened(BookId book)) {
      id = book;
    }
    ledger.apply(event);
  }

  @Override
  public BookState state() {
    return ledger.state(id);
  }

  @EventSourcingHandler
  void on(BookState state) {
    id = state.book();
    ledger.restore(state);
  }
}
