package io.daybook.ledger.book;

import io.daybook.ledger.AggregateState;
import io.daybook.ledger.CommandRefused;
import io.daybook.ledger.book.BookCommand.ApproveEntry;
import io.daybook.ledger.book.BookCommand.CaptureHold;
import io.daybook.ledger.book.BookCommand.CaptureHoldGroup;
import io.daybook.ledger.book.BookCommand.CloseAccount;
import io.daybook.ledger.book.BookCommand.ClosePeriod;
import io.daybook.ledger.book.BookCommand.DescribeAccount;
import io.daybook.ledger.book.BookCommand.DoForRequest;
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
import io.daybook.ledger.book.BookCommand.TryCommands;
import io.daybook.ledger.book.BookCommand.UnfreezeAccount;
import io.daybook.ledger.book.BookCommand.VoidHold;
import io.daybook.ledger.book.BookCommand.VoidHoldGroup;
import io.daybook.ledger.book.BookEvent.BookOpened;
import java.util.List;
import java.util.Optional;
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
  BookResult handle(OpenAccount command) {
    return write(command);
  }

  @CommandHandler
  BookResult handle(SetAccountTerms command) {
    return write(command);
  }

  @CommandHandler
  BookResult handle(DescribeAccount command) {
    return write(command);
  }

  @CommandHandler
  BookResult handle(FreezeAccount command) {
    return write(command);
  }

  @CommandHandler
  BookResult handle(UnfreezeAccount command) {
    return write(command);
  }

  @CommandHandler
  BookResult handle(CloseAccount command) {
    return write(command);
  }

  @CommandHandler
  BookResult handle(SetChartRule command) {
    return write(command);
  }

  @CommandHandler
  BookResult handle(RemoveChartRule command) {
    return write(command);
  }

  @CommandHandler
  BookResult handle(PostEntry command) {
    return write(command);
  }

  @CommandHandler
  BookResult handle(ReverseEntry command) {
    return write(command);
  }

  @CommandHandler
  BookResult handle(RecordEntry command) {
    return write(command);
  }

  @CommandHandler
  BookResult handle(RecordReversal command) {
    return write(command);
  }

  @CommandHandler
  BookResult handle(PlaceHold command) {
    return write(command);
  }

  @CommandHandler
  BookResult handle(CaptureHold command) {
    return write(command);
  }

  @CommandHandler
  BookResult handle(CaptureHoldGroup command) {
    return write(command);
  }

  @CommandHandler
  BookResult handle(VoidHold command) {
    return write(command);
  }

  @CommandHandler
  BookResult handle(VoidHoldGroup command) {
    return write(command);
  }

  @CommandHandler
  BookResult handle(RecordCorrection command) {
    return write(command);
  }

  @CommandHandler
  BookResult handle(RecordFromTemplate command) {
    return write(command);
  }

  @CommandHandler
  BookResult handle(ApproveEntry command) {
    return write(command);
  }

  @CommandHandler
  BookResult handle(RejectEntry command) {
    return write(command);
  }

  @CommandHandler
  BookResult handle(ClosePeriod command) {
    return write(command);
  }

  @CommandHandler
  BookResult handle(RecordBatch command) {
    return write(command);
  }

  @CommandHandler
  BookResult handle(SetOutflowLimits command) {
    return write(command);
  }

  @CommandHandler
  BookResult handle(SetApprovalLimit command) {
    return write(command);
  }

  @CommandHandler
  BookResult handle(SetTemplate command) {
    return write(command);
  }

  @CommandHandler
  BookResult handle(ExpireFundsHolds command) {
    return write(command);
  }

  @CommandHandler
  BookResult handle(DoForRequest command) {
    return write(command);
  }

  @CommandHandler
  BookResult handle(TryCommands command) {
    return new BookDecider(id, ledger).decide(command);
  }

  private BookResult write(BookCommand command) {
    BookResult result = decided(command);
    result.events().forEach(AggregateLifecycle::apply);
    return result;
  }

  /** A refusal that is to be remembered is something that happens, too. */
  private BookResult decided(BookCommand command) {
    try {
      return new BookDecider(id, ledger).decide(command);
    } catch (CommandRefused refused) {
      BookEvent fact =
          Optional.ofNullable(command.request())
              .flatMap(request -> request.refusal(id, ledger.refusals, refused))
              .orElseThrow(() -> refused);
      return new Outcome(List.of(fact));
    }
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
