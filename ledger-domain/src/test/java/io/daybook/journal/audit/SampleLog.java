package io.daybook.journal.audit;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.daybook.journal.Bytes;
import io.daybook.journal.EntryBundle;
import io.daybook.journal.EventFacts;
import io.daybook.journal.Header;
import io.daybook.journal.LogLayout;
import io.daybook.journal.PayloadCommitment;
import io.daybook.journal.PayloadFormat;
import io.daybook.journal.RecordBundle;
import io.daybook.journal.RecordHash;
import io.daybook.journal.StoredRecord;
import io.daybook.journal.StreamPosition;
import io.daybook.journal.audit.SampleEvents.Event;
import io.daybook.journal.checkpoint.Checkpoint;
import io.daybook.journal.checkpoint.ExportManifest;
import io.daybook.journal.checkpoint.NoteSigner;
import io.daybook.journal.checkpoint.Policy;
import io.daybook.journal.checkpoint.SignedNote;
import io.daybook.journal.checkpoint.VerifierKey;
import io.daybook.journal.merkle.Frontier;
import io.daybook.journal.merkle.TreeTiler;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyPairGenerator;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Random;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;

/** Writes journals for tests: honest ones, and such as only a holder of the keys could forge. */
final class SampleLog {
  static final String ORIGIN = "daybook.example/test";

  private static final NoteSigner ED25519 = signer("Ed25519");
  private static final NoteSigner ML_DSA = signer("ML-DSA-44");

  final List<Header> headers = new ArrayList<>();
  final List<StoredRecord> rows = new ArrayList<>();
  private final Map<String, Header> headByAggregate = new HashMap<>();
  private final Random random = new Random(7);
  long clockOffsetMillis;

  static SampleLog of(List<Event> events) {
    var log = new SampleLog();
    events.forEach(log::append);
    return log;
  }

  static List<VerifierKey> keys() {
    return List.of(ED25519.verifierKey(), ML_DSA.verifierKey());
  }

  void append(Event event) {
    Header last = headByAggregate.get(event.aggregateId());
    long sequence = last == null ? 0 : last.facts().stream().sequence() + 1;
    var previous = last == null ? RecordHash.ZERO : last.leafHash();
    append(
        event, new StreamPosition(event.aggregateType(), event.aggregateId(), sequence), previous);
  }

  void append(Event event, StreamPosition position, RecordHash previous) {
    append(event, position, previous, "evt_" + headers.size());
  }

  void append(Event event, StreamPosition position, RecordHash previous, String eventId) {
    var facts =
        new EventFacts(
            position,
            eventId,
            timeMillis(),
            new PayloadFormat(event.type(), null, "application/json"),
            new TreeMap<>(Map.of("actor", "usr_1", "channel", "rest")));
    byte[] salt = new byte[32];
    random.nextBytes(salt);
    byte[] payload = event.json().getBytes(UTF_8);
    var commitment = PayloadCommitment.of(salt, payload);
    var header = new Header(ORIGIN, facts, commitment, previous, null);
    rows.add(new StoredRecord(headers.size(), facts, Bytes.of(salt), Bytes.of(payload)));
    headers.add(header);
    headByAggregate.put(event.aggregateId(), header);
  }

  /** When the next event happens; a test may turn the clock. */
  private long timeMillis() {
    return 1_790_000_000_000L + headers.size() + clockOffsetMillis;
  }

  /** Returns the export's files by name, with older checkpoints of the given sizes. */
  SortedMap<String, byte[]> files(int... olderSizes) {
    var files = new TreeMap<String, byte[]>();
    var tiler = new TreeTiler((tile, hashes) -> files.put(tile.path(), hashes));
    headers.forEach(header -> tiler.append(header.leafHash()));
    tiler.partialTiles();
    files.put(LogLayout.CHECKPOINT, checkpoint(headers.size()));
    for (int size : olderSizes) {
      files.put(LogLayout.checkpoint(size), checkpoint(size));
    }
    files.put(LogLayout.POLICY, new Policy(ORIGIN, keys()).format().getBytes(UTF_8));
    for (int from = 0; from < headers.size(); from += LogLayout.WIDTH) {
      int to = Math.min(headers.size(), from + LogLayout.WIDTH);
      var encoded = headers.subList(from, to).stream().map(Header::encode).toList();
      long bundle = from / LogLayout.WIDTH;
      files.put(LogLayout.entries(bundle, to - from), EntryBundle.encode(encoded));
      files.put(LogLayout.records(bundle, to - from), RecordBundle.encode(rows.subList(from, to)));
    }
    files.putAll(SampleModels.of(rows));
    sign(files);
    return files;
  }

  /** Puts a manifest of what is there into an export, as a holder of the keys can at any time. */
  static void sign(Map<String, byte[]> files) {
    sign(files, ED25519, ML_DSA);
  }

  static void sign(Map<String, byte[]> files, NoteSigner... signers) {
    var names = new TreeSet<>(files.keySet());
    names.removeIf(name -> name.equals("checkpoint") || name.equals("manifest"));
    var sizes =
        names.stream()
            .filter(name -> name.startsWith("checkpoints/"))
            .map(name -> Long.valueOf(name.substring("checkpoints/".length())))
            .sorted()
            .toList();
    names.removeIf(name -> name.matches("(tile|records|checkpoints)/.*"));
    var items = names.stream().map(name -> item(name, bytes(files, name))).toList();
    var note = SignedNote.parse(bytes(files, "checkpoint"));
    var manifest =
        new ExportManifest(
            Checkpoint.parse(note.text()), sizes.size(), ExportManifest.digestOf(sizes), items);
    String signed = new String(sign(manifest.statement(), signers), UTF_8);
    files.put(ExportManifest.NAME, manifest.format(signed).getBytes(UTF_8));
  }

  private static ExportManifest.Item item(String name, byte[] bytes) {
    return new ExportManifest.Item(name, bytes.length, RecordHash.sha256(bytes));
  }

  private static byte[] bytes(Map<String, byte[]> files, String name) {
    return Objects.requireNonNull(files.get(name), name);
  }

  byte[] checkpoint(int size) {
    return sign(new Checkpoint(ORIGIN, size, root(size)));
  }

  /** Returns the root over the first {@code size} headers in hexadecimal. */
  String rootAt(int size) {
    return root(size).toHex();
  }

  private RecordHash root(int size) {
    var frontier = new Frontier();
    headers.subList(0, size).forEach(header -> frontier.append(header.leafHash()));
    return frontier.root();
  }

  static byte[] sign(Checkpoint checkpoint) {
    return sign(checkpoint, ED25519, ML_DSA);
  }

  private static byte[] sign(Checkpoint checkpoint, NoteSigner... signers) {
    var now = Instant.ofEpochSecond(1_790_000_001);
    var signatures = Stream.of(signers).map(signer -> signer.sign(checkpoint, now)).toList();
    return new SignedNote(checkpoint.body(), signatures).format().getBytes(UTF_8);
  }

  static Path write(Map<String, byte[]> files, Path folder) {
    files.forEach((name, bytes) -> write(folder.resolve(name), bytes));
    return folder;
  }

  static void write(Path file, byte[] bytes) {
    try {
      Files.createDirectories(file.resolveSibling(""));
      Files.write(file, bytes);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static AuditReport verify(Path export) {
    return verify(export, List.of());
  }

  static AuditReport verify(Path export, List<byte[]> against) {
    try {
      return new JournalVerifier(keys(), against, Progress.NONE).verify(export);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static AuditReport verify(Path export, Evidence evidence) {
    try {
      return new JournalVerifier(keys(), Optional.empty(), evidence, Progress.NONE).verify(export);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static NoteSigner signer(String algorithm) {
    try {
      var pair = KeyPairGenerator.getInstance(algorithm).generateKeyPair();
      return NoteSigner.of(ORIGIN, pair.getPrivate(), pair.getPublic());
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }
}
