package io.daybook.journal.audit;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import io.daybook.journal.Author;
import io.daybook.journal.AuthoredContent;
import io.daybook.journal.Bytes;
import io.daybook.journal.EventFacts;
import io.daybook.journal.Header;
import io.daybook.journal.LogLayout;
import io.daybook.journal.PayloadCommitment;
import io.daybook.journal.PayloadFormat;
import io.daybook.journal.RecordHash;
import io.daybook.journal.StoredRecord;
import io.daybook.journal.StreamPosition;
import io.daybook.journal.audit.SampleEvents.Event;
import io.daybook.journal.checkpoint.Checkpoint;
import io.daybook.journal.checkpoint.NoteSigner;
import io.daybook.journal.checkpoint.Policy;
import io.daybook.journal.checkpoint.SignedNote;
import io.daybook.journal.checkpoint.VerifierKey;
import io.daybook.journal.keys.KeyAct;
import io.daybook.journal.keys.KeyAct.Introduce;
import io.daybook.journal.keys.KeyAct.Retire;
import io.daybook.journal.keys.KeyAct.Revoke;
import io.daybook.journal.keys.KeyStatement;
import io.daybook.journal.keys.KeyUse;
import io.daybook.journal.merkle.Frontier;
import java.security.GeneralSecurityException;
import java.security.KeyPairGenerator;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A log that begins with a record of its keys, and whose checkpoints are signed as a test says. */
final class KeyedLog {
  static final String ORIGIN = SampleLog.ORIGIN;
  static final String PROTECTED = "test.Approved";
  static final Instant NOW = Instant.ofEpochSecond(1_790_000_001);

  final NoteSigner ed25519 = signer(ORIGIN, "Ed25519");
  final NoteSigner mlDsa = signer(ORIGIN, "ML-DSA-44");
  final NoteSigner root = signer(ORIGIN + "/root", "Ed25519");
  final NoteSigner author = signer(ORIGIN + "/author", "Ed25519");

  private final SampleLog log = SampleLog.of(List.of());
  private final TreeMap<Integer, byte[]> checkpoints = new TreeMap<>();
  private NoteSigner[] lastSigners = {ed25519, mlDsa};
  private List<VerifierKey> policy = List.of(ed25519.verifierKey(), mlDsa.verifierKey());

  /** Begins a log with its own keys, and others of which only the public half is there. */
  KeyedLog(VerifierKey... more) {
    var own = policy;
    policy = Stream.concat(policy.stream(), Stream.of(more)).toList();
    system("LogCreated", created());
    policy = own;
    introduce(author, KeyUse.AUTHOR, author, ed25519, mlDsa);
    introduce(root, KeyUse.ROOT, root, ed25519, mlDsa);
  }

  JsonObject created() {
    var json = new JsonObject();
    json.addProperty("origin", ORIGIN);
    var keys = new JsonArray();
    policy.forEach(key -> keys.add(key.format()));
    json.add("keys", keys);
    var first = new Policy(ORIGIN, policy).format().getBytes(UTF_8);
    json.addProperty("policyHash", RecordHash.sha256(first).toHex());
    return json;
  }

  int size() {
    return log.headers.size();
  }

  KeyedLog system(String name, JsonObject payload) {
    log.append(new Event("journal", "journal", "journal." + name, payload.toString()));
    return this;
  }

  /** Adds some records that have nothing to do with keys. */
  KeyedLog fill(int count) {
    for (int i = 0; i < count; i++) {
      log.append(new Event("Probe", "probe_" + size(), "test.Probe", "{}"));
    }
    return this;
  }

  KeyedLog introduce(NoteSigner key, KeyUse use, NoteSigner... signers) {
    var types = use == KeyUse.AUTHOR ? List.of(PROTECTED) : List.<String>of();
    return state("KeyIntroduced", new Introduce(key.verifierKey(), use, types), signers);
  }

  KeyedLog retire(NoteSigner key, NoteSigner... signers) {
    return state("KeyRetired", new Retire(key.verifierKey()), signers);
  }

  KeyedLog revoke(NoteSigner key, long trustedSize, NoteSigner... signers) {
    return state("KeyRevoked", new Revoke(key.verifierKey(), trustedSize), signers);
  }

  KeyedLog state(String name, KeyAct act, NoteSigner... signers) {
    var statement = KeyStatement.unsigned(ORIGIN, act);
    for (NoteSigner signer : signers) {
      statement = statement.signedBy(signer);
    }
    var payload = new JsonObject();
    payload.addProperty("statement", statement.format());
    return system(name, payload);
  }

  /** Adds a protected event, signed by nobody if {@code signer} is null. */
  KeyedLog approve(String aggregate, @Nullable NoteSigner signer) {
    byte[] payload = "{}".getBytes(UTF_8);
    return approve(aggregate, payload, signer == null ? null : sign(aggregate, payload, signer));
  }

  KeyedLog approve(String aggregate, byte[] payload, @Nullable Author by) {
    EventFacts facts = facts(aggregate);
    var commitment = PayloadCommitment.of(new byte[32], payload);
    log.rows.add(new StoredRecord(size(), facts, Bytes.of(new byte[32]), Bytes.of(payload)));
    log.headers.add(new Header(ORIGIN, facts, commitment, RecordHash.ZERO, by));
    return this;
  }

  Author sign(String aggregate, byte[] payload, NoteSigner signer) {
    byte[] content =
        AuthoredContent.of(ORIGIN, facts(aggregate), PayloadCommitment.of(new byte[32], payload));
    return new Author(signer.verifierKey().id(), Bytes.of(signer.sign(content)));
  }

  private static EventFacts facts(String aggregate) {
    return new EventFacts(
        new StreamPosition("Case", aggregate, 0),
        "evt_" + aggregate,
        1_790_000_000_000L,
        new PayloadFormat(PROTECTED, null, "application/json"),
        new TreeMap<>(Map.of("actor", "usr_1")));
  }

  /** Publishes a checkpoint of the log as it is. */
  KeyedLog publish(NoteSigner... signers) {
    lastSigners = signers;
    checkpoints.put(size(), note(size(), NOW, signers));
    return this;
  }

  KeyedLog publish(byte[] note) {
    checkpoints.put(size(), note);
    return this;
  }

  byte[] note(int size, Instant now, NoteSigner... signers) {
    var frontier = new Frontier();
    log.headers.subList(0, size).forEach(header -> frontier.append(header.leafHash()));
    var checkpoint = new Checkpoint(ORIGIN, size, frontier.root());
    var signatures = Stream.of(signers).map(signer -> signer.sign(checkpoint, now)).toList();
    return new SignedNote(checkpoint.body(), signatures).format().getBytes(UTF_8);
  }

  KeyedLog withPolicy(NoteSigner... keys) {
    policy = Stream.of(keys).map(NoteSigner::verifierKey).toList();
    return this;
  }

  SortedMap<String, byte[]> files() {
    SortedMap<String, byte[]> files = log.files();
    new ArrayList<>(checkpoints.headMap(size()).keySet())
        .forEach(older -> files.put(LogLayout.checkpoint(older), checkpoints.get(older)));
    files.put(LogLayout.CHECKPOINT, checkpoints.get(size()));
    files.put(LogLayout.POLICY, new Policy(ORIGIN, policy).format().getBytes(UTF_8));
    SampleLog.sign(files, lastSigners);
    return files;
  }

  static NoteSigner signer(String name, String algorithm) {
    try {
      var pair = KeyPairGenerator.getInstance(algorithm).generateKeyPair();
      return NoteSigner.of(name, pair.getPrivate(), pair.getPublic());
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  static NoteSigner witness(String name, String algorithm) {
    try {
      var pair = KeyPairGenerator.getInstance(algorithm).generateKeyPair();
      return NoteSigner.ofWitness(name, pair.getPrivate(), pair.getPublic());
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }
}
