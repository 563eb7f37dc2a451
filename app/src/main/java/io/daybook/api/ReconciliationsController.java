package io.daybook.api;

import io.daybook.ledger.UserId;
import io.daybook.ledger.book.AccountId;
import io.daybook.projections.shared.JournalHead;
import io.daybook.projections.shared.Page;
import io.daybook.projections.shared.PageRequest;
import io.daybook.projections.shared.ProjectionNames;
import io.daybook.reconciliation.Comparison;
import io.daybook.reconciliation.DifferenceView;
import io.daybook.reconciliation.ReconciliationCommand.RecordComparison;
import io.daybook.reconciliation.ReconciliationCommand.ResolveDifference;
import io.daybook.reconciliation.ReconciliationId;
import io.daybook.reconciliation.ReconciliationView;
import io.daybook.reconciliation.Reconciliations;
import io.daybook.reconciliation.Resolution;
import io.daybook.reconciliation.StatementMalformed;
import io.daybook.reports.Period;
import io.daybook.security.Caller;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import java.io.IOException;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.multipart.MultipartFile;

/** Statements of banks and providers, compared with the ledger. */
@RestController
@RequestMapping(path = ReconciliationsController.PATH, produces = MediaType.APPLICATION_JSON_VALUE)
class ReconciliationsController {
  static final String PATH = "/api/v1/reconciliations";

  private static final Pattern NUMBER = Pattern.compile("[1-9][0-9]{0,4}");

  private final Commands commands;
  private final IdempotentWrites writes;
  private final JournalPositions positions;
  private final Reconciliations reconciliations;
  private final Books books;

  /** When the books are as they are. */
  @Component
  record Books(JournalHead head, Clock clock) {}

  ReconciliationsController(
      Commands commands,
      IdempotentWrites writes,
      JournalPositions positions,
      Reconciliations reconciliations,
      Books books) {
    this.commands = commands;
    this.writes = writes;
    this.positions = positions;
    this.reconciliations = reconciliations;
    this.books = books;
  }

  record ReconciliationBody(ReconciliationId id, int lines, int matched, int differences) {}

  record ResolutionRequest(@NotNull Resolution resolution) {}

  record ResolutionBody(int number, Resolution resolution) {}

  @PostMapping(consumes = MediaType.MULTIPART_FORM_DATA_VALUE)
  ResponseEntity<String> compare(
      @RequestParam String account,
      @RequestParam String from,
      @RequestParam String until,
      @RequestParam MultipartFile file,
      WriteKey key)
      throws IOException {
    AccountId id = PathId.of(AccountId::new, account, "account");
    Period period = period(from, until);
    Reconciliations.Form form = form(file.getContentType());
    byte[] content = file.getBytes();
    positions.await(books.head().size() - 1, ProjectionNames.BALANCES);
    Comparison comparison = compare(id, period, form, content);
    return writes.run(
        key,
        List.of(id, period, comparison.sha256()),
        () -> {
          var reconciliation = new ReconciliationId(key.id("rcn"));
          long position =
              commands.send(new RecordComparison(reconciliation, comparison, officer()));
          return Written.created(
              PATH + "/" + reconciliation,
              position,
              new ReconciliationBody(
                  reconciliation,
                  comparison.lines(),
                  comparison.matched(),
                  comparison.differences().size()));
        });
  }

  private Comparison compare(
      AccountId account, Period period, Reconciliations.Form form, byte[] content) {
    try {
      return reconciliations
          .compare(account, period, form, content)
          .orElseThrow(() -> ApiProblem.notFound("account that others have statements of"));
    } catch (StatementMalformed e) {
      throw ApiProblem.of(
          HttpStatus.UNPROCESSABLE_CONTENT, "statement_malformed", e.getMessage() + ".");
    }
  }

  @GetMapping
  Page<ReconciliationView> all(PageRequest page) {
    return reconciliations.all(page);
  }

  @GetMapping("/{reconciliation}")
  ReconciliationView one(@PathVariable String reconciliation) {
    return find(reconciliation);
  }

  @GetMapping("/{reconciliation}/differences")
  Page<DifferenceView> differences(
      @PathVariable String reconciliation,
      @RequestParam(defaultValue = "false") boolean open,
      PageRequest page) {
    return reconciliations.differences(find(reconciliation).id(), open, page);
  }

  @PostMapping("/{reconciliation}/differences/{number}:resolve")
  ResponseEntity<String> resolve(
      @PathVariable String reconciliation,
      @PathVariable String number,
      @Valid @RequestBody ResolutionRequest body,
      WriteKey key) {
    ReconciliationView view = find(reconciliation);
    DifferenceView difference = difference(view.id(), number);
    return writes.run(
        key,
        body,
        () -> {
          long position =
              commands.send(
                  new ResolveDifference(
                      view.id(), difference.number(), body.resolution(), officer()));
          return Written.accepted(
              PATH + "/" + view.id(),
              position,
              new ResolutionBody(difference.number(), body.resolution()));
        });
  }

  private ReconciliationView find(String reconciliation) {
    return reconciliations
        .find(PathId.of(ReconciliationId::new, reconciliation, "reconciliation"))
        .orElseThrow(() -> ApiProblem.notFound("reconciliation"));
  }

  private DifferenceView difference(ReconciliationId reconciliation, String number) {
    if (!NUMBER.matcher(number).matches()) {
      throw ApiProblem.notFound("difference");
    }
    return reconciliations
        .difference(reconciliation, Integer.parseInt(number))
        .orElseThrow(() -> ApiProblem.notFound("difference"));
  }

  private Period period(String from, String until) {
    try {
      Instant end = Instant.parse(until);
      if (!end.isAfter(books.clock().instant()) && !Instant.parse(from).isBefore(Instant.EPOCH)) {
        return new Period(Instant.parse(from), end);
      }
    } catch (DateTimeException | IllegalArgumentException e) {
      throw invalid();
    }
    throw invalid();
  }

  private static ApiProblem invalid() {
    return ApiProblem.of(
        HttpStatus.BAD_REQUEST,
        "invalid_parameter",
        "from and until are times since 1970, such as 2026-11-27T09:30:00Z, and have passed.");
  }

  private static Reconciliations.Form form(@Nullable String mediaType) {
    return switch (mediaType == null ? "" : mediaType) {
      case "text/csv" -> Reconciliations.Form.CSV;
      case "application/xml", "text/xml" -> Reconciliations.Form.CAMT053;
      default ->
          throw ApiProblem.of(
              HttpStatus.UNSUPPORTED_MEDIA_TYPE,
              "unsupported_media_type",
              "A statement is text/csv or application/xml.");
    };
  }

  private static UserId officer() {
    return new UserId(Caller.current().userId());
  }
}
