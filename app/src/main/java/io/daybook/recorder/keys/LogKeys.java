package io.daybook.recorder.keys;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.daybook.journal.RecordHash;
import io.daybook.journal.checkpoint.Checkpoint;
import io.daybook.journal.checkpoint.NoteSignature;
import io.daybook.journal.checkpoint.NoteSigner;
import io.daybook.journal.checkpoint.Policy;
import io.daybook.journal.checkpoint.SignedNote;
import io.daybook.journal.checkpoint.VerifierKey;
import io.daybook.recorder.format.SystemEvent.LogCreated;
import io.daybook.security.JournalKeyStores;
import io.daybook.security.KeyRing;
import java.security.KeyPair;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** The log's name and the private keys that are on this machine, whether or not they are in use. */
public final class LogKeys {
  private final Policy first;
  private final JournalKeyStores stores;
  private final Map<String, NoteSigner> signerById = new ConcurrentHashMap<>();

  private LogKeys(Policy first, JournalKeyStores stores) {
    this.first = first;
    this.stores = stores;
    stores.log().all().forEach(pair -> add(origin(), pair));
    stores.authors().all().forEach(pair -> add(authorName(), pair));
  }

  /**
   * Names all key pairs after the log.
   *
   * @param made the keys of the first start, with which a new log begins
   * @throws IllegalArgumentException if the origin is no key name or a key of another algorithm
   */
  public static LogKeys of(String origin, KeyRing made, JournalKeyStores stores) {
    var keys =
        List.of(
            VerifierKey.of(origin, made.journalEd25519().getPublic()),
            VerifierKey.of(origin, made.journalMlDsa().getPublic()));
    return new LogKeys(new Policy(origin, keys), stores);
  }

  private NoteSigner add(String name, KeyPair pair) {
    var signer = NoteSigner.of(name, pair.getPrivate(), pair.getPublic());
    signerById.put(signer.verifierKey().id(), signer);
    return signer;
  }

  /** Returns the log's name. */
  public String origin() {
    return first.origin();
  }

  String authorName() {
    return origin() + "/author";
  }

  /** Returns the content of the log's first record. */
  public LogCreated creation() {
    String hash = RecordHash.sha256(first.format().getBytes(UTF_8)).toHex();
    return new LogCreated(origin(), first.keys().stream().map(VerifierKey::format).toList(), hash);
  }

  /** Returns the private half of {@code key}, if it is here. */
  Optional<NoteSigner> signer(VerifierKey key) {
    return Optional.ofNullable(signerById.get(key.id()))
        .filter(signer -> signer.verifierKey().equals(key));
  }

  /** Makes and keeps a key to sign checkpoints with; it is not in use before a record says so. */
  NoteSigner newLogKey(String algorithm) {
    return add(origin(), stores.log().generate(algorithm));
  }

  /** Makes and keeps a key to sign protected events with, as {@link #newLogKey}. */
  NoteSigner newAuthorKey(String algorithm) {
    return add(authorName(), stores.authors().generate(algorithm));
  }

  /** Returns the author's keys that are here. */
  List<NoteSigner> authors() {
    return signerById.values().stream()
        .filter(signer -> signer.verifierKey().name().equals(authorName()))
        .toList();
  }

  /**
   * Signs a checkpoint with every one of {@code keys}.
   *
   * @throws IllegalStateException if the private half of one is not here
   */
  public SignedNote sign(Checkpoint checkpoint, List<VerifierKey> keys, Instant now) {
    var signatures = new ArrayList<NoteSignature>();
    for (VerifierKey key : keys) {
      NoteSigner signer =
          signer(key)
              .orElseThrow(
                  () -> new IllegalStateException("the private key of " + key + " is not here"));
      signatures.add(signer.sign(checkpoint, now));
    }
    return new SignedNote(checkpoint.body(), signatures);
  }
}
