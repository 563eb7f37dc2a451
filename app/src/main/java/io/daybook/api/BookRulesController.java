package io.daybook.api;

import io.daybook.ledger.book.AccountId;
import io.daybook.ledger.book.BookCommand.ClosePeriod;
import io.daybook.ledger.book.BookCommand.SetApprovalLimit;
import io.daybook.ledger.book.BookCommand.SetOutflowLimits;
import io.daybook.ledger.book.BookCommand.SetTemplate;
import io.daybook.ledger.book.BookId;
import io.daybook.ledger.book.EntryTemplate;
import io.daybook.ledger.book.Outcome;
import io.daybook.ledger.book.OutflowLimits;
import io.daybook.ledger.book.Share;
import io.daybook.ledger.book.TemplateId;
import io.daybook.projections.balances.Balances;
import io.daybook.projections.balances.BookRules;
import io.daybook.projections.shared.ProjectionNames;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.Currency;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** What finance rules of the main book: closed periods, limits and templates. */
@DryRunnable
@VersionedWrites
@RestController
@RequestMapping(path = "/api/v1/ledger/rules", produces = MediaType.APPLICATION_JSON_VALUE)
class BookRulesController {
  private static final String PATH = "/api/v1/ledger/rules";

  private final LedgerWrites writes;
  private final JournalPositions positions;
  private final Balances balances;

  BookRulesController(LedgerWrites writes, JournalPositions positions, Balances balances) {
    this.writes = writes;
    this.positions = positions;
    this.balances = balances;
  }

  record PeriodRequest(@NotNull String through) {}

  /** What may leave the accounts of a tier; what is absent is not limited. */
  record OutflowRequest(
      @NotNull String tier,
      @NotNull String currency,
      @Nullable Long entryMinor,
      @Nullable Long dayMinor,
      @Nullable Long monthMinor) {}

  /** Above how much two people are needed; nothing, if it is absent. */
  record ApprovalRequest(@NotNull String currency, @Nullable Long aboveMinor) {}

  record ShareBody(@NotNull String account, int weight) {
    Share share() {
      return new Share(LedgerBodies.id(AccountId::new, account, "account"), weight);
    }
  }

  record TemplateRequest(
      @NotNull String name,
      @NotNull @Size(max = 501) List<@NotNull @Valid ShareBody> debits,
      @NotNull @Size(max = 501) List<@NotNull @Valid ShareBody> credits) {
    EntryTemplate template() {
      return new EntryTemplate(
          debits.stream().map(ShareBody::share).toList(),
          credits.stream().map(ShareBody::share).toList());
    }
  }

  @GetMapping
  BookRules rules() {
    return balances.findRules(BookId.MAIN);
  }

  @PostMapping("/closed-period")
  ResponseEntity<String> close(@Valid @RequestBody PeriodRequest body, WriteKey key) {
    LocalDate through = Objects.requireNonNull(LedgerBodies.day(body.through(), "through"));
    var act =
        new LedgerWrites.Act(key, body, request -> new ClosePeriod(BookId.MAIN, through, request));
    return send(act);
  }

  @PostMapping("/outflow-limits")
  ResponseEntity<String> limitOutflow(@Valid @RequestBody OutflowRequest body, WriteKey key) {
    Currency currency = MoneyBody.currency(body.currency(), "currency");
    var limits = new OutflowLimits(currency, body.entryMinor(), body.dayMinor(), body.monthMinor());
    return send(writes.rule(key, body, new SetOutflowLimits(BookId.MAIN, body.tier(), limits)));
  }

  @PostMapping("/approval-limit")
  ResponseEntity<String> limitApproval(@Valid @RequestBody ApprovalRequest body, WriteKey key) {
    Currency currency = MoneyBody.currency(body.currency(), "currency");
    return send(
        writes.rule(key, body, new SetApprovalLimit(BookId.MAIN, currency, body.aboveMinor())));
  }

  @PostMapping("/templates")
  ResponseEntity<String> setTemplate(@Valid @RequestBody TemplateRequest body, WriteKey key) {
    TemplateId name = LedgerBodies.id(TemplateId::new, body.name(), "name");
    EntryTemplate template = body.template();
    return send(writes.rule(key, body, new SetTemplate(BookId.MAIN, name, template)));
  }

  private ResponseEntity<String> send(LedgerWrites.Act act) {
    return writes.<Outcome>run(
        act, (_, position) -> Written.accepted(PATH, position, read(position)));
  }

  private BookRules read(long position) {
    positions.await(position, ProjectionNames.BALANCES);
    return balances.findRules(BookId.MAIN);
  }
}
