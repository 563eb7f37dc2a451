package io.daybook.recorder.publication;

import io.daybook.journal.RecordHash;
import io.daybook.journal.checkpoint.VerifierKey;
import io.daybook.journal.merkle.ConsistencyProof;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.web.ErrorResponseException;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.servlet.mvc.method.annotation.StreamingResponseBody;

/** Proofs, the keys that they rest on, and the whole journal in one file. */
@RestController
class ProofController {
  private static final MediaType ZIP = MediaType.parseMediaType("application/zip");

  private final PublishedLog log;
  private final LogExport export;
  private final ExportSnapshots snapshots;

  ProofController(PublishedLog log, LogExport export, ExportSnapshots snapshots) {
    this.log = log;
    this.export = export;
    this.snapshots = snapshots;
  }

  /** The keys whose signatures make a checkpoint valid. */
  record Keys(String origin, List<Key> keys) {}

  /** One key, as text to compare and as a vkey to verify with. */
  record Key(String algorithm, String keyId, String vkey) {
    static Key of(VerifierKey key) {
      String id = HexFormat.of().toHexDigits(key.keyId());
      return new Key(key.algorithm().jcaName(), id, key.format());
    }
  }

  /** That one record is in the published tree; hashes and header in hexadecimal. */
  record Inclusion(
      String eventId,
      long leafIndex,
      long treeSize,
      List<String> hashes,
      String leafHash,
      String rootHash,
      String header,
      String checkpoint) {}

  /** That one published tree is a prefix of a later one; hashes in hexadecimal. */
  record Consistency(long from, long to, List<String> hashes) {}

  @GetMapping("/.well-known/journal-keys.json")
  Keys keys() {
    return new Keys(log.keys().origin(), log.keys().policy().keys().stream().map(Key::of).toList());
  }

  @GetMapping("/api/v1/audit/proofs/{eventId}")
  Inclusion inclusion(@PathVariable String eventId) {
    return usable(eventId)
        .flatMap(log::inclusion)
        .map(found -> inclusion(eventId, found))
        .orElseThrow(() ->
            problem(
                HttpStatus.NOT_FOUND,
                "event_not_published",
                "No published checkpoint covers such an event (yet)."));
  }

  /** PostgreSQL keeps no NUL in a text, so no event has one in its id. */
  private static Optional<String> usable(String eventId) {
    return Optional.of(eventId).filter(id -> id.indexOf('\0') < 0 && id.length() <= 255);
  }

  private static Inclusion inclusion(String eventId, PublishedLog.Inclusion found) {
    byte[] header = found.header().encode();
    return new Inclusion(
        eventId,
        found.proof().leafIndex(),
        found.proof().treeSize(),
        hex(found.proof().path()),
        found.header().leafHash().toHex(),
        found.signed().checkpoint().rootHash().toHex(),
        HexFormat.of().formatHex(header),
        found.signed().note());
  }

  @GetMapping("/api/v1/audit/consistency")
  Consistency consistency(@RequestParam long from, @RequestParam long to) {
    ConsistencyProof proof =
        log.consistency(from, to)
            .orElseThrow(() ->
                problem(
                    HttpStatus.BAD_REQUEST,
                    "sizes_not_published",
                    "Sizes must be 0 ≤ from ≤ to ≤ the newest checkpoint's."));
    return new Consistency(from, to, hex(proof.path()));
  }

  @GetMapping("/api/v1/audit/export.zip")
  ResponseEntity<StreamingResponseBody> export() {
    ExportSnapshot snapshot =
        snapshots
            .make()
            .orElseThrow(() ->
                problem(HttpStatus.NOT_FOUND, "nothing_published", "There is no checkpoint yet."));
    String name = "journal-" + snapshot.newest().size() + ".zip";
    return ResponseEntity.ok()
        .contentType(ZIP)
        .header(
            HttpHeaders.CONTENT_DISPOSITION,
            ContentDisposition.attachment().filename(name).build().toString())
        .body(out -> export.write(snapshot, out));
  }

  private static List<String> hex(List<RecordHash> hashes) {
    return hashes.stream().map(RecordHash::toHex).toList();
  }

  private static ErrorResponseException problem(HttpStatus status, String code, String detail) {
    ProblemDetail problem = ProblemDetail.forStatusAndDetail(status, detail);
    problem.setProperty("code", code);
    return new ErrorResponseException(status, problem, null);
  }
}
