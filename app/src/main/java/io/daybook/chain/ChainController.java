package io.daybook.chain;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** How the chain does, and what it holds of the journal. */
@RestController
@RequestMapping(path = "/api/v1/chain", produces = MediaType.APPLICATION_JSON_VALUE)
class ChainController {
  private final ChainMonitor monitor;

  ChainController(ChainMonitor monitor) {
    this.monitor = monitor;
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

  record TransactionList(List<ChainMonitor.Transaction> data) {}

  @GetMapping("/transactions")
  TransactionList transactions() {
    return new TransactionList(monitor.transactions());
  }
}
