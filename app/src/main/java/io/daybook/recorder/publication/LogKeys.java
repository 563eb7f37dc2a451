package io.daybook.recorder.publication;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.daybook.journal.RecordHash;
import io.daybook.journal.checkpoint.Checkpoint;
import io.daybook.journal.checkpoint.NoteSigner;
import io.daybook.journal.checkpoint.Policy;
import io.daybook.journal.checkpoint.SignedNote;
import io.daybook.journal.checkpoint.VerifierKey;
import io.daybook.recorder.format.SystemEvent.LogCreated;
import java.security.KeyPair;
import java.time.Instant;
import java.util.List;

/** The log's name and the keys that sign its checkpoints: one of today, one for after quantum. */
public final class LogKeys {
  private final List<NoteSigner> signers;
  private final Policy policy;

  private LogKeys(String origin, List<NoteSigner> signers) {
    this.signers = signers;
    this.policy = new Policy(origin, signers.stream().map(NoteSigner::verifierKey).toList());
  }

  /**
   * Names both key pairs after the log.
   *
   * @throws IllegalArgumentException if the origin is no key name or a key of another algorithm
   */
  public static LogKeys of(String origin, KeyPair ed25519, KeyPair mlDsa) {
    return new LogKeys(origin, List.of(signer(origin, ed25519), signer(origin, mlDsa)));
  }

  private static NoteSigner signer(String origin, KeyPair keys) {
    return NoteSigner.of(origin, keys.getPrivate(), keys.getPublic());
  }

  /** Returns the log's name. */
  public String origin() {
    return policy.origin();
  }

  /** Returns the content of the log's first record. */
  public LogCreated creation() {
    String hash = RecordHash.sha256(policy.format().getBytes(UTF_8)).toHex();
    return new LogCreated(origin(), policy.keys().stream().map(VerifierKey::format).toList(), hash);
  }

  Policy policy() {
    return policy;
  }

  /** Signs with every key and returns the note's text. */
  String sign(Checkpoint checkpoint, Instant now) {
    var signatures = signers.stream().map(signer -> signer.sign(checkpoint, now)).toList();
    return new SignedNote(checkpoint.body(), signatures).format();
  }
}
