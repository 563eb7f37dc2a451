package io.daybook.api;

import io.daybook.api.LedgerBodies.EntryRequest;
import io.daybook.ledger.DomainError;
import io.daybook.ledger.book.BatchEntry;
import io.daybook.ledger.book.BatchOutcome;
import io.daybook.ledger.book.BookCommand.RecordBatch;
import io.daybook.ledger.book.BookId;
import io.daybook.ledger.book.EntryId;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Many entries of the main book in one write. */
@DryRunnable
@VersionedWrites
@RestController
@RequestMapping(path = "/api/v1/ledger", produces = MediaType.APPLICATION_JSON_VALUE)
class BatchesController {
  private final LedgerWrites writes;

  BatchesController(LedgerWrites writes) {
    this.writes = writes;
  }

  /**
   * Entries, each as if the ones before it were posted.
   *
   * @param linked whether all are refused if one is
   */
  record BatchRequest(
      boolean linked, @NotNull @Size(max = 8_192) List<@NotNull @Valid EntryRequest> entries) {
    List<BatchEntry> entries(WriteKey key) {
      var items = new ArrayList<BatchEntry>(entries.size());
      for (int i = 0; i < entries.size(); i++) {
        EntryRequest entry = entries.get(i);
        EntryId id = entry.idOr(new EntryId(key.id("ent", i)));
        items.add(new BatchEntry(id, entry.content(), entry.conditions()));
      }
      return items;
    }
  }

  /** What became of each entry, in the order of the request. */
  record BatchBody(List<ItemBody> entries) {
    static BatchBody of(BatchOutcome outcome) {
      return new BatchBody(outcome.results().stream().map(ItemBody::of).toList());
    }
  }

  /** What became of one entry; the last three are there if it was refused. */
  record ItemBody(
      EntryId id,
      BatchOutcome.Status outcome,
      @Nullable String code,
      @Nullable String detail,
      @Nullable Boolean retryable) {
    static ItemBody of(BatchOutcome.Result result) {
      @Nullable DomainError refusal = result.refusal();
      return refusal == null
          ? new ItemBody(result.entry(), result.status(), null, null, null)
          : new ItemBody(
              result.entry(),
              result.status(),
              refusal.code(),
              refusal.message(),
              refusal.isTransient());
    }
  }

  @PostMapping("/entries:batch")
  ResponseEntity<String> post(@Valid @RequestBody BatchRequest body, WriteKey key) {
    List<BatchEntry> entries = body.entries(key);
    var act =
        new LedgerWrites.Act(
            key, body, request -> new RecordBatch(BookId.MAIN, entries, body.linked(), request));
    return writes.<BatchOutcome>run(
        act,
        (outcome, position) ->
            Written.created("/api/v1/ledger/entries", position, BatchBody.of(outcome)));
  }
}
