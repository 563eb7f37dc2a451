package io.daybook.ui;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.daybook.chain.ChainMonitor;
import io.daybook.chain.ReconciliationReports;
import io.daybook.chain.RemedyDesk;
import io.daybook.ledger.DerivedId;
import io.daybook.ledger.UserId;
import io.daybook.security.Caller;
import io.daybook.security.UserNames;
import io.daybook.ticketing.chain.ChainCommand;
import io.daybook.ticketing.chain.ChainCommand.ApproveRemedy;
import io.daybook.ticketing.chain.ChainCommand.ProposeRemedy;
import io.daybook.ticketing.chain.ChainCommand.WithdrawRemedy;
import io.daybook.ticketing.chain.ChainKey;
import io.daybook.ticketing.chain.IntentId;
import io.daybook.ticketing.chain.Remedy;
import io.daybook.ticketing.chain.RemedyId;
import io.daybook.ui.Decisions.Outcome;
import jakarta.servlet.http.HttpServletResponse;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** How the chain does, for officers and auditors. */
@Controller
class ChainPageController {
  private static final String PAGE = "ui/chain";

  private final ChainMonitor chain;
  private final ReconciliationReports reports;
  private final RemedyDesk desk;
  private final PageCommands commands;
  private final UserNames users;

  ChainPageController(
      ChainMonitor chain,
      ReconciliationReports reports,
      RemedyDesk desk,
      PageCommands commands,
      UserNames users) {
    this.chain = chain;
    this.reports = reports;
    this.desk = desk;
    this.commands = commands;
    this.users = users;
  }

  /** Has something done, or proposes it. */
  @PostMapping("/ui/chain/remedies")
  String propose(
      @RequestParam Remedy.Act act,
      @RequestParam(required = false) @Nullable String transaction,
      Model model,
      RedirectAttributes next,
      HttpServletResponse response) {
    var remedy = new Remedy(act, transaction == null ? null : find(IntentId::new, transaction));
    var id = new RemedyId(DerivedId.random("rmd"));
    String done =
        act.needsTwo() ? "Proposed. Another person must agree." : "Ordered. It is done at once.";
    return answer(new ProposeRemedy(joined(), id, remedy, caller()), done, model, next, response);
  }

  /** Agrees to what another person proposed. */
  @PostMapping("/ui/chain/remedies/{remedy}/approval")
  String approve(
      @PathVariable String remedy,
      Model model,
      RedirectAttributes next,
      HttpServletResponse response) {
    var command = new ApproveRemedy(joined(), find(RemedyId::new, remedy), caller());
    return answer(command, "Ordered. It is done at once.", model, next, response);
  }

  /** Takes a proposal back. */
  @PostMapping("/ui/chain/remedies/{remedy}/withdrawal")
  String withdraw(
      @PathVariable String remedy,
      Model model,
      RedirectAttributes next,
      HttpServletResponse response) {
    var command = new WithdrawRemedy(joined(), find(RemedyId::new, remedy), caller());
    return answer(command, "Withdrawn.", model, next, response);
  }

  private String answer(
      ChainCommand command,
      String done,
      Model model,
      RedirectAttributes next,
      HttpServletResponse response) {
    return switch (commands.send(command)) {
      case Outcome.Recorded _ -> {
        next.addFlashAttribute("done", done);
        yield "redirect:/" + PAGE;
      }
      case Outcome.Refused(HttpStatus status, String message) -> {
        response.setStatus(status.value());
        model.addAttribute("error", message);
        model.addAttribute("page", page());
        yield PAGE;
      }
    };
  }

  private ChainKey joined() {
    return desk.chain().orElseThrow(() -> new ResponseStatusException(HttpStatus.CONFLICT));
  }

  private static <I> I find(Function<String, I> constructor, String text) {
    try {
      return constructor.apply(text);
    } catch (IllegalArgumentException e) {
      throw new ResponseStatusException(HttpStatus.NOT_FOUND, null, e);
    }
  }

  private static UserId caller() {
    return new UserId(Caller.current().userId());
  }

  private ChainPage page() {
    return ChainPage.of(new ChainPage.Sources(chain, desk, users::of), Caller.current());
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
    ChainPage page = page();
    if (partial && page.version().equals(seen)) {
      return new ResponseEntity<>(HttpStatus.NO_CONTENT);
    }
    model.addAttribute("page", page);
    return partial ? "ui/chain :: chain" : PAGE;
  }
}
