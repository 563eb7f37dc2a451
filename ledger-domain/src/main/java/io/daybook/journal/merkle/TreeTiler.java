package io.daybook.journal.merkle;

import io.daybook.journal.LogLayout;
import io.daybook.journal.RecordHash;
import java.util.Arrays;

/**
 * Turns a run of leaf hashes into tiles and the root.
 *
 * <p>Full tiles go to the sink as soon as their last hash is there, the partial ones at the right
 * edge when asked for. Not for use by several threads at once.
 */
public final class TreeTiler {
  private final byte[][] edge = new byte[TileId.MAX_LEVEL + 1][LogLayout.WIDTH * RecordHash.LENGTH];
  private final TileSink sink;
  private long size;

  /** Starts with an empty tree. */
  public TreeTiler(TileSink sink) {
    this.sink = sink;
  }

  /** Goes on from a tree of {@code size} leaves whose partial tiles are in {@code tiles}. */
  public static TreeTiler resume(long size, TileSource tiles, TileSink sink) {
    var tiler = new TreeTiler(sink);
    tiler.size = size;
    for (TileId tile : TileId.partial(size)) {
      System.arraycopy(
          tiles.tile(tile), 0, tiler.edge[tile.level()], 0, tile.width() * RecordHash.LENGTH);
    }
    return tiler;
  }

  /** Adds the next leaf, and hands out every tile that it completes. */
  public void append(RecordHash leafHash) {
    RecordHash hash = leafHash;
    for (int level = 0; ; level++) {
      long place = TileId.hashesAt(level, size);
      int offset = (int) (place % LogLayout.WIDTH);
      hash.copyTo(edge[level], offset * RecordHash.LENGTH);
      if (offset < LogLayout.WIDTH - 1) {
        break;
      }
      sink.tile(new TileId(level, place / LogLayout.WIDTH, LogLayout.WIDTH), edge[level].clone());
      hash = TileNodes.subtree(edge[level], 0, LogLayout.WIDTH);
    }
    size = Math.addExact(size, 1);
  }

  /** Hands out the partial tiles of the tree as it is now, the lowest level first. */
  public void partialTiles() {
    for (TileId tile : TileId.partial(size)) {
      sink.tile(tile, Arrays.copyOf(edge[tile.level()], tile.width() * RecordHash.LENGTH));
    }
  }

  /** Returns the number of leaves, from 0. */
  public long size() {
    return size;
  }

  /** Returns the root of the tree as it is now. */
  public RecordHash root() {
    return MerkleTree.root(size, this::edgeNode);
  }

  /** The root needs only the subtrees at the right edge, and those are in the partial tiles. */
  private RecordHash edgeNode(int level, long index) {
    int height = level % TileId.HEIGHT;
    int first = (int) ((index << height) % LogLayout.WIDTH);
    return TileNodes.subtree(edge[level / TileId.HEIGHT], first, 1 << height);
  }
}
