package io.daybook.ui.audit;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.daybook.journal.Header;
import io.daybook.journal.RecordHash;
import io.daybook.journal.merkle.InclusionPath;
import io.daybook.journal.merkle.InclusionPath.Node;
import io.daybook.journal.merkle.InclusionPath.Step;
import io.daybook.journal.merkle.InclusionProof;
import io.daybook.journal.proof.TlogProof;
import io.daybook.recorder.publication.LogBrowser;
import io.daybook.recorder.publication.LogBrowser.Found;
import io.daybook.recorder.publication.SignedCheckpoint;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;

/** Proves that a record is under a checkpoint: as a page, and as a file to check elsewhere. */
@Controller
@RequestMapping("/ui/journal/records/{position}")
class RecordProofController {
  private static final int SUGGESTED = 20;
  private static final MediaType TEXT = new MediaType(MediaType.TEXT_PLAIN, UTF_8);

  private final LogBrowser log;

  RecordProofController(LogBrowser log) {
    this.log = log;
  }

  /** One step of the proof in words. */
  record Line(int number, String reached, String side, String sibling, String covered, String to) {}

  /**
   * The proof of a record.
   *
   * @param holds whether the steps end at the checkpoint's root
   * @param sizes some checkpoints that cover the record
   */
  record ProofPage(
      long position,
      String leafHash,
      long size,
      String root,
      boolean holds,
      ProofDrawing drawing,
      List<Line> lines,
      List<Long> sizes) {}

  @GetMapping("/proof")
  String proof(
      @PathVariable long position,
      @RequestParam(required = false) @Nullable Long size,
      Model model) {
    Found found = find(position);
    SignedCheckpoint checkpoint = checkpoint(position, size);
    RecordHash leaf = Header.leafHash(found.header().toArray());
    InclusionPath path = InclusionPath.of(log.inclusion(position, checkpoint), leaf);
    RecordHash root = checkpoint.checkpoint().rootHash();
    model.addAttribute(
        "page",
        new ProofPage(
            position,
            leaf.toHex(),
            checkpoint.size(),
            root.toHex(),
            path.top().hash().equals(root),
            ProofDrawing.of(path),
            IntStream.range(0, path.steps().size()).mapToObj(i -> line(path, i)).toList(),
            sizes(position)));
    return "ui/audit/proof";
  }

  private List<Long> sizes(long position) {
    return log.checkpoints(Long.MAX_VALUE, SUGGESTED).stream()
        .map(SignedCheckpoint::size)
        .filter(size -> size > position)
        .toList();
  }

  private static Line line(InclusionPath path, int i) {
    Step step = path.steps().get(i);
    Node reached = i == 0 ? path.leaf() : path.steps().get(i - 1).parent();
    return new Line(
        i + 1,
        reached.hash().toHex(),
        step.isSiblingLeft() ? "left" : "right",
        step.sibling().hash().toHex(),
        ProofDrawing.covered(step.sibling()),
        ProofDrawing.covered(step.parent()));
  }

  /** The proof of the header alone (c2sp.org/tlog-proof). */
  @GetMapping("/tlog-proof")
  ResponseEntity<byte[]> file(
      @PathVariable long position, @RequestParam(required = false) @Nullable Long size) {
    Found found = find(position);
    SignedCheckpoint checkpoint = checkpoint(position, size);
    InclusionProof proof = log.inclusion(position, checkpoint);
    var file = new TlogProof(found.header(), position, proof.path(), checkpoint.note());
    return text("record-" + position + ".tlog-proof", file.format());
  }

  /** The proof of the record with its payload, personal texts sealed as they are. */
  @GetMapping("/receipt")
  ResponseEntity<byte[]> receipt(
      @PathVariable long position, @RequestParam(required = false) @Nullable Long size) {
    find(position);
    String receipt = log.receipt(position, checkpoint(position, size)).format();
    return text("record-" + position + ".daybook-receipt", receipt);
  }

  private static ResponseEntity<byte[]> text(String name, String content) {
    return ResponseEntity.ok()
        .contentType(TEXT)
        .cacheControl(CacheControl.noStore())
        .header(
            HttpHeaders.CONTENT_DISPOSITION,
            ContentDisposition.attachment().filename(name).build().toString())
        .body(content.getBytes(UTF_8));
  }

  private Found find(long position) {
    return log.record(position)
        .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
  }

  /** Returns the smallest checkpoint of at least {@code size} that covers a record. */
  private SignedCheckpoint checkpoint(long position, @Nullable Long size) {
    var wanted = size == null ? log.newest() : log.checkpointFrom(Math.max(size, position + 1));
    return wanted
        .or(log::newest)
        .filter(checkpoint -> checkpoint.size() > position)
        .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
  }
}
