package io.daybook.ui;

import io.daybook.documents.DocumentVault;
import io.daybook.documents.Upload;
import io.daybook.kyb.casefile.DocumentId;
import io.daybook.kyb.casefile.DocumentKind;
import io.daybook.kyb.casefile.KybCaseId;
import io.daybook.kyb.casefile.KybCommand.AnswerRequest;
import io.daybook.kyb.casefile.KybCommand.AttachDocument;
import io.daybook.ledger.DerivedId;
import io.daybook.projections.cases.CaseView;
import io.daybook.projections.cases.RequestView;
import io.daybook.security.Caller;
import io.daybook.ui.Decisions.Outcome;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.multipart.MultipartHttpServletRequest;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Where the link leads that officers give an applicant: the question, and the form to answer. */
@Controller
@RequestMapping("/ui/requests/{kybCase}")
class AnswerController {
  private static final String PAGE = "ui/request";

  private final CaseFiles files;
  private final DocumentVault documents;
  private final PageCommands commands;

  AnswerController(CaseFiles files, DocumentVault documents, PageCommands commands) {
    this.files = files;
    this.documents = documents;
    this.commands = commands;
  }

  @GetMapping
  String show(@PathVariable String kybCase, Model model) {
    model.addAttribute("page", AnswerPage.of(own(kybCase)));
    return PAGE;
  }

  @PostMapping
  String answer(
      @PathVariable String kybCase,
      @RequestParam String answer,
      MultipartHttpServletRequest sent,
      Model model,
      RedirectAttributes next,
      HttpServletResponse response)
      throws IOException {
    CaseView own = own(kybCase);
    Outcome outcome = attachAll(own, sent);
    if (outcome instanceof Outcome.Recorded) {
      String line = OneLine.of(answer);
      outcome = commands.send(new AnswerRequest(own.kybCase(), line));
    }
    return switch (outcome) {
      case Outcome.Recorded _ -> {
        next.addFlashAttribute("done", "Thank you. Officers have your answer.");
        yield "redirect:/ui/requests/" + kybCase;
      }
      case Outcome.Refused(HttpStatus status, String message) -> {
        response.setStatus(status.value());
        model.addAttribute("error", message);
        model.addAttribute("answer", answer);
        model.addAttribute("page", AnswerPage.of(own(kybCase)));
        yield PAGE;
      }
    };
  }

  private Outcome attachAll(CaseView own, MultipartHttpServletRequest sent) throws IOException {
    Outcome outcome = new Outcome.Recorded(own.position());
    Optional<RequestView> request = own.openRequest();
    if (request.isEmpty()) {
      return outcome;
    }
    for (DocumentKind kind : request.get().documents()) {
      @Nullable MultipartFile file = sent.getFile(kind.name());
      if (file != null && !file.isEmpty() && outcome instanceof Outcome.Recorded) {
        outcome = attach(own, request.get(), kind, new Upload(file.getBytes()));
      }
    }
    return outcome;
  }

  /** The same bytes for the same request are the same document, however often they are sent. */
  private Outcome attach(CaseView own, RequestView request, DocumentKind kind, Upload upload) {
    KybCaseId kybCase = own.kybCase();
    var document =
        new DocumentId(
            DerivedId.of(
                "doc",
                kybCase.value(),
                request.answerBy().toString(),
                kind.name(),
                upload.sha256()));
    if (!documents.store(document, own.applicant(), kybCase, upload.content())) {
      return new Outcome.Refused(HttpStatus.GONE, "What was known about this case was erased.");
    }
    return commands.send(
        new AttachDocument(
            kybCase, document, kind, upload.mediaType(), upload.content().length, upload.sha256()));
  }

  /** To others, the case is not there. */
  private CaseView own(String kybCase) {
    CaseView found = files.find(kybCase).kybCase();
    if (!found.applicant().value().equals(Caller.current().userId())) {
      throw new ResponseStatusException(HttpStatus.NOT_FOUND);
    }
    return found;
  }
}
