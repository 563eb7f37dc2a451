package io.daybook.ledger.book;

import io.daybook.ledger.CommandRefused;
import io.daybook.ledger.book.BookCommand.CaptureHold;
import io.daybook.ledger.book.BookCommand.CaptureHoldGroup;
import io.daybook.ledger.book.BookCommand.PlaceHold;
import io.daybook.ledger.book.BookCommand.RecordEntry;
import io.daybook.ledger.book.BookCommand.VoidHold;
import io.daybook.ledger.book.BookCommand.VoidHoldGroup;
import io.daybook.ledger.book.BookError.ApprovalNeeded;
import io.daybook.ledger.book.BookError.CaptureTooLarge;
import io.daybook.ledger.book.BookError.FundsHoldEnded;
import io.daybook.ledger.book.BookError.FundsHoldExists;
import io.daybook.ledger.book.BookError.FundsHoldExpired;
import io.daybook.ledger.book.BookError.HoldGroupFull;
import io.daybook.ledger.book.BookError.UnknownFundsHold;
import io.daybook.ledger.book.BookEvent.HoldCaptured;
import io.daybook.ledger.book.BookEvent.HoldExpired;
import io.daybook.ledger.book.BookEvent.HoldPlaced;
import io.daybook.ledger.book.BookEvent.HoldVoided;
import io.daybook.ledger.money.Money;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Decides on holds: returns what happens, nothing if it happened before, or refuses. It changes
 * nothing.
 */
final class HoldDecider {
  private static final int MAX_GROUP = 500;

  private final BookId book;
  private final Ledger ledger;

  HoldDecider(BookId book, Ledger ledger) {
    this.book = book;
    this.ledger = ledger;
  }

  /** Returns the ends of all holds whose end has come. */
  List<BookEvent> expire(Instant at) {
    return ledger.holds.due(at).stream()
        .<BookEvent>map(hold -> new HoldExpired(book, hold.id(), hold.rest()))
        .toList();
  }

  List<BookEvent> decide(PlaceHold command) {
    HeldFunds held = command.held();
    @Nullable FundsHold placed = ledger.holds.find(command.hold());
    if (placed != null) {
      if (!placed.held().equals(held)) {
        throw new CommandRefused(new FundsHoldExists(command.hold()));
      }
      return List.of();
    }
    requirePlaceable(command.hold(), held, command.request().at());
    return List.of(new HoldPlaced(book, command.hold(), held, command.request().at()));
  }

  private void requirePlaceable(FundsHoldId hold, HeldFunds held, Instant at) {
    HoldRules.check(hold, held, at);
    if (held.group() != null && ledger.holds.group(held.group()).size() >= MAX_GROUP) {
      throw new CommandRefused(new HoldGroupFull(held.group(), MAX_GROUP));
    }
    List<Posting> postings = held.part(held.amount()).postings();
    ledger.chart.requireMeeting(postings);
    if (ledger.policy.needsApproval(postings)) {
      throw new CommandRefused(new ApprovalNeeded());
    }
    ledger.accounts.requireHoldable(postings);
    ledger.requireWithinLimits(postings, at);
  }

  List<BookEvent> decide(CaptureHold command) {
    HeldFunds held = ledger.holds.get(command.hold()).held();
    @Nullable Long asked = command.amountMinor();
    @Nullable PostedEntry repeated = ledger.entries.find(command.recording().entry());
    if (repeated != null) {
      List<Posting> postings =
          asked == null
              ? repeated.postings(ledger.accounts)
              : held.part(new Money(held.amount().currency(), asked)).postings();
      return repeat(command.recording(), postings, held.reference());
    }
    FundsHold hold = requireOpen(ledger.holds.get(command.hold()));
    Money amount = asked == null ? hold.remaining() : new Money(held.amount().currency(), asked);
    if (amount.compareTo(hold.remaining()) > 0) {
      throw new CommandRefused(new CaptureTooLarge(hold.id(), hold.remaining(), amount));
    }
    return capture(command.recording(), List.of(new Captured(hold, amount)), held.reference());
  }

  List<BookEvent> decide(CaptureHoldGroup command) {
    EntryRecording recording = command.recording();
    @Nullable PostedEntry repeated = ledger.entries.find(recording.entry());
    if (repeated != null) {
      return repeat(recording, repeated.postings(ledger.accounts), command.group());
    }
    List<Captured> all =
        openOf(command.group()).stream().map(h -> new Captured(h, h.remaining())).toList();
    return capture(recording, all, command.group());
  }

  private List<BookEvent> repeat(
      EntryRecording recording, List<Posting> postings, String reference) {
    return new EntryDecider(book, ledger).decide(recording.with(book, postings, reference));
  }

  /** How much of a hold becomes a part of an entry. */
  private record Captured(FundsHold hold, Money amount) {
    Stream<Posting> postings() {
      return part().postings().stream();
    }

    HeldPart part() {
      return hold.held().part(amount);
    }
  }

  private List<BookEvent> capture(
      EntryRecording recording, List<Captured> captured, String reference) {
    List<Posting> postings = captured.stream().flatMap(Captured::postings).toList();
    RecordEntry entry = recording.with(book, postings, reference);
    EntryRules.check(entry.entry(), entry.content());
    var events = new ArrayList<BookEvent>();
    captured.forEach(
        part -> events.add(new HoldCaptured(book, part.hold().id(), entry.entry(), part.part())));
    Ledger released = ledger.fork();
    events.forEach(released::apply);
    events.addAll(new EntryDecider(book, released).decideCapture(entry));
    return events;
  }

  List<BookEvent> decide(VoidHold command) {
    FundsHold hold = ledger.holds.get(command.hold());
    if (hold.status() == HoldStatus.VOIDED) {
      return List.of();
    }
    return List.of(voided(requireOpen(hold)));
  }

  List<BookEvent> decide(VoidHoldGroup command) {
    List<FundsHold> holds = ledger.holds.group(command.group());
    boolean isDone = holds.stream().anyMatch(hold -> hold.status() == HoldStatus.VOIDED);
    return isDone && holds.stream().noneMatch(FundsHold::isOpen)
        ? List.of()
        : openOf(command.group()).stream().<BookEvent>map(this::voided).toList();
  }

  private HoldVoided voided(FundsHold hold) {
    return new HoldVoided(book, hold.id(), hold.rest());
  }

  private List<FundsHold> openOf(String group) {
    List<FundsHold> all = ledger.holds.group(group);
    if (all.isEmpty()) {
      throw new CommandRefused(new UnknownFundsHold(group));
    }
    List<FundsHold> open = all.stream().filter(FundsHold::isOpen).toList();
    if (open.isEmpty()) {
      requireOpen(all.getLast());
    }
    return open;
  }

  private static FundsHold requireOpen(FundsHold hold) {
    return switch (hold.status()) {
      case OPEN -> hold;
      case EXPIRED -> throw new CommandRefused(new FundsHoldExpired(hold.id()));
      case CAPTURED, VOIDED ->
          throw new CommandRefused(new FundsHoldEnded(hold.id(), hold.status()));
    };
  }
}
