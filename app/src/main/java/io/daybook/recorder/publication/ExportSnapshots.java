package io.daybook.recorder.publication;

import io.daybook.journal.LogLayout;
import io.daybook.journal.RecordHash;
import io.daybook.journal.checkpoint.ExportManifest;
import io.daybook.journal.checkpoint.ExportManifest.Item;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Makes exports, and keeps the files of the last few until they are fetched. What is kept can
 * always be made again: whoever comes too late asks for a new manifest.
 */
final class ExportSnapshots implements AutoCloseable {
  private static final int KEPT = 8;

  private final PublishedLog log;
  private final CheckpointPublisher publisher;
  private final CheckpointSigning signing;
  private final Clock clock;
  private final @Nullable ReadModels models;
  private final @Nullable AnchoredRoots anchors;
  private final ReentrantLock lock = new ReentrantLock();
  private final Deque<ExportSnapshot> kept = new ArrayDeque<>();

  /** Who signs manifests, and by which clock. */
  record Signing(CheckpointSigning keys, Clock clock) {}

  /** What others add to an export, each absent if there is none. */
  record Additions(@Nullable ReadModels models, @Nullable AnchoredRoots anchors) {}

  /** Makes exports of {@code log}. */
  ExportSnapshots(
      PublishedLog log, CheckpointPublisher publisher, Signing signing, Additions additions) {
    this.log = log;
    this.publisher = publisher;
    this.signing = signing.keys();
    this.clock = signing.clock();
    this.models = additions.models();
    this.anchors = additions.anchors();
  }

  /** Makes an export of everything that is durable; absent if no checkpoint could be signed yet. */
  Optional<ExportSnapshot> make() {
    lock.lock();
    try {
      Path folder = Files.createTempDirectory("daybook-export");
      Optional<ExportSnapshot> made = make(folder);
      made.ifPresent(kept::addLast);
      if (made.isEmpty()) {
        delete(folder);
      }
      while (kept.size() > KEPT) {
        delete(kept.removeFirst().folder());
      }
      return made;
    } catch (IOException e) {
      throw new UncheckedIOException("cannot write an export to the temporary folder", e);
    } finally {
      lock.unlock();
    }
  }

  /** Returns a file of an export that is still kept. */
  Optional<Path> file(String id, String name) {
    lock.lock();
    try {
      return kept.stream()
          .filter(snapshot -> snapshot.id().equals(id))
          .findFirst()
          .flatMap(snapshot -> snapshot.file(name));
    } finally {
      lock.unlock();
    }
  }

  private Optional<ExportSnapshot> make(Path folder) throws IOException {
    List<String> counts = new ArrayList<>();
    if (models != null) {
      Files.createDirectory(folder.resolve("models"));
      counts.addAll(models.dump(folder.resolve("models")));
    }
    // After the models, so that the checkpoint covers every record that they contain.
    publisher.publish();
    Optional<SignedCheckpoint> newest = log.newest();
    if (newest.isEmpty()) {
      return Optional.empty();
    }
    Files.writeString(folder.resolve(LogLayout.POLICY), log.policy(newest.get().size()).format());
    if (models != null) {
      writeCensus(folder.resolve("census"), counts);
    }
    writeAnchors(folder.resolve("anchors"), newest.get().size());
    List<Item> items = items(folder);
    items.addAll(log.erased(newest.get().size()));
    return Optional.of(sign(newest.get(), items, folder));
  }

  /** A chain that holds nothing yet leaves no file. */
  private void writeAnchors(Path file, long size) throws IOException {
    List<String> lines = anchors == null ? List.of() : anchors.upTo(size);
    if (!lines.isEmpty()) {
      Files.writeString(file, "daybook-anchors/v1\n" + String.join("\n", lines) + "\n");
    }
  }

  private void writeCensus(Path file, List<String> counts) throws IOException {
    PublishedLog.Extent extent = log.extent();
    var text = new StringBuilder("census " + (extent.size() - 1) + "\n");
    text.append("journal.records\t" + extent.rows() + "\t" + (extent.size() - 1) + "\n");
    counts.forEach(line -> text.append(line).append('\n'));
    Files.writeString(file, text);
  }

  private ExportSnapshot sign(SignedCheckpoint newest, List<Item> items, Path folder) {
    var older = log.checkpointSizes(0).stream().filter(size -> size < newest.size()).toList();
    var manifest =
        new ExportManifest(
            newest.checkpoint(), older.size(), ExportManifest.digestOf(older), items);
    String note = signing.sign(manifest.statement(), newest.size(), clock.instant()).format();
    return new ExportSnapshot(newest, manifest, manifest.format(note), folder);
  }

  private static List<Item> items(Path folder) throws IOException {
    var items = new ArrayList<Item>();
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        String name = folder.relativize(file).toString().replace('\\', '/');
        items.add(new Item(name, Files.size(file), hash(file)));
      }
    }
    return items;
  }

  private static RecordHash hash(Path file) throws IOException {
    try (InputStream in = Files.newInputStream(file)) {
      var digest = MessageDigest.getInstance("SHA-256");
      byte[] buffer = new byte[1 << 16];
      for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
        digest.update(buffer, 0, read);
      }
      return RecordHash.of(digest.digest());
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }

  private static void delete(Path folder) {
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.deleteIfExists(file);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void close() {
    lock.lock();
    try {
      kept.forEach(snapshot -> delete(snapshot.folder()));
      kept.clear();
    } finally {
      lock.unlock();
    }
  }
}
