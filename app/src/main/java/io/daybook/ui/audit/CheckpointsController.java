package io.daybook.ui.audit;

import io.daybook.journal.RecordHash;
import io.daybook.journal.merkle.ConsistencyProof;
import io.daybook.recorder.publication.LogBrowser;
import io.daybook.recorder.publication.SignedCheckpoint;
import io.daybook.ui.audit.CheckpointSignatures.Judged;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;

/** The signed checkpoints, and that one continues another. */
@Controller
@RequestMapping("/ui/journal/checkpoints")
class CheckpointsController {
  private static final int ROWS = 20;

  private final LogBrowser log;
  private final CheckpointSignatures signatures;

  CheckpointsController(LogBrowser log, CheckpointSignatures signatures) {
    this.log = log;
    this.signatures = signatures;
  }

  /**
   * A part of the list, newest first.
   *
   * @param next the size below which the next part begins; absent on the last
   * @param from the size that the form below suggests as the older one; absent if there is but one
   */
  record ListPage(List<Judged> rows, @Nullable Long next, @Nullable Long from) {}

  /** Whether one checkpoint continues another, with the hashes that prove it. */
  record ConsistencyPage(
      long from, String fromRoot, long to, String toRoot, List<String> hashes, boolean holds) {}

  @GetMapping
  String list(@RequestParam(defaultValue = "9223372036854775807") long below, Model model) {
    List<SignedCheckpoint> found = log.checkpoints(below, ROWS + 1);
    List<SignedCheckpoint> rows = found.subList(0, Math.min(ROWS, found.size()));
    model.addAttribute(
        "page",
        new ListPage(
            rows.stream().map(signatures::judge).toList(),
            found.size() > ROWS ? rows.getLast().size() : null,
            rows.size() > 1 ? rows.get(1).size() : null));
    return "ui/audit/checkpoints";
  }

  @GetMapping("/{size}")
  String checkpoint(@PathVariable long size, Model model) {
    model.addAttribute("page", signatures.judge(find(size)));
    List<SignedCheckpoint> before = log.checkpoints(size, 1);
    model.addAttribute("before", before.isEmpty() ? null : before.getFirst().size());
    return "ui/audit/checkpoint";
  }

  /** Takes the two sizes in either order. */
  @GetMapping("/consistency")
  String consistency(@RequestParam long from, @RequestParam long to, Model model) {
    SignedCheckpoint older = find(Math.min(from, to));
    SignedCheckpoint newer = find(Math.max(from, to));
    ConsistencyProof proof = log.consistency(older, newer);
    RecordHash oldRoot = older.checkpoint().rootHash();
    RecordHash newRoot = newer.checkpoint().rootHash();
    model.addAttribute(
        "page",
        new ConsistencyPage(
            older.size(),
            oldRoot.toHex(),
            newer.size(),
            newRoot.toHex(),
            proof.path().stream().map(RecordHash::toHex).toList(),
            proof.verify(oldRoot, newRoot)));
    return "ui/audit/consistency";
  }

  private SignedCheckpoint find(long size) {
    return Optional.of(size)
        .flatMap(log::checkpoint)
        .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
  }
}
