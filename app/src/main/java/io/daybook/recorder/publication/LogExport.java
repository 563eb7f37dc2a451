package io.daybook.recorder.publication;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.daybook.journal.LogLayout;
import io.daybook.journal.checkpoint.ExportManifest;
import io.daybook.journal.merkle.TileId;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.LongConsumer;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** Writes the journal as one zip file, bundle by bundle, in the layout that the verifier reads. */
final class LogExport {
  private final PublishedLog log;

  LogExport(PublishedLog log) {
    this.log = log;
  }

  /** Writes everything of {@code export}; memory does not grow with the journal. */
  void write(ExportSnapshot export, OutputStream out) throws IOException {
    write(export, out, written -> {});
  }

  /** As the other, and tells {@code progress} how many records are written. */
  void write(ExportSnapshot export, OutputStream out, LongConsumer progress) throws IOException {
    var zip = new ZipOutputStream(out);
    SignedCheckpoint newest = export.newest();
    add(zip, LogLayout.CHECKPOINT, newest.note().getBytes(UTF_8));
    add(zip, ExportManifest.NAME, export.text().getBytes(UTF_8));
    addFiles(zip, export);
    addCheckpoints(zip, newest.size());
    addBundles(zip, newest.size(), progress);
    addTiles(zip, newest.size());
    zip.finish();
    zip.flush();
  }

  private static void addFiles(ZipOutputStream zip, ExportSnapshot export) throws IOException {
    for (ExportManifest.Item item : export.manifest().files()) {
      Optional<Path> file = export.file(item.name());
      if (file.isPresent()) {
        zip.putNextEntry(new ZipEntry(item.name()));
        Files.copy(file.get(), zip);
        zip.closeEntry();
      }
    }
  }

  private void addCheckpoints(ZipOutputStream zip, long newest) throws IOException {
    for (long size : log.checkpointSizes(0)) {
      if (size < newest) {
        String note = log.checkpoint(size).orElseThrow().note();
        add(zip, LogLayout.checkpoint(size), note.getBytes(UTF_8));
      }
    }
  }

  private void addBundles(ZipOutputStream zip, long size, LongConsumer progress)
      throws IOException {
    for (long bundle = 0; bundle < LogLayout.bundles(size); bundle++) {
      int width = LogLayout.bundleWidth(bundle, size);
      add(zip, LogLayout.entries(bundle, width), published(log.entries(bundle, width)));
      add(zip, LogLayout.records(bundle, width), published(log.records(bundle, width)));
      progress.accept(bundle * LogLayout.WIDTH + width);
    }
  }

  private void addTiles(ZipOutputStream zip, long size) throws IOException {
    for (int level = 0; level <= TileId.MAX_LEVEL; level++) {
      long hashes = TileId.hashesAt(level, size);
      for (long hash = 0; hash < hashes; hash += LogLayout.WIDTH) {
        TileId tile = TileId.covering(level, hash, size);
        add(zip, tile.path(), published(log.tile(tile)));
      }
    }
  }

  private static byte[] published(Optional<byte[]> file) {
    return file.orElseThrow(() -> new IllegalStateException("the published log has shrunk"));
  }

  private static void add(ZipOutputStream zip, String name, byte[] content) throws IOException {
    zip.putNextEntry(new ZipEntry(name));
    zip.write(content);
    zip.closeEntry();
  }
}
