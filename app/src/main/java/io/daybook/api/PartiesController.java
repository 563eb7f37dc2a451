package io.daybook.api;

import io.daybook.kyb.casefile.KybCaseId;
import io.daybook.kyb.casefile.KybCommand.NameParty;
import io.daybook.kyb.casefile.KybCommand.RemoveParty;
import io.daybook.kyb.casefile.Party;
import io.daybook.kyb.casefile.PartyId;
import io.daybook.kyb.casefile.PartyKind;
import io.daybook.kyb.casefile.PartyRole;
import io.daybook.projections.cases.Cases;
import io.daybook.projections.cases.PartyView;
import io.daybook.projections.cases.Screenings;
import io.daybook.projections.shared.ProjectionNames;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
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

/** Who leads and owns a business, as its applicant names them. */
@RestController
@RequestMapping(
    path = "/api/v1/organizers/{organiser}/kyb-cases/{kybCase}/parties",
    produces = MediaType.APPLICATION_JSON_VALUE)
class PartiesController {
  private final Commands commands;
  private final IdempotentWrites writes;
  private final JournalPositions positions;
  private final Cases cases;
  private final Screenings screenings;

  PartiesController(
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

  /**
   * @param birthDate a year, month or day; absent if unknown
   * @param country absent if unknown
   */
  record PartyRequest(
      @NotNull PartyKind kind,
      @NotEmpty List<@NotNull PartyRole> roles,
      @NotBlank @Size(max = 300) String name,
      @Nullable @Pattern(regexp = "[0-9]{4}(-[0-9]{2}(-[0-9]{2})?)?") String birthDate,
      @Nullable @Pattern(regexp = "[A-Z]{2}") String country) {
    Party party() {
      return new Party(
          kind, roles, name, birthDate == null ? "" : birthDate, country == null ? "" : country);
    }
  }

  record PartyBody(
      PartyId id,
      PartyKind kind,
      List<PartyRole> roles,
      String name,
      String birthDate,
      String country) {
    static PartyBody of(PartyView view) {
      Party details = view.details();
      return new PartyBody(
          view.party(),
          details.kind(),
          details.roles(),
          details.name(),
          details.birthDate(),
          details.country());
    }
  }

  record PartyList(List<PartyBody> data) {}

  @GetMapping
  PartyList parties(@PathVariable String organiser, @PathVariable String kybCase) {
    return list(find(organiser, kybCase));
  }

  /** Names a further party. */
  @PostMapping
  ResponseEntity<String> add(
      @PathVariable String organiser,
      @PathVariable String kybCase,
      @Valid @RequestBody PartyRequest body,
      WriteKey key) {
    KybCaseId own = find(organiser, kybCase);
    return writes.run(
        key,
        body,
        () -> {
          var party = new PartyId(key.id("pty"));
          long position = send(new NameParty(own, party, body.party()));
          String path = "/api/v1/organizers/%s/kyb-cases/%s/parties".formatted(organiser, kybCase);
          return Written.created(path, position, one(own, party));
        });
  }

  /** Replaces a party's details; it is screened again if the case was. */
  @PostMapping("/{party}:change")
  ResponseEntity<String> change(
      @PathVariable String organiser,
      @PathVariable String kybCase,
      @PathVariable String party,
      @Valid @RequestBody PartyRequest body,
      WriteKey key) {
    KybCaseId own = find(organiser, kybCase);
    PartyId id = known(own, party);
    return writes.run(
        key,
        List.of(party, body),
        () -> {
          long position = send(new NameParty(own, id, body.party()));
          return new Written(HttpStatus.OK, position, null, one(own, id), false);
        });
  }

  @PostMapping("/{party}:remove")
  ResponseEntity<String> remove(
      @PathVariable String organiser,
      @PathVariable String kybCase,
      @PathVariable String party,
      WriteKey key) {
    KybCaseId own = find(organiser, kybCase);
    PartyId id = PathId.of(PartyId::new, party, "party");
    return writes.run(
        key,
        party,
        () -> {
          long position = send(new RemoveParty(own, id));
          return new Written(HttpStatus.OK, position, null, list(own), false);
        });
  }

  private long send(Object command) {
    long position = commands.send(command);
    positions.await(position, ProjectionNames.CASES);
    return position;
  }

  private KybCaseId find(String organiser, String kybCase) {
    return Organisers.ownCase(cases, organiser, kybCase).kybCase().kybCase();
  }

  private PartyId known(KybCaseId kybCase, String party) {
    PartyId id = PathId.of(PartyId::new, party, "party");
    one(kybCase, id);
    return id;
  }

  private PartyBody one(KybCaseId kybCase, PartyId party) {
    return screenings.parties(kybCase).stream()
        .filter(view -> view.party().equals(party))
        .findFirst()
        .map(PartyBody::of)
        .orElseThrow(() -> ApiProblem.notFound("party"));
  }

  private PartyList list(KybCaseId kybCase) {
    return new PartyList(screenings.parties(kybCase).stream().map(PartyBody::of).toList());
  }
}
