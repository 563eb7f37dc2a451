package io.daybook.api;

import io.daybook.api.LedgerBodies.EntryRequest;
import io.daybook.api.LedgerBodies.ReversalRequest;
import io.daybook.api.LedgerBodies.TemplateEntryRequest;
import io.daybook.ledger.book.BatchEntry;
import io.daybook.ledger.book.BookCommand.RecordCorrection;
import io.daybook.ledger.book.BookCommand.RecordEntry;
import io.daybook.ledger.book.BookCommand.RecordFromTemplate;
import io.daybook.ledger.book.BookCommand.RecordReversal;
import io.daybook.ledger.book.BookId;
import io.daybook.ledger.book.EntryConditions;
import io.daybook.ledger.book.EntryContent;
import io.daybook.ledger.book.EntryId;
import io.daybook.ledger.book.ReversalContent;
import io.daybook.ledger.book.TemplateId;
import io.daybook.ledger.money.Money;
import jakarta.validation.Valid;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Journal entries of the main book as finance writes them. */
@DryRunnable
@VersionedWrites
@RestController
@RequestMapping(path = "/api/v1/ledger/entries", produces = MediaType.APPLICATION_JSON_VALUE)
class EntriesController {
  private final LedgerWrites writes;

  EntriesController(LedgerWrites writes) {
    this.writes = writes;
  }

  @PostMapping
  ResponseEntity<String> post(@Valid @RequestBody EntryRequest body, WriteKey key) {
    EntryId entry = body.idOr(new EntryId(key.id("ent")));
    EntryContent content = body.content();
    EntryConditions conditions = body.conditions();
    var act =
        new LedgerWrites.Act(
            key,
            body,
            request -> new RecordEntry(BookId.MAIN, entry, content, conditions, request));
    return writes.entry(act, entry);
  }

  @PostMapping("/{entry}:reverse")
  ResponseEntity<String> reverse(
      @PathVariable String entry, @Valid @RequestBody ReversalRequest body, WriteKey key) {
    EntryId reversed = PathId.of(EntryId::new, entry, "entry");
    var reversal = new EntryId(key.id("ent"));
    ReversalContent content = body.content();
    var act =
        new LedgerWrites.Act(
            key,
            body,
            request -> new RecordReversal(BookId.MAIN, reversal, reversed, content, request));
    return writes.entry(act, reversal);
  }

  /** Undoes an entry and posts another instead, both or neither. */
  @PostMapping("/{entry}:correct")
  ResponseEntity<String> correct(
      @PathVariable String entry, @Valid @RequestBody EntryRequest body, WriteKey key) {
    EntryId wrong = PathId.of(EntryId::new, entry, "entry");
    EntryId right = body.idOr(new EntryId(key.id("ent")));
    var correction = new BatchEntry(right, body.content(), body.conditions());
    var reversal = new EntryId(key.id("ent", "reversal"));
    var act =
        new LedgerWrites.Act(
            key,
            body,
            request -> new RecordCorrection(BookId.MAIN, wrong, reversal, correction, request));
    return writes.entry(act, right);
  }

  /** Posts an entry of a template's shape. */
  @PostMapping("/from-template/{template}")
  ResponseEntity<String> fromTemplate(
      @PathVariable String template, @Valid @RequestBody TemplateEntryRequest body, WriteKey key) {
    TemplateId known = PathId.of(TemplateId::new, template, "template");
    var entry = new EntryId(key.id("ent"));
    var content = new BatchEntry(entry, body.content(), EntryConditions.NONE);
    Money amount = body.amount().exact("amount");
    var act =
        new LedgerWrites.Act(
            key,
            body,
            request -> new RecordFromTemplate(BookId.MAIN, known, amount, content, request));
    return writes.entry(act, entry);
  }
}
