package io.daybook.ui;

import io.daybook.security.Caller;
import io.daybook.ui.Decisions.Outcome;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The page of one KYB case, and the decisions that are taken on it. */
@Controller
@RequestMapping("/ui/cases/{kybCase}")
class CaseController {
  private static final String PAGE = "ui/case";
  private static final String PART = "ui/case :: case";

  private final CaseFiles files;
  private final Decisions decisions;

  CaseController(CaseFiles files, Decisions decisions) {
    this.files = files;
    this.decisions = decisions;
  }

  @GetMapping
  String show(@PathVariable String kybCase, Model model) {
    model.addAttribute("page", files.page(kybCase, Caller.current()));
    return PAGE;
  }

  /** Decides, by htmx or by a plain form. */
  @PostMapping
  String decide(
      @PathVariable String kybCase,
      @RequestParam Decision decision,
      @RequestParam String reason,
      @RequestParam(required = false) @Nullable Long seen,
      @RequestHeader(name = Htmx.REQUEST, defaultValue = "false") boolean partial,
      Model model,
      RedirectAttributes next,
      HttpServletResponse response) {
    Outcome outcome =
        decisions.take(files.find(kybCase), new Decisions.Request(decision, reason, seen));
    switch (outcome) {
      case Outcome.Recorded(long position) -> {
        String done = "Your decision is in the journal as record " + position + ".";
        if (!partial) {
          // So that the browser does not send the form again when the page is reloaded.
          next.addFlashAttribute("done", done);
          return "redirect:/ui/cases/" + kybCase;
        }
        model.addAttribute("done", done);
      }
      case Outcome.Refused(HttpStatus status, String message) -> {
        response.setStatus(status.value());
        model.addAttribute("error", message);
        model.addAttribute("reason", reason);
      }
    }
    model.addAttribute("page", files.page(kybCase, Caller.current()));
    return partial ? PART : PAGE;
  }
}
