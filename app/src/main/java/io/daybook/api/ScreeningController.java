package io.daybook.api;

import io.daybook.api.PartiesController.PartyBody;
import io.daybook.kyb.casefile.DismissalGround;
import io.daybook.kyb.casefile.HitId;
import io.daybook.kyb.casefile.KybCaseId;
import io.daybook.kyb.casefile.KybCommand.ConfirmHit;
import io.daybook.kyb.casefile.KybCommand.DismissHit;
import io.daybook.kyb.casefile.KybCommand.RecordScreening;
import io.daybook.kyb.casefile.Screener;
import io.daybook.kyb.casefile.UsedList;
import io.daybook.ledger.UserId;
import io.daybook.projections.cases.CaseView;
import io.daybook.projections.cases.Cases;
import io.daybook.projections.cases.Screenings;
import io.daybook.projections.shared.ProjectionNames;
import io.daybook.security.Caller;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** What screening found in a case, and what officers make of it. */
@RestController
@RequestMapping(path = "/api/v1/compliance/cases", produces = MediaType.APPLICATION_JSON_VALUE)
class ScreeningController {
  private final Commands commands;
  private final IdempotentWrites writes;
  private final JournalPositions positions;
  private final Cases cases;
  private final Screenings screenings;
  private final Screener screener;

  ScreeningController(
      Commands commands,
      IdempotentWrites writes,
      JournalPositions positions,
      Cases cases,
      Screenings screenings,
      Screener screener) {
    this.commands = commands;
    this.writes = writes;
    this.positions = positions;
    this.cases = cases;
    this.screenings = screenings;
    this.screener = screener;
  }

  /** What an officer may make of a hit. */
  enum Disposition {
    DISMISS,
    CONFIRM
  }

  /**
   * @param ground why the party is somebody else; not for a confirmation
   */
  record DispositionRequest(
      @NotNull Disposition disposition,
      @Nullable DismissalGround ground,
      @NotBlank @Size(max = 1000) String reason) {}

  /**
   * @param screenedAt absent before the first screening
   * @param hits what the last screening found, the best first
   */
  record ScreeningBody(
      KybCaseId id,
      @Nullable Instant screenedAt,
      List<UsedList> lists,
      List<PartyBody> parties,
      List<HitBody> hits) {}

  /** The parties of a case and what the last screening found. */
  @GetMapping("/{kybCase}/screening")
  ScreeningBody read(@PathVariable String kybCase) {
    return body(find(kybCase));
  }

  /** Screens a case again. */
  @PostMapping("/{kybCase}:screen")
  ResponseEntity<String> screen(@PathVariable String kybCase, WriteKey key) {
    KybCaseId id = find(kybCase);
    return writes.run(
        key,
        kybCase,
        () -> written(new RecordScreening(id, key.id("cmd"), screener.screen(id)), id));
  }

  /** Says what the hit is; a hit that is like a true match is dismissed by two officers. */
  @PostMapping("/{kybCase}/hits/{hit}:decide")
  ResponseEntity<String> decide(
      @PathVariable String kybCase,
      @PathVariable String hit,
      @Valid @RequestBody DispositionRequest body,
      WriteKey key) {
    KybCaseId id = find(kybCase);
    HitId of = PathId.of(HitId::new, hit, "hit");
    return writes.run(key, List.of(hit, body), () -> written(command(id, of, body), id));
  }

  private static Object command(KybCaseId kybCase, HitId hit, DispositionRequest body) {
    var officer = new UserId(Caller.current().userId());
    DismissalGround ground = body.ground();
    return switch (body.disposition()) {
      case CONFIRM -> new ConfirmHit(kybCase, hit, officer, body.reason());
      case DISMISS -> {
        if (ground == null) {
          throw ApiProblem.of(
              HttpStatus.UNPROCESSABLE_CONTENT,
              "ground_required",
              "Say by the field ground why the party is somebody else.");
        }
        yield new DismissHit(kybCase, hit, officer, ground, body.reason());
      }
    };
  }

  private Written written(Object command, KybCaseId kybCase) {
    long position = commands.send(command);
    positions.await(position, ProjectionNames.CASES);
    return new Written(HttpStatus.OK, position, null, body(kybCase), false);
  }

  private ScreeningBody body(KybCaseId kybCase) {
    CaseView found = cases.findSummary(kybCase).orElseThrow();
    return new ScreeningBody(
        kybCase,
        found.screenedAt(),
        found.screenedLists(),
        screenings.parties(kybCase).stream().map(PartyBody::of).toList(),
        screenings.hits(kybCase).stream().map(HitBody::of).toList());
  }

  private KybCaseId find(String kybCase) {
    KybCaseId id = PathId.of(KybCaseId::new, kybCase, "KYB case");
    return cases
        .findSummary(id)
        .map(CaseView::kybCase)
        .orElseThrow(() -> ApiProblem.notFound("KYB case"));
  }
}
