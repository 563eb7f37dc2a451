package io.daybook.chain;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.web.ErrorResponseException;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** How the chain does, and what it holds of the journal. */
@RestController
@RequestMapping(path = "/api/v1/chain", produces = MediaType.APPLICATION_JSON_VALUE)
class ChainController {
  private final ChainMonitor monitor;
  private final ReconciliationReports reports;

  ChainController(ChainMonitor monitor, ReconciliationReports reports) {
    this.monitor = monitor;
    this.reports = reports;
  }

  @GetMapping("/status")
  ChainStatus status() {
    return monitor.status();
  }

  record AnchorList(List<Anchor> data) {}

  @GetMapping("/anchors")
  AnchorList anchors() {
    return new AnchorList(monitor.anchors());
  }

  /** Where journal, logs and chain were last compared, and which tokens differ. */
  record Report(@Nullable Reconciled newest) {}

  @GetMapping("/reconciliation")
  Report reconciliation() {
    return new Report(monitor.reconciled().orElse(null));
  }

  @GetMapping(path = "/reconciliations/{block}/{report}", produces = MediaType.ALL_VALUE)
  ResponseEntity<byte[]> report(@PathVariable long block, @PathVariable String report) {
    return reports
        .find(block, report)
        .map(found ->
            ResponseEntity.ok().contentType(found.type()).body(found.content().getBytes(UTF_8)))
        .orElseThrow(() ->
            new ErrorResponseException(
                HttpStatus.NOT_FOUND,
                ProblemDetail.forStatusAndDetail(
                    HttpStatus.NOT_FOUND, "There is no such report of this block."),
                null));
  }

  record TransactionList(List<ChainMonitor.Transaction> data) {}

  @GetMapping("/transactions")
  TransactionList transactions() {
    return new TransactionList(monitor.transactions());
  }
}
