package io.daybook.api;

import io.daybook.documents.DocumentVault;
import io.daybook.kyb.casefile.DocumentId;
import io.daybook.ledger.UserId;
import io.daybook.retention.HeldData;
import io.daybook.retention.RetentionCommand.RecordExport;
import io.daybook.retention.RetentionProperties;
import io.daybook.retention.RetentionQueries;
import io.daybook.retention.RetentionSchedule;
import io.daybook.retention.SubjectId;
import io.daybook.security.Caller;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** All that is held on one person, for the person and for compliance; each export is recorded. */
@RestController
@RequestMapping(path = "/api/v1", produces = MediaType.APPLICATION_JSON_VALUE)
class HeldDataController {
  private final Commands commands;
  private final HeldData data;
  private final DocumentVault documents;
  private final RetentionQueries queries;
  private final RetentionSchedule schedule;

  HeldDataController(
      Commands commands,
      HeldData data,
      DocumentVault documents,
      RetentionQueries queries,
      RetentionSchedule schedule) {
    this.commands = commands;
    this.data = data;
    this.documents = documents;
    this.queries = queries;
    this.schedule = schedule;
  }

  /** The caller's own data. */
  @GetMapping("/me/data")
  ResponseEntity<HeldData.Held> own() {
    return export(caller());
  }

  /** A document of the caller's own cases. */
  @GetMapping(path = "/me/data/documents/{document}", produces = MediaType.ALL_VALUE)
  ResponseEntity<byte[]> ownDocument(@PathVariable String document) {
    DocumentId id = PathId.of(DocumentId::new, document, "document");
    byte[] content =
        (data.isOf(caller(), id) ? documents.read(id) : java.util.Optional.<byte[]>empty())
            .orElseThrow(() -> ApiProblem.notFound("document"));
    return ResponseEntity.ok()
        .contentType(MediaType.APPLICATION_OCTET_STREAM)
        .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"" + id + "\"")
        .header(HttpHeaders.CACHE_CONTROL, "no-store")
        .body(content);
  }

  /** Anybody's data, for officers. */
  @GetMapping("/compliance/subjects/{user}/data")
  ResponseEntity<HeldData.Held> of(@PathVariable String user) {
    UserId person = PathId.of(UserId::new, user, "user");
    if (!queries.isKnown(person)) {
      throw ApiProblem.notFound("user");
    }
    return export(person);
  }

  /** For how long which class of data is kept. */
  @GetMapping("/compliance/retention")
  RetentionProperties retention() {
    return schedule.periods();
  }

  private ResponseEntity<HeldData.Held> export(UserId person) {
    commands.send(new RecordExport(SubjectId.of(person), person, caller()));
    return ResponseEntity.ok().header(HttpHeaders.CACHE_CONTROL, "no-store").body(data.on(person));
  }

  private static UserId caller() {
    return new UserId(Caller.current().userId());
  }
}
