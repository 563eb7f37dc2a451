package io.daybook.api;

import io.daybook.api.LedgerBodies.EntryBody;
import io.daybook.ledger.CommandRefused;
import io.daybook.ledger.DerivedId;
import io.daybook.ledger.UserId;
import io.daybook.ledger.book.BookCommand;
import io.daybook.ledger.book.BookCommand.DoForRequest;
import io.daybook.ledger.book.BookCommand.OpenBook;
import io.daybook.ledger.book.BookEvent;
import io.daybook.ledger.book.BookEvent.EntryProposed;
import io.daybook.ledger.book.BookEvent.EntryRecorded;
import io.daybook.ledger.book.BookEvent.WriteRefused;
import io.daybook.ledger.book.BookId;
import io.daybook.ledger.book.BookResult;
import io.daybook.ledger.book.EntryId;
import io.daybook.ledger.book.Outcome;
import io.daybook.ledger.book.RequestId;
import io.daybook.ledger.book.WriteRequest;
import io.daybook.projections.balances.Balances;
import io.daybook.projections.balances.ProposalView;
import io.daybook.projections.shared.ProjectionNames;
import io.daybook.recorder.Receipt;
import io.daybook.security.Caller;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Objects;
import java.util.function.BiFunction;
import java.util.function.Function;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** Sends writes to the main book and answers with what happened. */
@Component
class LedgerWrites {
  private static final String PATH = "/api/v1/ledger/entries/";

  private final Commands commands;
  private final IdempotentWrites writes;
  private final JournalPositions positions;
  private final Balances balances;
  private final JsonMapper json;
  private final Clock clock;

  LedgerWrites(
      Commands commands,
      IdempotentWrites writes,
      JournalPositions positions,
      Balances balances,
      JsonMapper json,
      Clock clock) {
    this.commands = commands;
    this.writes = writes;
    this.positions = positions;
    this.balances = balances;
    this.json = json;
    this.clock = clock;
  }

  /**
   * How a write is sent.
   *
   * @param isRefusalKept whether a refusal of it is a fact, which the same request meets again
   */
  record Act(
      WriteKey key,
      Object content,
      boolean isRefusalKept,
      Function<WriteRequest, BookCommand> command) {
    Act(WriteKey key, Object content, Function<WriteRequest, BookCommand> command) {
      this(key, content, true, command);
    }
  }

  /** Returns how {@code command} is sent, which has no request of its own. */
  Act rule(WriteKey key, Object content, BookCommand command) {
    return new Act(
        key,
        content,
        request -> {
          commands.send(new OpenBook(BookId.MAIN));
          return new DoForRequest(BookId.MAIN, command, request);
        });
  }

  /** Sends what writes one entry, and answers with the entry. */
  ResponseEntity<String> entry(Act act, EntryId entry) {
    return this.<Outcome>run(act, (outcome, position) -> entry(entry, outcome, position));
  }

  /** Returns the answer to what wrote {@code entry}. */
  Written entry(EntryId entry, Outcome outcome, long position) {
    for (BookEvent event : outcome.events().reversed()) {
      if (event instanceof EntryRecorded recorded) {
        return Written.created(PATH + entry, position, EntryBody.of(recorded));
      }
      if (event instanceof EntryProposed proposed) {
        String proposals = "/api/v1/ledger/proposals/" + entry;
        return Written.accepted(proposals, position, EntryBody.of(proposed));
      }
    }
    return repeated(entry, position);
  }

  /** The journal knows the entry, whatever became of the answer that was kept. */
  private Written repeated(EntryId entry, long position) {
    positions.await(position, ProjectionNames.BALANCES);
    return balances
        .findEntry(BookId.MAIN, entry)
        .map(view -> Written.created(PATH + entry, position, EntryBody.of(view)))
        .orElseGet(() -> proposed(entry, position))
        .again();
  }

  private Written proposed(EntryId entry, long position) {
    ProposalView view = balances.findProposal(BookId.MAIN, entry).orElseThrow();
    return Written.accepted("/api/v1/ledger/proposals/" + entry, position, view);
  }

  /** Sends a write and answers with what {@code answer} makes of its outcome and position. */
  <R extends BookResult> ResponseEntity<String> run(Act act, BiFunction<R, Long, Written> answer) {
    return writes.run(act.key(), act.content(), () -> send(act, answer));
  }

  private <R extends BookResult> Written send(Act act, BiFunction<R, Long, Written> answer) {
    var request =
        new WriteRequest(
            new UserId(Caller.current().userId()),
            clock.instant().truncatedTo(ChronoUnit.MILLIS),
            new RequestId(act.key().id("req")),
            act.isRefusalKept() ? hash(act.content()) : null,
            act.key().expectedVersions());
    Receipt<BookResult> receipt = commands.ask(act.command().apply(request));
    BookResult result = Objects.requireNonNull(receipt.result());
    requireDone(result);
    @SuppressWarnings("unchecked") // The caller names the result of its own command.
    R own = (R) result;
    return answer.apply(own, receipt.position());
  }

  private String hash(Object content) {
    return DerivedId.of("hash", json.writeValueAsString(content));
  }

  /** A refusal that is kept is an outcome; the client is told of it as of any other. */
  private static void requireDone(BookResult result) {
    if (result instanceof Outcome(List<BookEvent> events)
        && !events.isEmpty()
        && events.getLast() instanceof WriteRefused refused) {
      throw new CommandRefused(refused.refusal().error());
    }
  }
}
