package io.daybook.api;

import io.daybook.api.LedgerBodies.EntryRequest;
import io.daybook.ledger.UserId;
import io.daybook.ledger.book.BatchEntry;
import io.daybook.ledger.book.BatchOutcome;
import io.daybook.ledger.book.BatchOutcome.Result;
import io.daybook.ledger.book.BatchOutcome.Status;
import io.daybook.ledger.book.BookCommand;
import io.daybook.ledger.book.BookCommand.RecordBatch;
import io.daybook.ledger.book.BookCommand.TryCommands;
import io.daybook.ledger.book.BookId;
import io.daybook.ledger.book.EntryId;
import io.daybook.ledger.book.WriteRequest;
import io.daybook.security.Caller;
import jakarta.validation.Validator;
import java.io.BufferedReader;
import java.io.IOException;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * One import of entries, line by line, a thousand in one command.
 *
 * <p>An entry's id follows from the import's key and the number of its line, unless the line says
 * one: the same file sent again with the same key posts what was not posted.
 */
final class LedgerImport {
  static final int CHUNK = 1_000;

  /** A dry run is one command, so that each line is decided on what the others would leave. */
  private static final int MAX_DRY_RUN = 8_192;

  private static final int MAX_LINE = 64 * 1024;

  private final Commands commands;
  private final Validator validator;
  private final Clock clock;
  private final WriteKey key;
  private final Consumer<Object> answer;
  private final List<BatchEntry> waiting = new ArrayList<>();
  private final List<Integer> lines = new ArrayList<>();
  private final Map<Status, Integer> counts = new EnumMap<>(Status.class);
  private int line;
  private long position;
  private boolean isSent;

  /** Something about a line that was not posted. */
  record LineProblem(int line, String code, String detail, boolean retryable) {}

  /** How far an import is, after each command and at its end. */
  record Progress(
      int line, int posted, int repeated, int proposed, int refused, long position, boolean done) {}

  LedgerImport(
      Commands commands, Validator validator, Clock clock, WriteKey key, Consumer<Object> answer) {
    this.commands = commands;
    this.validator = validator;
    this.clock = clock;
    this.key = key;
    this.answer = answer;
  }

  /** Reads to the end and answers with problems, progress and the sum. */
  void run(BufferedReader reader, ImportFormat format) throws IOException {
    if (format.hasHead()) {
      requireHead(reader);
    }
    for (@Nullable String text = read(reader); text != null; text = read(reader)) {
      if (key.isDryRun() && isSent) {
        refuse(
            line, "batch_size_out_of_range", "a dry run has at most " + MAX_DRY_RUN + " entries");
        break;
      }
      if (!text.isBlank()) {
        add(text, format);
      }
      if (waiting.size() >= (key.isDryRun() ? MAX_DRY_RUN : CHUNK)) {
        send();
      }
    }
    if (!waiting.isEmpty()) {
      send();
    }
    answer.accept(progress(true));
  }

  private void requireHead(BufferedReader reader) throws IOException {
    if (!ImportFormat.Csv.HEAD.equals(read(reader))) {
      refuse(line, "malformed_body", "the first line is " + ImportFormat.Csv.HEAD);
    }
  }

  private @Nullable String read(BufferedReader reader) throws IOException {
    line++;
    var text = new StringBuilder();
    int next = reader.read();
    if (next < 0) {
      return null;
    }
    while (next >= 0 && next != '\n') {
      if (text.length() < MAX_LINE) {
        text.append((char) next);
      }
      next = reader.read();
    }
    if (!text.isEmpty() && text.charAt(text.length() - 1) == '\r') {
      text.setLength(text.length() - 1);
    }
    return text.toString();
  }

  private void add(String text, ImportFormat format) {
    try {
      EntryRequest entry = format.read(text);
      if (!validator.validate(entry).isEmpty()) {
        refuse(line, "invalid_request", "a field is missing");
        return;
      }
      EntryId id = entry.idOr(new EntryId(key.id("ent", line)));
      waiting.add(new BatchEntry(id, entry.content(), entry.conditions()));
      lines.add(line);
    } catch (ApiProblem problem) {
      refuse(line, problem.code(), problem.getMessage());
    } catch (IllegalArgumentException malformed) {
      refuse(line, "malformed_body", String.valueOf(malformed.getMessage()));
    }
  }

  private void refuse(int at, String code, @Nullable String detail) {
    counts.merge(Status.REFUSED, 1, Integer::sum);
    answer.accept(new LineProblem(at, code, String.valueOf(detail), false));
  }

  private void send() {
    var request =
        new WriteRequest(
            new UserId(Caller.current().userId()),
            clock.instant().truncatedTo(ChronoUnit.MILLIS),
            null); // Entries are named by the key and their lines already.
    var batch = new RecordBatch(BookId.MAIN, waiting, false, request);
    BookCommand command = key.isDryRun() ? new TryCommands(BookId.MAIN, List.of(batch)) : batch;
    var receipt = commands.<BatchOutcome>ask(command);
    List<Result> results = Objects.requireNonNull(receipt.result()).results();
    for (int i = 0; i < results.size(); i++) {
      tell(lines.get(i), results.get(i));
    }
    position = receipt.position();
    isSent = true;
    waiting.clear();
    lines.clear();
    answer.accept(progress(false));
  }

  private void tell(int at, Result result) {
    counts.merge(result.status(), 1, Integer::sum);
    var refusal = result.refusal();
    if (refusal != null) {
      answer.accept(new LineProblem(at, refusal.code(), refusal.message(), refusal.isTransient()));
    }
  }

  private Progress progress(boolean isDone) {
    return new Progress(
        line - 1,
        counts.getOrDefault(Status.POSTED, 0),
        counts.getOrDefault(Status.REPEATED, 0),
        counts.getOrDefault(Status.PROPOSED, 0),
        counts.getOrDefault(Status.REFUSED, 0),
        position,
        isDone);
  }
}
