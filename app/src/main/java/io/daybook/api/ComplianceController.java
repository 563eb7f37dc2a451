package io.daybook.api;

import io.daybook.kyb.casefile.KybCaseId;
import io.daybook.kyb.casefile.KybCommand;
import io.daybook.kyb.casefile.KybCommand.ApproveCase;
import io.daybook.kyb.casefile.KybCommand.ConfirmReview;
import io.daybook.kyb.casefile.KybCommand.ProposeApproval;
import io.daybook.kyb.casefile.KybCommand.RejectCase;
import io.daybook.kyb.workflow.KybTasks;
import io.daybook.kyb.workflow.OpenTask;
import io.daybook.ledger.UserId;
import io.daybook.projections.cases.CaseDetailView;
import io.daybook.projections.cases.CaseState;
import io.daybook.projections.cases.CaseView;
import io.daybook.projections.cases.Cases;
import io.daybook.projections.shared.Page;
import io.daybook.projections.shared.PageRequest;
import io.daybook.projections.shared.ProjectionNames;
import io.daybook.security.Caller;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.util.List;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** What officers decide. A task is the one step that a KYB case waits for and has the case's id. */
@RestController
@RequestMapping(path = "/api/v1/compliance", produces = MediaType.APPLICATION_JSON_VALUE)
class ComplianceController {
  private static final int MAX_TASKS = 100;

  private final Commands commands;
  private final IdempotentWrites writes;
  private final JournalPositions positions;
  private final KybTasks tasks;
  private final Cases cases;

  ComplianceController(
      Commands commands,
      IdempotentWrites writes,
      JournalPositions positions,
      KybTasks tasks,
      Cases cases) {
    this.commands = commands;
    this.writes = writes;
    this.positions = positions;
    this.tasks = tasks;
    this.cases = cases;
  }

  /**
   * @param decidable whether the caller may take this decision: not after an own proposal or
   *     agreement
   */
  record TaskBody(
      KybCaseId id, String step, String legalName, Instant since, Instant due, boolean decidable) {}

  record TaskList(List<TaskBody> data) {}

  /** What an officer may decide. */
  enum Decision {
    APPROVE,
    REJECT
  }

  record DecisionRequest(@NotNull Decision decision, @NotBlank @Size(max = 1000) String reason) {}

  @GetMapping("/tasks")
  TaskList tasks() {
    return new TaskList(
        tasks.openTasks(MAX_TASKS).stream()
            .flatMap(task -> cases.findSummary(task.kybCase()).stream().map(c -> body(task, c)))
            .toList());
  }

  private static TaskBody body(OpenTask task, CaseView kybCase) {
    var caller = new UserId(Caller.current().userId());
    // By the case, which knows of a proposal before the process does.
    boolean isOwn =
        kybCase
            .openReview()
            .map(review -> caller.equals(review.proposedBy()))
            .orElseGet(
                () -> caller.equals(kybCase.proposedBy()) || caller.equals(kybCase.secondedBy()));
    return new TaskBody(
        task.kybCase(),
        task.taskKey(),
        kybCase.business().legalName(),
        task.created(),
        task.due(),
        !isOwn);
  }

  /**
   * Decides the step that the case waits for: the first approval proposes, the second officer's
   * approves. In a review, approval means that the one before stands.
   */
  @PostMapping("/tasks/{task}:decide")
  ResponseEntity<String> decide(
      @PathVariable String task, @Valid @RequestBody DecisionRequest body, WriteKey key) {
    find(task);
    return writes.run(
        key,
        body,
        resumed -> {
          long position = commands.send(command(find(task), body, resumed));
          positions.await(position, ProjectionNames.CASES);
          return new Written(HttpStatus.OK, position, null, read(task), false);
        });
  }

  private static KybCommand command(CaseDetailView file, DecisionRequest body, boolean resumed) {
    KybCaseId kybCase = file.kybCase().kybCase();
    var officer = new UserId(Caller.current().userId());
    return switch (body.decision()) {
      case REJECT -> new RejectCase(kybCase, officer, body.reason());
      case APPROVE ->
          file.kybCase().openReview().isPresent()
              ? new ConfirmReview(kybCase, officer, body.reason())
              : isProposed(file) && !(resumed && hasProposed(file, officer, body.reason()))
                  ? new ApproveCase(kybCase, officer, body.reason())
                  : new ProposeApproval(kybCase, officer, body.reason());
    };
  }

  private static boolean isProposed(CaseDetailView file) {
    CaseState state = file.kybCase().state();
    return state == CaseState.PROPOSED || state == CaseState.APPROVED;
  }

  /** A proposal whose answer got lost must not be repeated as the second approval. */
  private static boolean hasProposed(CaseDetailView file, UserId officer, String reason) {
    return file.history().stream()
        .anyMatch(past ->
            past.what().equals("ApprovalProposed")
                && officer.value().equals(past.who())
                && reason.equals(past.reason()));
  }

  @GetMapping("/cases")
  Page<CaseView> cases(PageRequest page) {
    return cases.findByState(List.of(CaseState.values()), page);
  }

  /** One case with its documents and its history. */
  @GetMapping("/cases/{kybCase}")
  CaseFileBody read(@PathVariable String kybCase) {
    CaseDetailView found = find(kybCase);
    return new CaseFileBody(found.kybCase().kybCase(), found.kybCase().state().name(), found);
  }

  record CaseFileBody(KybCaseId id, String state, CaseDetailView file) {}

  private CaseDetailView find(String kybCase) {
    return cases
        .find(PathId.of(KybCaseId::new, kybCase, "KYB case"))
        .orElseThrow(() -> ApiProblem.notFound("KYB case"));
  }
}
