package io.daybook.ui;

import io.daybook.chain.ChainMonitor;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;

/** How the chain does, for officers and auditors. */
@Controller
class ChainPageController {
  private final ChainMonitor chain;

  ChainPageController(ChainMonitor chain) {
    this.chain = chain;
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
