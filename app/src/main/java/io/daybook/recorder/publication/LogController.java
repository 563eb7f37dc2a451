package io.daybook.recorder.publication;

import io.daybook.journal.merkle.TileId;
import io.daybook.recorder.format.SystemEvent.ExportPurpose;
import io.daybook.security.Caller;
import jakarta.servlet.http.HttpServletRequest;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.springframework.core.io.FileSystemResource;
import org.springframework.core.io.Resource;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.web.ErrorResponseException;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The log's files: C2SP tlog-tiles, and our records, policy and older checkpoints beside them. */
@RestController
@RequestMapping("/journal/log")
class LogController {
  private static final String PREFIX = "/journal/log/";
  private static final MediaType TEXT = new MediaType(MediaType.TEXT_PLAIN, StandardCharsets.UTF_8);
  private static final CacheControl FOREVER =
      CacheControl.maxAge(Duration.ofDays(365)).cachePublic().immutable();
  private static final CacheControl FRESH = CacheControl.noCache();
  private static final Pattern SIZE = Pattern.compile("[1-9][0-9]{0,17}");

  private final PublishedLog log;
  private final ExportSnapshots snapshots;
  private final JournalExports exports;

  LogController(PublishedLog log, ExportSnapshots snapshots, JournalExports exports) {
    this.log = log;
    this.snapshots = snapshots;
    this.exports = exports;
  }

  /** Begins an export, and records who did: what it names is there to be fetched for a while. */
  @GetMapping("/manifest")
  ResponseEntity<byte[]> manifest() {
    exports.record(ExportPurpose.DOWNLOAD, Caller.current().userId());
    return text(snapshots.make().map(ExportSnapshot::text), CacheControl.noStore());
  }

  /** The files of an export that are no part of the log; the client asks for those it was told. */
  @GetMapping("/exports/{id}/**")
  ResponseEntity<Resource> exported(@PathVariable String id, HttpServletRequest request) {
    return snapshots
        .file(id, rest(request, "exports/" + id + "/"))
        .<ResponseEntity<Resource>>map(file ->
            ResponseEntity.ok()
                .contentType(MediaType.APPLICATION_OCTET_STREAM)
                .cacheControl(CacheControl.noStore())
                .body(new FileSystemResource(file)))
        .orElseGet(() -> ResponseEntity.notFound().build());
  }

  @GetMapping("/checkpoint")
  ResponseEntity<byte[]> checkpoint() {
    return text(log.newest().map(SignedCheckpoint::note), FRESH);
  }

  @GetMapping("/policy")
  ResponseEntity<byte[]> policy() {
    return text(Optional.of(log.policy().format()), FRESH);
  }

  /** The sizes of the checkpoints that are larger than {@code after}, one in each line. */
  @GetMapping("/checkpoints")
  ResponseEntity<byte[]> checkpoints(@RequestParam(defaultValue = "0") long after) {
    String sizes =
        log.checkpointSizes(after).stream().map(size -> size + "\n").collect(Collectors.joining());
    return text(Optional.of(sizes), FRESH);
  }

  @GetMapping("/checkpoints/{size}")
  ResponseEntity<byte[]> checkpoint(@PathVariable String size) {
    return text(
        Optional.of(size)
            .filter(digits -> SIZE.matcher(digits).matches())
            .flatMap(digits -> log.checkpoint(Long.parseLong(digits)))
            .map(SignedCheckpoint::note),
        FOREVER);
  }

  @GetMapping("/tile/**")
  ResponseEntity<byte[]> tile(HttpServletRequest request) {
    return BundlePath.parseTile(rest(request, "tile/"))
        .map(tile -> bytes(log.tile(tile), cacheOf(tile)))
        .orElseGet(LogController::notFound);
  }

  @GetMapping("/tile/entries/**")
  ResponseEntity<byte[]> entries(HttpServletRequest request) {
    return BundlePath.parse(rest(request, "tile/entries/"))
        .map(place -> bytes(log.entries(place.index(), place.width()), cacheOf(place)))
        .orElseGet(LogController::notFound);
  }

  /** Whole rows with their payloads, so a full bundle may still change by an erasure. */
  @GetMapping("/records/**")
  ResponseEntity<byte[]> records(HttpServletRequest request) {
    return BundlePath.parse(rest(request, "records/"))
        .map(place -> bytes(log.records(place.index(), place.width()), CacheControl.noStore()))
        .orElseGet(LogController::notFound);
  }

  /** The path as it was sent: it has one form only, so nothing in it is decoded. */
  private static String rest(HttpServletRequest request, String folder) {
    String prefix = request.getContextPath() + PREFIX + folder;
    String path = request.getRequestURI();
    return path.startsWith(prefix) ? path.substring(prefix.length()) : "";
  }

  private static CacheControl cacheOf(TileId tile) {
    return tile.isPartial() ? FRESH : FOREVER;
  }

  private static CacheControl cacheOf(BundlePath place) {
    return place.isFull() ? FOREVER : FRESH;
  }

  private static ResponseEntity<byte[]> text(Optional<String> text, CacheControl cache) {
    return text.map(found ->
            ResponseEntity.ok()
                .contentType(TEXT)
                .cacheControl(cache)
                .body(found.getBytes(StandardCharsets.UTF_8)))
        .orElseGet(LogController::notFound);
  }

  private static ResponseEntity<byte[]> bytes(Optional<byte[]> bytes, CacheControl cache) {
    return bytes
        .map(found ->
            ResponseEntity.ok()
                .contentType(MediaType.APPLICATION_OCTET_STREAM)
                .cacheControl(cache)
                .body(found))
        .orElseGet(LogController::notFound);
  }

  private static ResponseEntity<byte[]> notFound() {
    ProblemDetail problem =
        ProblemDetail.forStatusAndDetail(HttpStatus.NOT_FOUND, "The log has no such file (yet).");
    throw new ErrorResponseException(HttpStatus.NOT_FOUND, problem, null);
  }
}
