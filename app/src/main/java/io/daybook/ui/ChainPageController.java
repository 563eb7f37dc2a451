package io.daybook.ui;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.daybook.chain.ChainMonitor;
import io.daybook.chain.ReconciliationReports;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;

/** How the chain does, for officers and auditors. */
@Controller
class ChainPageController {
  private final ChainMonitor chain;
  private final ReconciliationReports reports;

  ChainPageController(ChainMonitor chain, ReconciliationReports reports) {
    this.chain = chain;
    this.reports = reports;
  }

  /** A file about a comparison, to keep. */
  @GetMapping("/ui/chain/reconciliations/{block}/{file}")
  ResponseEntity<byte[]> report(@PathVariable long block, @PathVariable String file) {
    return reports
        .find(block, file)
        .map(found ->
            ResponseEntity.ok()
                .contentType(found.type())
                .header(
                    HttpHeaders.CONTENT_DISPOSITION,
                    ContentDisposition.attachment()
                        .filename("reconciliation-" + block + "-" + file)
                        .build()
                        .toString())
                .body(found.content().getBytes(UTF_8)))
        .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
  }

  /** Shows the page; asked again by htmx, only what changes, or nothing if nothing did. */
  @GetMapping("/ui/chain")
  Object show(
      @RequestParam(required = false) @Nullable String seen,
      @RequestHeader(name = Htmx.REQUEST, defaultValue = "false") boolean partial,
      Model model) {
    ChainPage page = ChainPage.of(chain);
    if (partial && page.version().equals(seen)) {
      return new ResponseEntity<>(HttpStatus.NO_CONTENT);
    }
    model.addAttribute("page", page);
    return partial ? "ui/chain :: chain" : "ui/chain";
  }
}
