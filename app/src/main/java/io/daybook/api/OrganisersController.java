package io.daybook.api;

import io.daybook.documents.DocumentVault;
import io.daybook.documents.Upload;
import io.daybook.kyb.casefile.Business;
import io.daybook.kyb.casefile.DocumentId;
import io.daybook.kyb.casefile.DocumentKind;
import io.daybook.kyb.casefile.KybCaseId;
import io.daybook.kyb.casefile.KybCommand.AttachDocument;
import io.daybook.kyb.casefile.KybCommand.OpenCase;
import io.daybook.kyb.casefile.KybCommand.SubmitCase;
import io.daybook.ledger.DerivedId;
import io.daybook.ledger.OrganiserClearance;
import io.daybook.ledger.OrganiserId;
import io.daybook.ledger.UserId;
import io.daybook.projections.cases.CaseDetailView;
import io.daybook.projections.cases.CaseView;
import io.daybook.projections.cases.Cases;
import io.daybook.projections.shared.Page;
import io.daybook.projections.shared.PageRequest;
import io.daybook.projections.shared.ProjectionNames;
import io.daybook.security.Caller;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.io.IOException;
import java.util.List;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.multipart.MultipartFile;

/** Organisers: a user applies with a business, adds its documents and hands the case in. */
@RestController
@RequestMapping(path = "/api/v1/organizers", produces = MediaType.APPLICATION_JSON_VALUE)
class OrganisersController {
  private final Commands commands;
  private final IdempotentWrites writes;
  private final JournalPositions positions;
  private final Cases cases;
  private final OrganiserClearance clearance;
  private final DocumentVault documents;

  OrganisersController(
      Commands commands,
      IdempotentWrites writes,
      JournalPositions positions,
      Cases cases,
      OrganiserClearance clearance,
      DocumentVault documents) {
    this.commands = commands;
    this.writes = writes;
    this.positions = positions;
    this.cases = cases;
    this.clearance = clearance;
    this.documents = documents;
  }

  record BusinessRequest(
      @NotBlank @Size(max = 200) String legalName,
      @NotBlank @Size(max = 60) String registrationNumber,
      @NotNull @Pattern(regexp = "[A-Z]{2}") String country,
      @NotBlank @Size(max = 500) String activity) {
    Business business() {
      return new Business(legalName, registrationNumber, country, activity);
    }
  }

  record OrganiserBody(
      OrganiserId id, String legalName, String clearance, KybCaseId kybCase, String caseState) {}

  /** Applies: names the business and opens its first KYB case. */
  @PostMapping
  ResponseEntity<String> apply(@Valid @RequestBody BusinessRequest body, WriteKey key) {
    OrganiserId organiser = Organisers.callersOwn();
    return writes.run(
        key,
        body,
        () -> {
          long position = open(firstCase(organiser), organiser, body);
          return Written.created("/api/v1/organizers/" + organiser, position, organiser(organiser));
        });
  }

  @GetMapping("/{organiser}")
  OrganiserBody read(@PathVariable String organiser) {
    return organiser(own(organiser));
  }

  /** Opens a further case, for example after the first was rejected. */
  @PostMapping("/{organiser}/kyb-cases")
  ResponseEntity<String> openCase(
      @PathVariable String organiser, @Valid @RequestBody BusinessRequest body, WriteKey key) {
    OrganiserId own = own(organiser);
    return writes.run(
        key,
        body,
        () -> {
          var kybCase = new KybCaseId(key.id("kyb"));
          long position = open(kybCase, own, body);
          return Written.created(path(own, kybCase), position, caseBody(kybCase, position));
        });
  }

  private long open(KybCaseId kybCase, OrganiserId organiser, BusinessRequest body) {
    var applicant = new UserId(Caller.current().userId());
    long position = commands.send(new OpenCase(kybCase, organiser, applicant, body.business()));
    positions.await(position, ProjectionNames.CASES);
    return position;
  }

  @GetMapping("/{organiser}/kyb-cases")
  Page<CaseBody> cases(@PathVariable String organiser, PageRequest page) {
    return cases
        .findByOrganiser(own(organiser), page)
        .map(view -> CaseBody.of(cases.find(view.kybCase()).orElseThrow()));
  }

  @GetMapping("/{organiser}/kyb-cases/{kybCase}")
  CaseBody kybCase(@PathVariable String organiser, @PathVariable String kybCase) {
    return CaseBody.of(findOwn(organiser, kybCase));
  }

  @PostMapping(
      path = "/{organiser}/kyb-cases/{kybCase}/documents",
      consumes = MediaType.MULTIPART_FORM_DATA_VALUE)
  ResponseEntity<String> attach(
      @PathVariable String organiser,
      @PathVariable String kybCase,
      @RequestParam DocumentKind kind,
      @RequestParam MultipartFile file,
      WriteKey key)
      throws IOException {
    CaseDetailView own = findOwn(organiser, kybCase);
    var upload = new Upload(file.getBytes());
    if (!upload.mediaType().equals(file.getContentType())) {
      throw ApiProblem.of(
          HttpStatus.UNSUPPORTED_MEDIA_TYPE,
          "unsupported_media_type",
          "A document is a PDF, a PNG or a JPEG, and its content is what its type says.");
    }
    String hash = upload.sha256();
    int size = upload.content().length;
    return writes.run(
        key,
        List.of(kind, hash),
        () -> {
          // A key is free again after a refusal, but stored bytes are never replaced: other bytes
          // under the same key are another document.
          var document = new DocumentId(key.id("doc", hash));
          KybCaseId id = own.kybCase().kybCase();
          if (!documents.store(document, own.kybCase().applicant(), id, upload.content())) {
            throw ApiProblem.of(
                HttpStatus.GONE, "data_erased", "What was known about this case was erased.");
          }
          long position =
              commands.send(new AttachDocument(id, document, kind, upload.mediaType(), size, hash));
          positions.await(position, ProjectionNames.CASES);
          var body = new DocumentBody(document, kind, upload.mediaType(), size, hash);
          return Written.created(
              path(own.kybCase().organiser(), id) + "/documents/" + document, position, body);
        });
  }

  /** What is known of a document; its bytes are for officers. */
  @GetMapping("/{organiser}/kyb-cases/{kybCase}/documents/{document}")
  DocumentBody document(
      @PathVariable String organiser, @PathVariable String kybCase, @PathVariable String document) {
    return findOwn(organiser, kybCase).documents().stream()
        .filter(view -> view.document().value().equals(document))
        .findFirst()
        .map(DocumentBody::of)
        .orElseThrow(() -> ApiProblem.notFound("document"));
  }

  @PostMapping("/{organiser}/kyb-cases/{kybCase}:submit")
  ResponseEntity<String> submit(
      @PathVariable String organiser, @PathVariable String kybCase, WriteKey key) {
    CaseDetailView own = findOwn(organiser, kybCase);
    KybCaseId id = own.kybCase().kybCase();
    return writes.run(
        key,
        kybCase,
        () -> {
          long position = commands.send(new SubmitCase(id));
          return Written.accepted(
              path(own.kybCase().organiser(), id), position, caseBody(id, position));
        });
  }

  private OrganiserBody organiser(OrganiserId organiser) {
    CaseView newest =
        cases.findByOrganiser(organiser, PageRequest.first(1)).data().stream()
            .findFirst()
            .orElseThrow(() -> ApiProblem.notFound("organiser"));
    boolean cleared = clearance.find(organiser).isPresent();
    return new OrganiserBody(
        organiser,
        newest.business().legalName(),
        cleared ? "CLEARED" : "NOT_CLEARED",
        newest.kybCase(),
        newest.state().name());
  }

  private CaseBody caseBody(KybCaseId kybCase, long position) {
    positions.await(position, ProjectionNames.CASES);
    return CaseBody.of(cases.find(kybCase).orElseThrow());
  }

  private CaseDetailView findOwn(String organiser, String kybCase) {
    return Organisers.ownCase(cases, organiser, kybCase);
  }

  private static OrganiserId own(String organiser) {
    return Organisers.own(organiser);
  }

  private static KybCaseId firstCase(OrganiserId organiser) {
    return new KybCaseId(DerivedId.of("kyb", organiser.value()));
  }

  private static String path(OrganiserId organiser, KybCaseId kybCase) {
    return "/api/v1/organizers/" + organiser + "/kyb-cases/" + kybCase;
  }
}
