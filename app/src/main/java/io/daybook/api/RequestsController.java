package io.daybook.api;

import io.daybook.api.ComplianceController.CaseFileBody;
import io.daybook.kyb.casefile.DocumentKind;
import io.daybook.kyb.casefile.KybCaseId;
import io.daybook.kyb.casefile.KybCommand.AnswerRequest;
import io.daybook.kyb.casefile.KybCommand.RequestInformation;
import io.daybook.ledger.UserId;
import io.daybook.projections.cases.CaseDetailView;
import io.daybook.projections.cases.Cases;
import io.daybook.projections.shared.ProjectionNames;
import io.daybook.security.Caller;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** What officers ask an applicant, and the applicant's answer. */
@RestController
@RequestMapping(path = "/api/v1", produces = MediaType.APPLICATION_JSON_VALUE)
class RequestsController {
  private final Commands commands;
  private final IdempotentWrites writes;
  private final JournalPositions positions;
  private final Cases cases;
  private final Clock clock;

  RequestsController(
      Commands commands,
      IdempotentWrites writes,
      JournalPositions positions,
      Cases cases,
      Clock clock) {
    this.commands = commands;
    this.writes = writes;
    this.positions = positions;
    this.cases = cases;
    this.clock = clock;
  }

  /**
   * @param documents the kinds to attach, again or for the first time; absent: none
   * @param days how long the applicant has
   */
  record QuestionRequest(
      @NotBlank @Size(max = 2000) String question,
      @Nullable @Size(max = 10) List<@NotNull DocumentKind> documents,
      @Min(1) @Max(90) int days) {}

  record AnswerBody(@NotBlank @Size(max = 2000) String answer) {}

  @PostMapping("/compliance/cases/{kybCase}:ask")
  ResponseEntity<String> ask(
      @PathVariable String kybCase, @Valid @RequestBody QuestionRequest body, WriteKey key) {
    KybCaseId id = find(kybCase).kybCase().kybCase();
    return writes.run(
        key,
        body,
        resumed -> {
          long position =
              resumed && isAsked(find(kybCase), body)
                  ? find(kybCase).kybCase().position()
                  : commands.send(command(id, body));
          positions.await(position, ProjectionNames.CASES);
          return new Written(HttpStatus.OK, position, null, file(find(kybCase)), false);
        });
  }

  /** Answers, and hands the case over again. */
  @PostMapping("/organizers/{organiser}/kyb-cases/{kybCase}:answer")
  ResponseEntity<String> answer(
      @PathVariable String organiser,
      @PathVariable String kybCase,
      @Valid @RequestBody AnswerBody body,
      WriteKey key) {
    KybCaseId id = Organisers.ownCase(cases, organiser, kybCase).kybCase().kybCase();
    return writes.run(
        key,
        body,
        () -> {
          long position = commands.send(new AnswerRequest(id, body.answer()));
          positions.await(position, ProjectionNames.CASES);
          CaseBody answered = CaseBody.of(cases.find(id).orElseThrow());
          return new Written(HttpStatus.OK, position, null, answered, false);
        });
  }

  private RequestInformation command(KybCaseId kybCase, QuestionRequest body) {
    Instant now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
    return new RequestInformation(
        kybCase,
        new UserId(Caller.current().userId()),
        body.question(),
        body.documents() == null ? List.of() : body.documents(),
        now.plus(Duration.ofDays(body.days())));
  }

  /** A question whose answer to the officer got lost is not asked again. */
  private static boolean isAsked(CaseDetailView file, QuestionRequest body) {
    return file.kybCase()
        .openRequest()
        .filter(asked -> asked.question().equals(body.question()))
        .isPresent();
  }

  private static CaseFileBody file(CaseDetailView found) {
    return new CaseFileBody(found.kybCase().kybCase(), found.kybCase().state().name(), found);
  }

  private CaseDetailView find(String kybCase) {
    return cases
        .find(PathId.of(KybCaseId::new, kybCase, "KYB case"))
        .orElseThrow(() -> ApiProblem.notFound("KYB case"));
  }
}
