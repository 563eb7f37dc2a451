package io.daybook.recorder.publication;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.daybook.journal.RecordHash;
import io.daybook.journal.keys.KnownKey;
import io.daybook.journal.merkle.ConsistencyProof;
import io.daybook.recorder.format.SystemEvent.ExportPurpose;
import io.daybook.security.Caller;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
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

  private static final MediaType TEXT = new MediaType(MediaType.TEXT_PLAIN, UTF_8);

  private final PublishedLog log;
  private final LogExport export;
  private final ExportSnapshots snapshots;
  private final JournalExports exports;

  ProofController(
      PublishedLog log, LogExport export, ExportSnapshots snapshots, JournalExports exports) {
    this.log = log;
    this.export = export;
    this.snapshots = snapshots;
    this.exports = exports;
  }

  /** All keys that speak, or spoke, for the log. */
  record Keys(String origin, List<Key> keys) {}

  /**
   * One key, as text to compare and as a vkey to verify with.
   *
   * @param introducedAt the index of the record that introduced it, -1 for those of the beginning
   * @param endedAt the index of the record that ended it; absent while it is in use
   * @param trustedSize up to which tree size its signatures are believed, once it has ended
   */
  record Key(
      String use,
      String algorithm,
      String keyId,
      String vkey,
      long introducedAt,
      @Nullable Long endedAt,
      @Nullable Long trustedSize,
      boolean revoked) {
    static Key of(KnownKey known) {
      KnownKey.End end = known.end();
      return new Key(
          known.use().word(),
          known.key().algorithm().jcaName(),
          HexFormat.of().toHexDigits(known.key().keyId()),
          known.key().format(),
          known.introducedAt(),
          end == null ? null : end.at(),
          end == null ? null : end.trustedSize(),
          end != null && end.isRevoked());
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

  @GetMapping(path = "/.well-known/journal-keys.json", produces = MediaType.APPLICATION_JSON_VALUE)
  Keys keys() {
    return new Keys(log.policy().origin(), log.keys().stream().map(Key::of).toList());
  }

  @GetMapping("/.well-known/journal-policy")
  ResponseEntity<byte[]> policy() {
    return ResponseEntity.ok().contentType(TEXT).body(log.policy().format().getBytes(UTF_8));
  }

  @GetMapping("/.well-known/journal-witness-policy")
  ResponseEntity<byte[]> witnessPolicy() {
    byte[] policy =
        log.witnessPolicy()
            .orElseThrow(
                () -> problem(HttpStatus.NOT_FOUND, "not_found", "This log has no witness policy."))
            .getBytes(UTF_8);
    return ResponseEntity.ok().contentType(TEXT).body(policy);
  }

  /** The proof as a file that {@code daybook-audit check} reads (c2sp.org/tlog-proof). */
  @GetMapping("/api/v1/audit/proofs/{eventId}/tlog-proof")
  ResponseEntity<byte[]> tlogProof(@PathVariable String eventId) {
    byte[] proof =
        usable(eventId)
            .flatMap(log::proof)
            .orElseThrow(ProofController::notPublished)
            .format()
            .getBytes(UTF_8);
    return ResponseEntity.ok()
        .contentType(TEXT)
        .cacheControl(CacheControl.noCache())
        .header(HttpHeaders.CONTENT_DISPOSITION, attachment("event.tlog-proof"))
        .body(proof);
  }

  @GetMapping(path = "/api/v1/audit/proofs/{eventId}", produces = MediaType.APPLICATION_JSON_VALUE)
  Inclusion inclusion(@PathVariable String eventId) {
    return usable(eventId)
        .flatMap(log::inclusion)
        .map(found -> inclusion(eventId, found))
        .orElseThrow(ProofController::notPublished);
  }

  private static ErrorResponseException notPublished() {
    return problem(
        HttpStatus.NOT_FOUND,
        "event_not_published",
        "No published checkpoint covers such an event (yet).");
  }

  private static String attachment(String name) {
    return ContentDisposition.attachment().filename(name).build().toString();
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

  @GetMapping(path = "/api/v1/audit/consistency", produces = MediaType.APPLICATION_JSON_VALUE)
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
    exports.record(ExportPurpose.DOWNLOAD, Caller.current().userId());
    ExportSnapshot snapshot =
        snapshots
            .make()
            .orElseThrow(() ->
                problem(HttpStatus.NOT_FOUND, "nothing_published", "There is no checkpoint yet."));
    String name = "journal-" + snapshot.newest().size() + ".zip";
    return ResponseEntity.ok()
        .contentType(ZIP)
        .header(HttpHeaders.CONTENT_DISPOSITION, attachment(name))
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
