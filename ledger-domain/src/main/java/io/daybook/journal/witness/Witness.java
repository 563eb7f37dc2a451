package io.daybook.journal.witness;

import io.daybook.journal.MalformedException;
import io.daybook.journal.checkpoint.Checkpoint;
import io.daybook.journal.checkpoint.NoteSignature;
import io.daybook.journal.checkpoint.NoteSigner;
import io.daybook.journal.checkpoint.NoteVerifier;
import io.daybook.journal.checkpoint.SignedNote;
import io.daybook.journal.checkpoint.VerifierKey;
import io.daybook.journal.merkle.ConsistencyProof;
import io.daybook.journal.merkle.MerkleTree;
import io.daybook.journal.proof.AddCheckpoint;
import io.daybook.journal.witness.StateFile.Seen;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;
import java.util.stream.Collectors;

/** Decides what to cosign (c2sp.org/tlog-witness). Safe for use by several threads. */
final class Witness {
  private static final String TEXT = "text/plain; charset=utf-8";
  private static final String SIZE = "text/x.tlog.size";

  private final List<NoteSigner> signers;
  private final Map<String, List<VerifierKey>> logKeysByOrigin;
  private final StateFile state;
  private final InstantSource clock;
  private final ReentrantLock lock = new ReentrantLock();

  /** Cosigns for the logs that {@code logKeys} are named after. */
  Witness(
      List<NoteSigner> signers, List<VerifierKey> logKeys, StateFile state, InstantSource clock) {
    this.signers = List.copyOf(signers);
    this.logKeysByOrigin = logKeys.stream().collect(Collectors.groupingBy(VerifierKey::name));
    this.state = state;
    this.clock = clock;
  }

  /** An HTTP answer. */
  record Answer(int status, String contentType, String body) {
    static Answer of(int status, String reason) {
      return new Answer(status, TEXT, reason + "\n");
    }
  }

  /** Returns the newest cosigned checkpoint of a log. */
  Optional<String> newest(String origin) {
    lock.lock();
    try {
      return state.seen(origin).map(seen -> seen.note().format());
    } finally {
      lock.unlock();
    }
  }

  /** Returns the names of the logs that it cosigns for. */
  Iterable<String> origins() {
    return logKeysByOrigin.keySet();
  }

  /** Answers an add-checkpoint request. */
  Answer add(byte[] body) {
    AddCheckpoint request;
    Checkpoint checkpoint;
    try {
      request = AddCheckpoint.parse(body);
      checkpoint = Checkpoint.parse(request.note().text());
    } catch (MalformedException e) {
      return Answer.of(400, String.valueOf(e.getMessage()));
    }
    List<VerifierKey> keys = logKeysByOrigin.getOrDefault(checkpoint.origin(), List.of());
    if (keys.isEmpty()) {
      return Answer.of(404, "unknown log");
    }
    List<NoteSignature> signatures = trusted(keys, request.note(), checkpoint);
    if (signatures.isEmpty()) {
      return Answer.of(403, "no signature by a key of the log, or an invalid one");
    }
    if (request.oldSize() > checkpoint.size()) {
      return Answer.of(400, "the old size is above the checkpoint's");
    }
    lock.lock();
    try {
      return cosign(request, checkpoint, signatures);
    } catch (StateFile.StateLost e) {
      return Answer.of(500, "the witness cannot remember, so it does not sign");
    } finally {
      lock.unlock();
    }
  }

  /** Returns the valid signatures by {@code keys}; none if there is an invalid one. */
  private static List<NoteSignature> trusted(
      List<VerifierKey> keys, SignedNote note, Checkpoint checkpoint) {
    var valid = new ArrayList<NoteSignature>();
    for (VerifierKey key : keys) {
      var verifier = new NoteVerifier(key);
      for (NoteSignature line : note.signatures()) {
        if (line.isBy(key)) {
          if (!verifier.verify(checkpoint, line)) {
            return List.of();
          }
          valid.add(line);
        }
      }
    }
    return valid;
  }

  private Answer cosign(
      AddCheckpoint request, Checkpoint checkpoint, List<NoteSignature> signatures) {
    Optional<Seen> last = state.seen(checkpoint.origin());
    long lastSize = last.map(seen -> seen.checkpoint().size()).orElse(0L);
    if (request.oldSize() != lastSize) {
      return new Answer(409, SIZE, lastSize + "\n");
    }
    var lastRoot = last.map(seen -> seen.checkpoint().rootHash()).orElse(MerkleTree.EMPTY_ROOT);
    var proof = new ConsistencyProof(lastSize, checkpoint.size(), request.proof());
    if (!proof.verify(lastRoot, checkpoint.rootHash())) {
      return Answer.of(422, "the checkpoint does not continue the last one");
    }
    // A clock that was set back must not make cosignatures of a larger tree older.
    long time = Math.max(clock.instant().getEpochSecond(), last.map(Seen::timeSeconds).orElse(1L));
    List<NoteSignature> cosignatures =
        signers.stream()
            .map(signer -> signer.sign(checkpoint, Instant.ofEpochSecond(time)))
            .toList();
    var all = new ArrayList<>(signatures);
    all.addAll(cosignatures);
    state.put(new Seen(checkpoint, new SignedNote(checkpoint.body(), all), time));
    String lines = cosignatures.stream().map(NoteSignature::format).collect(Collectors.joining());
    return new Answer(200, TEXT, lines);
  }
}
