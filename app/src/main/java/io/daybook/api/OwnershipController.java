package io.daybook.api;

import io.daybook.kyb.casefile.KybCaseId;
import io.daybook.kyb.casefile.KybCommand.DeclareOwnership;
import io.daybook.kyb.casefile.Ownership;
import io.daybook.kyb.casefile.PartyControl;
import io.daybook.kyb.casefile.PartyHolding;
import io.daybook.kyb.casefile.PartyId;
import io.daybook.projections.cases.CaseView;
import io.daybook.projections.cases.Cases;
import io.daybook.projections.cases.Screenings;
import io.daybook.projections.shared.ProjectionNames;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
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

/** Who owns and controls a business, as its applicant declares it and as officers see it. */
@RestController
@RequestMapping(path = "/api/v1", produces = MediaType.APPLICATION_JSON_VALUE)
class OwnershipController {
  private static final String OWN = "/organizers/{organiser}/kyb-cases/{kybCase}/ownership";

  private final Commands commands;
  private final IdempotentWrites writes;
  private final JournalPositions positions;
  private final Cases cases;
  private final Screenings screenings;

  OwnershipController(
      Commands commands,
      IdempotentWrites writes,
      JournalPositions positions,
      Cases cases,
      Screenings screenings) {
    this.commands = commands;
    this.writes = writes;
    this.positions = positions;
    this.cases = cases;
    this.screenings = screenings;
  }

  record HoldingRequest(
      @NotNull String owner, @NotNull String owned, @Min(1) @Max(10_000) int basisPoints) {}

  record ControlRequest(@NotNull String who, @NotNull String whom) {}

  record OwnershipRequest(
      @NotNull @Size(max = 2_000) List<@Valid @NotNull HoldingRequest> holdings,
      @NotNull @Size(max = 2_000) List<@Valid @NotNull ControlRequest> controls) {
    Ownership ownership() {
      return new Ownership(
          holdings.stream()
              .map(each ->
                  new PartyHolding(party(each.owner()), party(each.owned()), each.basisPoints()))
              .toList(),
          controls.stream()
              .map(each -> new PartyControl(party(each.who()), party(each.whom())))
              .toList());
    }

    private static PartyId party(String id) {
      return PathId.of(PartyId::new, id, "party");
    }
  }

  @GetMapping(OWN)
  OwnershipBody own(@PathVariable String organiser, @PathVariable String kybCase) {
    return OwnershipBody.of(find(organiser, kybCase), screenings);
  }

  /** Declares all holdings and controls at once, in place of those before. */
  @PostMapping(OWN)
  ResponseEntity<String> declare(
      @PathVariable String organiser,
      @PathVariable String kybCase,
      @Valid @RequestBody OwnershipRequest body,
      WriteKey key) {
    KybCaseId id = find(organiser, kybCase);
    return writes.run(
        key,
        body,
        () -> {
          long position = commands.send(new DeclareOwnership(id, body.ownership()));
          positions.await(position, ProjectionNames.CASES);
          return new Written(
              HttpStatus.OK, position, null, OwnershipBody.of(id, screenings), false);
        });
  }

  @GetMapping("/compliance/cases/{kybCase}/ownership")
  OwnershipBody of(@PathVariable String kybCase) {
    KybCaseId id = PathId.of(KybCaseId::new, kybCase, "KYB case");
    return cases
        .findSummary(id)
        .map(CaseView::kybCase)
        .map(found -> OwnershipBody.of(found, screenings))
        .orElseThrow(() -> ApiProblem.notFound("KYB case"));
  }

  private KybCaseId find(String organiser, String kybCase) {
    return Organisers.ownCase(cases, organiser, kybCase).kybCase().kybCase();
  }
}
