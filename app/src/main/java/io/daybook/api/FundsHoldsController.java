package io.daybook.api;

import io.daybook.ledger.book.AccountId;
import io.daybook.ledger.book.BookCommand.CaptureHold;
import io.daybook.ledger.book.BookCommand.PlaceHold;
import io.daybook.ledger.book.BookCommand.VoidHold;
import io.daybook.ledger.book.BookEvent.HoldPlaced;
import io.daybook.ledger.book.BookId;
import io.daybook.ledger.book.EntryId;
import io.daybook.ledger.book.EntryRecording;
import io.daybook.ledger.book.FundsHoldId;
import io.daybook.ledger.book.HeldFunds;
import io.daybook.ledger.book.HoldStatus;
import io.daybook.ledger.book.Outcome;
import io.daybook.ledger.money.Money;
import io.daybook.projections.balances.Balances;
import io.daybook.projections.balances.FundsHoldView;
import io.daybook.projections.shared.Page;
import io.daybook.projections.shared.PageRequest;
import io.daybook.projections.shared.ProjectionNames;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Money that is set aside in the main book, captured or let go. */
@DryRunnable
@VersionedWrites
@RestController
@RequestMapping(path = "/api/v1/ledger/holds", produces = MediaType.APPLICATION_JSON_VALUE)
class FundsHoldsController {
  private static final String PATH = "/api/v1/ledger/holds/";

  private final LedgerWrites writes;
  private final JournalPositions positions;
  private final Balances balances;

  FundsHoldsController(LedgerWrites writes, JournalPositions positions, Balances balances) {
    this.writes = writes;
    this.positions = positions;
    this.balances = balances;
  }

  /** What to set aside; what is absent is nothing. */
  record HoldRequest(
      @Nullable String id,
      @NotNull String debit,
      @NotNull String credit,
      @NotNull MoneyBody amount,
      @Nullable Instant expiresAt,
      @Nullable String group,
      @Nullable String reference) {
    HeldFunds held() {
      return new HeldFunds(
          LedgerBodies.id(AccountId::new, debit, "debit"),
          LedgerBodies.id(AccountId::new, credit, "credit"),
          amount.exact("amount"),
          expiresAt,
          group,
          Objects.requireNonNullElse(reference, ""));
    }
  }

  /**
   * How to capture.
   *
   * @param amountMinor how much of it; absent for all that is left
   */
  record CaptureRequest(@Nullable Long amountMinor, @NotBlank String memo) {}

  /** A hold as a write of it answers. */
  record FundsHoldBody(
      FundsHoldId id,
      AccountId debit,
      AccountId credit,
      Money amount,
      Money remaining,
      HoldStatus status,
      @Nullable Instant expiresAt,
      @Nullable String group,
      String reference) {
    static FundsHoldBody of(FundsHoldId id, HeldFunds held) {
      return new FundsHoldBody(
          id,
          held.debit(),
          held.credit(),
          held.amount(),
          held.amount(),
          HoldStatus.OPEN,
          held.expiresAt(),
          held.group(),
          held.reference());
    }

    static FundsHoldBody of(FundsHoldView view) {
      return new FundsHoldBody(
          view.hold(),
          view.debit(),
          view.credit(),
          view.amount(),
          view.remaining(),
          view.status(),
          view.expiresAt(),
          view.group(),
          view.reference());
    }
  }

  @PostMapping
  ResponseEntity<String> place(@Valid @RequestBody HoldRequest body, WriteKey key) {
    FundsHoldId hold =
        body.id() == null
            ? new FundsHoldId(key.id("fhd"))
            : LedgerBodies.id(FundsHoldId::new, body.id(), "id");
    HeldFunds held = body.held();
    var act =
        new LedgerWrites.Act(key, body, request -> new PlaceHold(BookId.MAIN, hold, held, request));
    return writes.<Outcome>run(act, (outcome, position) -> placed(hold, outcome, position));
  }

  private Written placed(FundsHoldId hold, Outcome outcome, long position) {
    if (outcome.isRepeat()) {
      return Written.created(PATH + hold, position, read(hold, position)).again();
    }
    HoldPlaced placed = (HoldPlaced) outcome.events().getLast();
    return Written.created(PATH + hold, position, FundsHoldBody.of(hold, placed.held()));
  }

  private FundsHoldBody read(FundsHoldId hold, long position) {
    positions.await(position, ProjectionNames.BALANCES);
    return FundsHoldBody.of(balances.findHold(BookId.MAIN, hold).orElseThrow());
  }

  @PostMapping("/{hold}:capture")
  ResponseEntity<String> capture(
      @PathVariable String hold, @Valid @RequestBody CaptureRequest body, WriteKey key) {
    FundsHoldId known = id(hold);
    var entry = new EntryId(key.id("ent"));
    String memo = body.memo();
    var act =
        new LedgerWrites.Act(
            key,
            body,
            request ->
                new CaptureHold(
                    BookId.MAIN,
                    known,
                    body.amountMinor(),
                    new EntryRecording(entry, memo, request)));
    return writes.entry(act, entry);
  }

  @PostMapping("/{hold}:void")
  ResponseEntity<String> giveUp(@PathVariable String hold, WriteKey key) {
    FundsHoldId known = id(hold);
    var act = new LedgerWrites.Act(key, hold, request -> new VoidHold(BookId.MAIN, known, request));
    return writes.<Outcome>run(
        act, (_, position) -> Written.accepted(PATH + known, position, read(known, position)));
  }

  private static FundsHoldId id(String hold) {
    return PathId.of(FundsHoldId::new, hold, "hold");
  }

  @GetMapping
  Page<FundsHoldView> all(
      @RequestParam(required = false) @Nullable String group, PageRequest page) {
    return balances.findHolds(BookId.MAIN, group, page);
  }

  @GetMapping("/{hold}")
  FundsHoldView one(@PathVariable String hold) {
    return balances.findHold(BookId.MAIN, id(hold)).orElseThrow(() -> ApiProblem.notFound("hold"));
  }
}
