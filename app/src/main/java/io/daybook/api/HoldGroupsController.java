package io.daybook.api;

import io.daybook.ledger.book.BookCommand.CaptureHoldGroup;
import io.daybook.ledger.book.BookCommand.VoidHoldGroup;
import io.daybook.ledger.book.BookEvent;
import io.daybook.ledger.book.BookEvent.HoldVoided;
import io.daybook.ledger.book.BookId;
import io.daybook.ledger.book.EntryId;
import io.daybook.ledger.book.EntryRecording;
import io.daybook.ledger.book.FundsHoldId;
import io.daybook.ledger.book.Outcome;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import java.util.List;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Holds of the main book that are captured or given up together. */
@DryRunnable
@VersionedWrites
@RestController
@RequestMapping(path = "/api/v1/ledger/hold-groups", produces = MediaType.APPLICATION_JSON_VALUE)
class HoldGroupsController {
  private final LedgerWrites writes;

  HoldGroupsController(LedgerWrites writes) {
    this.writes = writes;
  }

  record GroupCaptureRequest(@NotBlank String memo) {}

  /** The holds that a write gave up. */
  record VoidedBody(String group, List<FundsHoldId> voided) {
    static VoidedBody of(String group, List<BookEvent> events) {
      return new VoidedBody(
          group,
          events.stream()
              .filter(HoldVoided.class::isInstance)
              .map(event -> ((HoldVoided) event).hold())
              .toList());
    }
  }

  @PostMapping("/{group}:capture")
  ResponseEntity<String> capture(
      @PathVariable String group, @Valid @RequestBody GroupCaptureRequest body, WriteKey key) {
    var entry = new EntryId(key.id("ent"));
    String memo = body.memo();
    var act =
        new LedgerWrites.Act(
            key,
            body,
            request ->
                new CaptureHoldGroup(BookId.MAIN, group, new EntryRecording(entry, memo, request)));
    return writes.entry(act, entry);
  }

  @PostMapping("/{group}:void")
  ResponseEntity<String> giveUp(@PathVariable String group, WriteKey key) {
    var act =
        new LedgerWrites.Act(key, group, request -> new VoidHoldGroup(BookId.MAIN, group, request));
    return writes.<Outcome>run(
        act,
        (outcome, position) ->
            Written.accepted(
                "/api/v1/ledger/holds?group=" + group,
                position,
                VoidedBody.of(group, outcome.events())));
  }
}
