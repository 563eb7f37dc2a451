package io.daybook.ledger.book;

import io.daybook.ledger.CommandRefused;
import io.daybook.ledger.book.BatchOutcome.Result;
import io.daybook.ledger.book.BatchOutcome.Status;
import io.daybook.ledger.book.BookCommand.RecordBatch;
import io.daybook.ledger.book.BookCommand.RecordEntry;
import io.daybook.ledger.book.BookError.ApprovalNeeded;
import io.daybook.ledger.book.BookError.BatchEntryRefused;
import io.daybook.ledger.book.BookError.BatchSizeOutOfRange;
import io.daybook.ledger.book.BookEvent.EntryProposed;
import java.util.ArrayList;
import java.util.List;

/**
 * Decides on many entries at once, each on what the ones before it left. It changes nothing but its
 * fork of the ledger.
 */
final class BatchDecider {
  private static final int MAX_ENTRIES = 8_192;

  private final BookId book;
  private final Ledger fork;
  private final RecordBatch batch;
  private final List<BookEvent> events = new ArrayList<>();
  private final List<Result> results = new ArrayList<>();

  BatchDecider(BookId book, Ledger ledger, RecordBatch batch) {
    this.book = book;
    this.fork = ledger.fork();
    this.batch = batch;
  }

  /**
   * Decides on all entries.
   *
   * @throws CommandRefused if one is refused and they are linked
   */
  BatchOutcome decide() {
    int size = batch.entries().size();
    if (size < 1 || size > MAX_ENTRIES) {
      throw new CommandRefused(new BatchSizeOutOfRange(size, MAX_ENTRIES));
    }
    for (int i = 0; i < size; i++) {
      decide(i, batch.entries().get(i));
    }
    return new BatchOutcome(events, results);
  }

  private void decide(int index, BatchEntry entry) {
    WriteRequest part = batch.request().part(index, () -> PostedEntry.hashOf(entry.content()));
    try {
      fork.refusals.requireNew(part);
      List<BookEvent> decided = decide(entry, part);
      if (batch.isLinked() && decided.stream().anyMatch(EntryProposed.class::isInstance)) {
        throw new CommandRefused(new ApprovalNeeded());
      }
      decided.forEach(fork::apply);
      events.addAll(decided);
      results.add(new Result(entry.entry(), status(decided), null));
    } catch (CommandRefused refused) {
      if (batch.isLinked()) {
        throw new CommandRefused(
            new BatchEntryRefused(index, entry.entry(), refused.error().code(), refused.error()));
      }
      remember(part, refused);
      results.add(new Result(entry.entry(), Status.REFUSED, refused.error()));
    }
  }

  private void remember(WriteRequest part, CommandRefused refused) {
    part.refusal(book, fork.refusals, refused)
        .ifPresent(event -> {
          fork.apply(event);
          events.add(event);
        });
  }

  private List<BookEvent> decide(BatchEntry entry, WriteRequest request) {
    return new EntryDecider(book, fork)
        .decide(new RecordEntry(book, entry.entry(), entry.content(), entry.conditions(), request));
  }

  private static Status status(List<BookEvent> decided) {
    if (decided.isEmpty()) {
      return Status.REPEATED;
    }
    return decided.getFirst() instanceof EntryProposed ? Status.PROPOSED : Status.POSTED;
  }
}
