package io.daybook.recorder.publication;

import io.daybook.journal.LogLayout;
import io.daybook.journal.RecordHash;
import io.daybook.journal.merkle.Frontier;
import io.daybook.journal.merkle.MerkleTree;
import io.daybook.journal.merkle.TileId;
import io.daybook.journal.merkle.TileNodes;
import io.daybook.journal.merkle.TileSource;
import java.util.List;

/**
 * The tree's tiles (C2SP tlog-tiles): leaf hashes at the bottom, above them the stored roots of the
 * full tiles below.
 */
final class LogTiles implements TileSource {
  private final LogTables tables;

  LogTiles(LogTables tables) {
    this.tables = tables;
  }

  @Override
  public byte[] tile(TileId tile) {
    return encode(whole(tile));
  }

  /** Returns what the tables still have of a tile, which is shorter if rows were removed. */
  byte[] remains(TileId tile) {
    return encode(hashes(tile));
  }

  private static byte[] encode(List<RecordHash> hashes) {
    byte[] bytes = new byte[hashes.size() * RecordHash.LENGTH];
    int at = 0;
    for (RecordHash hash : hashes) {
      hash.copyTo(bytes, at);
      at += RecordHash.LENGTH;
    }
    return bytes;
  }

  private List<RecordHash> whole(TileId tile) {
    List<RecordHash> hashes = hashes(tile);
    if (hashes.size() != tile.width()) {
      throw new RowsMissing(tile.path(), tile.width() - hashes.size());
    }
    return hashes;
  }

  private List<RecordHash> hashes(TileId tile) {
    long first = tile.index() * LogLayout.WIDTH;
    return tile.level() == 0
        ? tables.leafHashes(first, tile.width())
        : tables.tileRoots(tile.level() - 1, first, tile.width());
  }

  /** Stores the roots of all full tiles of a tree of {@code size} leaves that are not there yet. */
  void complete(long size) {
    for (int level = 0; level < TileId.MAX_LEVEL; level++) {
      long full = TileId.hashesAt(level + 1, size);
      for (long index = tables.storedRoots(level); index < full; index++) {
        var root = new Frontier();
        whole(new TileId(level, index, LogLayout.WIDTH)).forEach(root::append);
        tables.storeRoot(level, index, root.root());
      }
    }
  }

  /** Returns the root of the first {@code size} leaves as the tiles have it. */
  RecordHash root(long size) {
    return MerkleTree.root(size, nodes(size));
  }

  TileNodes nodes(long size) {
    return new TileNodes(size, this);
  }
}
