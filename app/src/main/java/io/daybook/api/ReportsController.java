package io.daybook.api;

import io.daybook.ledger.book.AccountId;
import io.daybook.ledger.book.BookId;
import io.daybook.projections.shared.JournalHead;
import io.daybook.projections.shared.ProjectionNames;
import io.daybook.reports.BalanceSheet;
import io.daybook.reports.Beancount;
import io.daybook.reports.Camt053;
import io.daybook.reports.Csv;
import io.daybook.reports.GeneralLedger;
import io.daybook.reports.Hledger;
import io.daybook.reports.Period;
import io.daybook.reports.Reports;
import io.daybook.reports.Statement;
import io.daybook.reports.StatementPdf;
import io.daybook.reports.TrialBalance;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/**
 * Reports on the ledger as of any time that has passed, in the formats of people and of programs.
 *
 * <p>A report waits until the read model has all that is recorded; what it cannot know yet it
 * refuses.
 */
@RestController
@RequestMapping("/api/v1/reports")
class ReportsController {
  private static final String CSV = "text/csv";
  private static final String XML = "application/xml";
  private static final String TEXT = "text/plain";
  private static final Instant BEGINNING = Instant.parse("1970-01-01T00:00:00Z");

  private final Reports reports;
  private final JournalPositions positions;
  private final JournalHead head;
  private final Clock clock;

  ReportsController(Reports reports, JournalPositions positions, JournalHead head, Clock clock) {
    this.reports = reports;
    this.positions = positions;
    this.head = head;
    this.clock = clock;
  }

  @GetMapping(path = "/trial-balance", produces = MediaType.APPLICATION_JSON_VALUE)
  TrialBalance trialBalance(@RequestParam(required = false) @Nullable String at) {
    return reports.trialBalance(BookId.MAIN, upTo(at, "at"));
  }

  @GetMapping(path = "/trial-balance.csv", produces = CSV)
  ResponseEntity<byte[]> trialBalanceCsv(@RequestParam(required = false) @Nullable String at) {
    return file(CSV, Csv.of(reports.trialBalance(BookId.MAIN, upTo(at, "at"))));
  }

  @GetMapping(path = "/balance-sheet", produces = MediaType.APPLICATION_JSON_VALUE)
  BalanceSheet balanceSheet(@RequestParam(required = false) @Nullable String at) {
    return reports.balanceSheet(BookId.MAIN, upTo(at, "at"));
  }

  @GetMapping(path = "/general-ledger", produces = MediaType.APPLICATION_JSON_VALUE)
  GeneralLedger generalLedger(
      @RequestParam(required = false) @Nullable String from,
      @RequestParam(required = false) @Nullable String until) {
    return reports.generalLedger(BookId.MAIN, period(from, until));
  }

  @GetMapping(path = "/general-ledger.csv", produces = CSV)
  ResponseEntity<byte[]> generalLedgerCsv(
      @RequestParam(required = false) @Nullable String from,
      @RequestParam(required = false) @Nullable String until) {
    return file(CSV, Csv.of(reports.generalLedger(BookId.MAIN, period(from, until))));
  }

  @GetMapping(path = "/ledger.beancount", produces = TEXT)
  ResponseEntity<byte[]> beancount() {
    return file(TEXT, Beancount.of(reports.generalLedger(BookId.MAIN, period(null, null))));
  }

  @GetMapping(path = "/ledger.hledger", produces = TEXT)
  ResponseEntity<byte[]> hledger() {
    return file(TEXT, Hledger.of(reports.generalLedger(BookId.MAIN, period(null, null))));
  }

  @GetMapping(path = "/accounts/{account}/statement", produces = MediaType.APPLICATION_JSON_VALUE)
  Statement statement(
      @PathVariable String account,
      @RequestParam(required = false) @Nullable String from,
      @RequestParam(required = false) @Nullable String until) {
    return find(account, period(from, until));
  }

  @GetMapping(path = "/accounts/{account}/statement.csv", produces = CSV)
  ResponseEntity<byte[]> statementCsv(
      @PathVariable String account,
      @RequestParam(required = false) @Nullable String from,
      @RequestParam(required = false) @Nullable String until) {
    return file(CSV, Csv.of(find(account, period(from, until))));
  }

  @GetMapping(
      path = "/accounts/{account}/statement.pdf",
      produces = MediaType.APPLICATION_PDF_VALUE)
  ResponseEntity<byte[]> statementPdf(
      @PathVariable String account,
      @RequestParam(required = false) @Nullable String from,
      @RequestParam(required = false) @Nullable String until) {
    return ResponseEntity.ok()
        .cacheControl(CacheControl.noStore())
        .contentType(MediaType.APPLICATION_PDF)
        .body(StatementPdf.of(find(account, period(from, until))));
  }

  @GetMapping(path = "/accounts/{account}/statement.camt053.xml", produces = XML)
  ResponseEntity<byte[]> statementCamt053(
      @PathVariable String account,
      @RequestParam(required = false) @Nullable String from,
      @RequestParam(required = false) @Nullable String until) {
    return file(XML, Camt053.of(find(account, period(from, until))));
  }

  private Statement find(String account, Period period) {
    return reports
        .statement(BookId.MAIN, PathId.of(AccountId::new, account, "account"), period)
        .orElseThrow(() -> ApiProblem.notFound("account"));
  }

  private Period period(@Nullable String from, @Nullable String until) {
    Instant end = upTo(until, "until");
    Instant start = from == null ? BEGINNING : time(from, "from");
    if (end.isBefore(start)) {
      throw invalid("until is not before from.");
    }
    return new Period(start, end);
  }

  /** Nobody knows what will have been posted by a time that has not come. */
  private Instant upTo(@Nullable String text, String name) {
    Instant now = clock.instant();
    // The clock of events has milliseconds, so what is recorded now is before the next one.
    Instant end = text == null ? now.plusMillis(1) : time(text, name);
    if (text != null && end.isAfter(now)) {
      throw invalid(name + " is a time that has passed.");
    }
    positions.await(head.size() - 1, ProjectionNames.BALANCES);
    return end;
  }

  private static Instant time(String text, String name) {
    try {
      Instant time = Instant.parse(text);
      if (!time.isBefore(BEGINNING)) {
        return time;
      }
    } catch (DateTimeException e) {
      throw invalid(name + " is a time such as 2026-11-27T09:30:00Z.");
    }
    throw invalid(name + " is not before 1970.");
  }

  private static ApiProblem invalid(String detail) {
    return ApiProblem.of(HttpStatus.BAD_REQUEST, "invalid_parameter", detail);
  }

  private static ResponseEntity<byte[]> file(String mediaType, String content) {
    return ResponseEntity.ok()
        .cacheControl(CacheControl.noStore())
        .contentType(MediaType.parseMediaType(mediaType + ";charset=UTF-8"))
        .body(content.getBytes(StandardCharsets.UTF_8));
  }
}
