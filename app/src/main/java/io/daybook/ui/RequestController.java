package io.daybook.ui;

import io.daybook.kyb.casefile.DocumentKind;
import io.daybook.kyb.casefile.KybCaseId;
import io.daybook.kyb.casefile.KybCommand.RequestInformation;
import io.daybook.ledger.UserId;
import io.daybook.security.Caller;
import io.daybook.ui.Decisions.Outcome;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Asks the applicant of a case, from the case's page. */
@Controller
class RequestController {
  private static final int MAX_DAYS = 90;

  private final CaseFiles files;
  private final PageCommands commands;
  private final Clock clock;

  RequestController(CaseFiles files, PageCommands commands, Clock clock) {
    this.files = files;
    this.commands = commands;
    this.clock = clock;
  }

  @PostMapping("/ui/cases/{kybCase}/request")
  String ask(
      @PathVariable String kybCase,
      @RequestParam String question,
      @RequestParam(defaultValue = "") List<DocumentKind> documents,
      @RequestParam int days,
      Model model,
      RedirectAttributes next,
      HttpServletResponse response) {
    KybCaseId id = files.find(kybCase).kybCase().kybCase();
    int within = Math.clamp(days, 1, MAX_DAYS);
    var command =
        new RequestInformation(
            id,
            new UserId(Caller.current().userId()),
            OneLine.of(question),
            documents,
            clock.instant().truncatedTo(ChronoUnit.MILLIS).plus(Duration.ofDays(within)));
    return switch (commands.send(command)) {
      case Outcome.Recorded(long position) -> {
        next.addFlashAttribute(
            "done", "Your question is in the journal as record " + position + ".");
        yield "redirect:/ui/cases/" + kybCase;
      }
      case Outcome.Refused(HttpStatus status, String message) -> {
        response.setStatus(status.value());
        model.addAttribute("error", message);
        model.addAttribute("question", question);
        model.addAttribute("page", files.page(kybCase, Caller.current()));
        yield "ui/case";
      }
    };
  }
}
