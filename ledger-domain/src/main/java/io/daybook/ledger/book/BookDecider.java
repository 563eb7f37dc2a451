package io.daybook.ledger.book;

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
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Decides on every command of a book: returns what happens, or refuses. It changes nothing. */
final class BookDecider {
  private final BookId book;
  private final Ledger ledger;

  BookDecider(BookId book, Ledger ledger) {
    this.book = book;
    this.ledger = ledger;
  }

  /** Decides on the ledger as it is at the time of the request, when some holds have ended. */
  BookResult decide(BookCommand command) {
    @Nullable WriteRequest request = command.request();
    if (request == null) {
      return decideNow(command);
    }
    ledger.refusals.requireNew(request);
    List<BookEvent> ended = new HoldDecider(book, ledger).expire(request.at());
    if (ended.isEmpty()) {
      return decideUnmoved(command, request);
    }
    Ledger present = ledger.fork();
    ended.forEach(present::apply);
    BookResult result = new BookDecider(book, present).decideUnmoved(command, request);
    return result.events().isEmpty() ? result : result.after(ended);
  }

  /** A repeat is the same repeat, however often accounts were moved meanwhile. */
  private BookResult decideUnmoved(BookCommand command, WriteRequest request) {
    BookResult result = decideNow(command);
    if (!result.events().isEmpty()) {
      ledger.accounts.requireVersions(request.expectedVersions());
    }
    return result;
  }

  private BookResult decideNow(BookCommand command) {
    return switch (command) {
      case RecordBatch batch -> new BatchDecider(book, ledger, batch).decide();
      case TryCommands attempt -> tried(attempt);
      case DoForRequest(_, BookCommand asked, _) -> decideNow(asked);
      default -> new Outcome(events(command));
    };
  }

  private BookResult tried(TryCommands attempt) {
    Ledger fork = ledger.fork();
    BookResult last = new Outcome(List.of());
    for (BookCommand command : attempt.commands()) {
      last = new BookDecider(book, fork).decide(command);
      last.events().forEach(fork::apply);
    }
    return last;
  }

  private List<BookEvent> events(BookCommand command) {
    var accounts = new AccountDecider(book, ledger);
    var entries = new EntryDecider(book, ledger);
    var holds = new HoldDecider(book, ledger);
    var policy = new PolicyDecider(book, ledger);
    return switch (command) {
      case OpenBook _ -> List.of();
      case OpenAccount open -> accounts.decide(open);
      case SetAccountTerms set -> accounts.decide(set);
      case DescribeAccount describe -> accounts.decide(describe);
      case FreezeAccount freeze -> accounts.decide(freeze);
      case UnfreezeAccount unfreeze -> accounts.decide(unfreeze);
      case CloseAccount close -> accounts.decide(close);
      case SetChartRule set -> accounts.decide(set);
      case RemoveChartRule remove -> accounts.decide(remove);
      case SetTemplate set -> accounts.decide(set);
      case PostEntry post -> entries.decide(post);
      case ReverseEntry reverse -> entries.decide(reverse);
      case RecordEntry record -> entries.decide(record);
      case RecordReversal record -> entries.decide(record);
      case RecordCorrection record -> entries.decide(record);
      case RecordFromTemplate record -> entries.decide(record);
      case PlaceHold place -> holds.decide(place);
      case CaptureHold capture -> holds.decide(capture);
      case CaptureHoldGroup capture -> holds.decide(capture);
      case VoidHold giveUp -> holds.decide(giveUp);
      case VoidHoldGroup giveUp -> holds.decide(giveUp);
      case ExpireFundsHolds expire -> holds.expire(expire.at());
      case ApproveEntry approve -> policy.decide(approve);
      case RejectEntry reject -> policy.decide(reject);
      case ClosePeriod close -> policy.decide(close);
      case SetOutflowLimits set -> policy.decide(set);
      case SetApprovalLimit set -> policy.decide(set);
      case RecordBatch _, TryCommands _, DoForRequest _ ->
          throw new IllegalArgumentException(command.toString());
    };
  }
}
