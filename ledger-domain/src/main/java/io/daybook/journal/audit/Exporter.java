package io.daybook.journal.audit;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.daybook.journal.EntryBundle;
import io.daybook.journal.LogLayout;
import io.daybook.journal.MalformedException;
import io.daybook.journal.RecordHash;
import io.daybook.journal.StoredRecord;
import io.daybook.journal.checkpoint.Checkpoint;
import io.daybook.journal.checkpoint.ExportManifest;
import io.daybook.journal.checkpoint.SignedNote;
import io.daybook.journal.merkle.TileId;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorCompletionService;
import java.util.concurrent.Executors;
import java.util.regex.Pattern;

/**
 * Copies a journal into a folder. Full bundles and tiles never change, so those already there stay;
 * a file appears under its name only when it is whole.
 */
final class Exporter {
  private static final Pattern SIZE = Pattern.compile("0|[1-9][0-9]{0,17}");
  private static final long MAX_RECORDS_BYTES = LogLayout.WIDTH * (4L + StoredRecord.MAX_BYTES);

  private static final int WORKERS = 4;

  private final RemoteLog log;
  private final Path out;
  private final Progress progress;

  Exporter(RemoteLog log, Path out, Progress progress) {
    this.log = log;
    this.out = out;
    this.progress = progress;
  }

  /**
   * A file to fetch.
   *
   * @param remote its name on the server
   * @param maxBytes how long it may be
   * @param hash SHA-256 of its content where that may have changed since an earlier run
   */
  private record Item(String name, String remote, long maxBytes, Optional<RecordHash> hash) {
    Item(String name, long maxBytes) {
      this(name, name, maxBytes, Optional.empty());
    }

    boolean isThere(Path out) throws IOException {
      Path file = out.resolve(name);
      return Files.isRegularFile(file)
          && (hash.isEmpty()
              || (Files.size(file) <= maxBytes
                  && RecordHash.sha256(Files.readAllBytes(file)).equals(hash.get())));
    }
  }

  /**
   * Fetches everything that a new manifest names.
   *
   * @throws UsageException if the server refuses the token
   * @throws IOException if a file is missing, too long or cannot be read or written
   */
  void export() throws IOException, InterruptedException {
    keepOldCheckpoint();
    // Manifest and checkpoint are put in place last: until then the folder is what it was.
    Path manifestFile = fetch(new Item(ExportManifest.NAME, ExportManifest.MAX_BYTES));
    ExportManifest manifest = manifest(Files.readAllBytes(manifestFile));
    long size = manifest.log().size();
    Path checkpointFile = fetch(new Item(LogLayout.checkpoint(size), SignedNote.MAX_BYTES));
    fetchAll(items(manifest));
    move(checkpointFile, LogLayout.CHECKPOINT);
    move(manifestFile, ExportManifest.NAME);
    removeOutgrown(size);
  }

  private void move(Path part, String name) throws IOException {
    Files.move(part, out.resolve(name), StandardCopyOption.REPLACE_EXISTING);
  }

  private static ExportManifest manifest(byte[] bytes) throws IOException {
    try {
      return ExportManifest.parse(bytes).manifest();
    } catch (MalformedException e) {
      throw new IOException("the manifest is malformed: " + e.getMessage(), e);
    }
  }

  /** Removes what an earlier run fetched and this one replaced by something wider. */
  private void removeOutgrown(long size) throws IOException {
    try (var files = ExportFiles.open(out)) {
      var outgrown = new ArrayList<String>();
      files.forEach(name -> {
        boolean isPart = name.matches("(tile|records)/.*\\.p/[0-9]+") || name.endsWith(".part");
        if (isPart && !LogLayout.isPart(name, size)) {
          outgrown.add(name);
        }
      });
      for (String name : outgrown) {
        Files.deleteIfExists(out.resolve(name));
      }
    }
  }

  private void fetchAll(List<Item> items) throws IOException, InterruptedException {
    var missing = new ArrayList<Item>();
    for (Item item : items) {
      if (!item.isThere(out)) {
        missing.add(item);
      }
    }
    try (var workers = Executors.newFixedThreadPool(WORKERS, Thread.ofVirtual().factory())) {
      var finished = new ExecutorCompletionService<Item>(workers);
      missing.forEach(item -> finished.submit(() -> fetchInto(item)));
      try {
        for (int i = 1; i <= missing.size(); i++) {
          finished.take().get();
          progress.at(i, missing.size());
        }
      } catch (ExecutionException e) {
        workers.shutdownNow(); // The others would only fail one by one for the same reason.
        throw failure(e);
      }
    }
  }

  private static IOException failure(ExecutionException e) {
    return switch (e.getCause()) {
      case UsageException usage -> throw usage;
      case NoSuchFileException missing ->
          new IOException("the server does not have " + missing.getFile(), e);
      case IOException failure -> failure;
      case null, default -> throw new IllegalStateException("fetching failed", e);
    };
  }

  /** What an earlier run was signed for is evidence against a rewritten history. */
  private void keepOldCheckpoint() throws IOException {
    Path old = out.resolve(LogLayout.CHECKPOINT);
    if (Files.exists(old)) {
      Path kept = out.resolve(LogLayout.checkpoint(size(Files.readAllBytes(old))));
      if (!Files.exists(kept)) {
        Files.createDirectories(kept.resolveSibling(""));
        Files.copy(old, kept);
      }
    }
  }

  private static long size(byte[] note) throws IOException {
    try {
      return Checkpoint.parse(SignedNote.parse(note).text()).size();
    } catch (MalformedException e) {
      throw new IOException("the checkpoint is malformed: " + e.getMessage(), e);
    }
  }

  private List<Item> items(ExportManifest manifest) throws IOException, InterruptedException {
    long size = manifest.log().size();
    var named = new HashMap<String, Item>();
    String folder = "exports/" + manifest.statement().rootHash().toHex() + "/";
    for (ExportManifest.Item file : manifest.files()) {
      boolean isRows = file.name().startsWith("records/");
      String remote = isRows ? file.name() : folder + file.name();
      named.put(
          file.name(), new Item(file.name(), remote, file.length(), Optional.of(file.hash())));
    }
    var items = new ArrayList<Item>();
    for (long bundle = 0; bundle < LogLayout.bundles(size); bundle++) {
      int width = LogLayout.bundleWidth(bundle, size);
      items.add(new Item(LogLayout.entries(bundle, width), EntryBundle.MAX_BYTES));
      String rows = LogLayout.records(bundle, width);
      named.putIfAbsent(rows, new Item(rows, MAX_RECORDS_BYTES));
    }
    items.addAll(named.values());
    addTiles(items, size);
    olderSizes(size)
        .forEach(older -> items.add(new Item(LogLayout.checkpoint(older), SignedNote.MAX_BYTES)));
    return items;
  }

  private static void addTiles(List<Item> items, long size) {
    for (int level = 0; level <= TileId.MAX_LEVEL; level++) {
      long hashes = TileId.hashesAt(level, size);
      for (long hash = 0; hash < hashes; hash += LogLayout.WIDTH) {
        String name = TileId.covering(level, hash, size).path();
        items.add(new Item(name, (long) LogLayout.WIDTH * RecordHash.LENGTH));
      }
    }
  }

  private List<Long> olderSizes(long size) throws IOException, InterruptedException {
    try (InputStream in = log.open(LogLayout.CHECKPOINTS)) {
      String list = new String(in.readNBytes(64 << 20), UTF_8);
      return list.lines()
          .filter(line -> SIZE.matcher(line).matches())
          .map(Long::valueOf)
          .filter(older -> older < size)
          .toList();
    }
  }

  private Item fetchInto(Item item) throws IOException, InterruptedException {
    Path part = fetch(item);
    move(part, item.name());
    return item;
  }

  /** Fetches a file under a name that no reader looks for. */
  private Path fetch(Item item) throws IOException, InterruptedException {
    Path part = out.resolve(item.name() + ".part");
    Files.createDirectories(part.resolveSibling(""));
    try (InputStream in = log.open(item.remote());
        var file =
            Files.newOutputStream(
                part, StandardOpenOption.CREATE, StandardOpenOption.TRUNCATE_EXISTING)) {
      byte[] buffer = new byte[1 << 16];
      long total = 0;
      for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
        total += read;
        if (total > item.maxBytes()) {
          throw new IOException(item.name() + " is longer than " + item.maxBytes() + " bytes");
        }
        file.write(buffer, 0, read);
      }
    }
    return part;
  }
}
