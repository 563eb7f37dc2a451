package io.daybook.journal.audit;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.daybook.journal.Bytes;
import io.daybook.journal.EntryBundle;
import io.daybook.journal.Header;
import io.daybook.journal.LogLayout;
import io.daybook.journal.MalformedException;
import io.daybook.journal.RecordHash;
import io.daybook.journal.checkpoint.Checkpoint;
import io.daybook.journal.checkpoint.SignedNote;
import io.daybook.journal.merkle.InclusionProof;
import io.daybook.journal.merkle.TileId;
import io.daybook.journal.merkle.TileNodes;
import io.daybook.journal.proof.TlogProof;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;

/** Finds an event in an export and puts its proof together from the tiles. */
final class Prover {
  private final ExportFiles files;
  private final Progress progress;

  Prover(ExportFiles files, Progress progress) {
    this.files = files;
    this.progress = progress;
  }

  /**
   * Proves the event with that id, and verifies the proof against the export's checkpoint.
   *
   * @throws UsageException if the export has no such event
   * @throws MalformedException if the export contradicts itself
   * @throws IOException if the export lacks a file
   */
  TlogProof prove(String eventId) throws IOException {
    try {
      byte[] note = files.read(LogLayout.CHECKPOINT, SignedNote.MAX_BYTES);
      var checkpoint = Checkpoint.parse(SignedNote.parse(note).text());
      for (long bundle = 0; bundle < LogLayout.bundles(checkpoint.size()); bundle++) {
        List<byte[]> headers = headers(bundle, checkpoint.size());
        for (int i = 0; i < headers.size(); i++) {
          if (Header.decode(headers.get(i)).facts().eventId().equals(eventId)) {
            long index = bundle * LogLayout.WIDTH + i;
            return prove(index, headers.get(i), checkpoint, new String(note, UTF_8));
          }
        }
        progress.at(bundle * LogLayout.WIDTH, checkpoint.size());
      }
    } catch (UncheckedIOException e) {
      throw new IOException(e.getMessage(), e);
    }
    throw new UsageException("no event with the id '" + eventId + "' is in this export");
  }

  private List<byte[]> headers(long bundle, long size) throws IOException {
    String name = LogLayout.entries(bundle, LogLayout.bundleWidth(bundle, size));
    return EntryBundle.decode(files.read(name, EntryBundle.MAX_BYTES));
  }

  private TlogProof prove(long index, byte[] header, Checkpoint checkpoint, String note)
      throws IOException {
    var proof =
        InclusionProof.of(index, checkpoint.size(), new TileNodes(checkpoint.size(), this::tile));
    if (!proof.verify(Header.leafHash(header), checkpoint.rootHash())) {
      throw new MalformedException("header, tiles and checkpoint contradict", index);
    }
    return new TlogProof(Bytes.of(header), index, proof.path(), note);
  }

  private byte[] tile(TileId tile) {
    try {
      byte[] hashes = files.read(tile.path(), LogLayout.WIDTH * RecordHash.LENGTH);
      if (hashes.length != tile.width() * RecordHash.LENGTH) {
        throw new IOException("has " + hashes.length + " bytes");
      }
      return hashes;
    } catch (IOException e) {
      throw new UncheckedIOException(
          new IOException(tile.path() + ": " + ExportFiles.reason(e), e));
    }
  }
}
