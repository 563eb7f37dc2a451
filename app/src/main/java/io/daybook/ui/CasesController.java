package io.daybook.ui;

import io.daybook.documents.DocumentVault;
import io.daybook.kyb.casefile.KybCaseId;
import io.daybook.kyb.casefile.KybCommand.ApproveCase;
import io.daybook.kyb.casefile.KybCommand.ProposeApproval;
import io.daybook.kyb.casefile.KybCommand.RejectCase;
import io.daybook.kyb.workflow.KybTasks;
import io.daybook.kyb.workflow.OpenTask;
import io.daybook.ledger.CommandRefused;
import io.daybook.ledger.UserId;
import io.daybook.projections.cases.CaseDetailView;
import io.daybook.projections.cases.CaseState;
import io.daybook.projections.cases.CaseView;
import io.daybook.projections.cases.Cases;
import io.daybook.projections.cases.DocumentView;
import io.daybook.projections.shared.PageRequest;
import io.daybook.projections.shared.ProjectionNames;
import io.daybook.projections.shared.ProjectionPositions;
import io.daybook.recorder.CommandContext;
import io.daybook.recorder.JournalGateway;
import io.daybook.security.Caller;
import io.daybook.security.UserNames;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.http.CacheControl;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;

/** The officers' queue and the page of one KYB case. */
@Controller
@RequestMapping("/ui/cases")
class CasesController {
  private static final Duration PATIENCE = Duration.ofSeconds(2);
  private static final int MAX_REASON = 1000;

  private final Cases cases;
  private final KybTasks tasks;
  private final JournalGateway commands;
  private final ProjectionPositions positions;
  private final DocumentVault documents;
  private final UserNames users;

  CasesController(
      Cases cases,
      KybTasks tasks,
      JournalGateway commands,
      ProjectionPositions positions,
      DocumentVault documents,
      UserNames users) {
    this.cases = cases;
    this.tasks = tasks;
    this.commands = commands;
    this.positions = positions;
    this.documents = documents;
    this.users = users;
  }

  /** Lists what waits for an officer first, then the rest, newest first. */
  @GetMapping
  String queue(Model model, HttpServletRequest request) {
    List<CaseState> waitingStates = List.of(CaseState.CHECKED, CaseState.PROPOSED);
    List<CaseView> waiting = find(waitingStates);
    List<CaseView> all = new ArrayList<>(waiting);
    all.addAll(
        find(
            Arrays.stream(CaseState.values())
                .filter(state -> !waitingStates.contains(state))
                .toList()));
    Map<String, OpenTask> open =
        tasks.openTasks(PageRequest.MAX_LIMIT).stream()
            .collect(
                Collectors.toMap(task -> task.kybCase().value(), Function.identity(), (a, _) -> a));
    model.addAttribute("cases", all.stream().map(row -> QueueRow.of(row, open)).toList());
    model.addAttribute("waiting", waiting.size());
    model.addAttribute("caller", PageCaller.of(Caller.current()));
    return isPartial(request) ? "ui/cases :: queue" : "ui/cases";
  }

  private List<CaseView> find(List<CaseState> states) {
    return cases.findByState(states, PageRequest.first(PageRequest.MAX_LIMIT)).data();
  }

  @GetMapping("/{kybCase}")
  String kybCase(@PathVariable String kybCase, Model model) {
    fill(model, find(kybCase));
    return "ui/case";
  }

  /** Takes a decision; the case itself judges whether it may be taken. */
  @PostMapping("/{kybCase}")
  String decide(
      @PathVariable String kybCase,
      @RequestParam String decision,
      @RequestParam String reason,
      Model model,
      HttpServletRequest request) {
    CaseDetailView found = find(kybCase);
    KybCaseId id = found.kybCase().kybCase();
    try {
      Object command = command(id, decision, reason);
      long position =
          CommandContext.of(Caller.current().userId(), "ui")
              .call(() -> commands.send(command).position());
      positions.awaitPosition(List.of(ProjectionNames.CASES), position, PATIENCE);
      model.addAttribute("done", "Your decision is in the journal as record " + position + ".");
    } catch (CommandRefused refused) {
      model.addAttribute("error", refused.error().message());
    }
    fill(model, find(kybCase));
    return isPartial(request) ? "ui/case :: case" : "ui/case";
  }

  private static Object command(KybCaseId kybCase, String decision, String reason) {
    var officer = new UserId(Caller.current().userId());
    if (reason.length() > MAX_REASON) {
      throw new ResponseStatusException(HttpStatus.BAD_REQUEST);
    }
    return switch (decision) {
      case "PROPOSE" -> new ProposeApproval(kybCase, officer, reason);
      case "APPROVE" -> new ApproveCase(kybCase, officer, reason);
      case "REJECT" -> new RejectCase(kybCase, officer, reason);
      default -> throw new ResponseStatusException(HttpStatus.BAD_REQUEST);
    };
  }

  /** Shows a document; its bytes never run as a page of ours. */
  @GetMapping("/{kybCase}/documents/{document}")
  ResponseEntity<byte[]> document(@PathVariable String kybCase, @PathVariable String document) {
    DocumentView view =
        find(kybCase).documents().stream()
            .filter(candidate -> candidate.document().value().equals(document))
            .findFirst()
            .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    byte[] content =
        documents
            .read(view.document())
            .orElseThrow(() -> new ResponseStatusException(HttpStatus.GONE));
    return ResponseEntity.ok()
        .cacheControl(CacheControl.noStore())
        .contentType(MediaType.parseMediaType(view.mediaType()))
        .header("Content-Security-Policy", "sandbox; default-src 'none'")
        .header(
            HttpHeaders.CONTENT_DISPOSITION,
            ContentDisposition.inline().filename(document).build().toString())
        .body(content);
  }

  private void fill(Model model, CaseDetailView view) {
    Caller caller = Caller.current();
    model.addAttribute(
        "page", CasePage.of(view, tasks.processView(view.kybCase().kybCase()), caller, users::of));
    model.addAttribute("caller", PageCaller.of(caller));
  }

  private CaseDetailView find(String kybCase) {
    try {
      return cases
          .find(new KybCaseId(kybCase))
          .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    } catch (IllegalArgumentException e) {
      throw new ResponseStatusException(HttpStatus.NOT_FOUND, null, e);
    }
  }

  private static boolean isPartial(HttpServletRequest request) {
    return "true".equals(request.getHeader("HX-Request"));
  }
}
