package io.daybook.journal.merkle;

import io.daybook.journal.LogLayout;
import io.daybook.journal.RecordHash;

/** Finds the roots of perfect subtrees in the tiles of a tree. */
public final class TileNodes implements NodeSource {
  private final long treeSize;
  private final TileSource tiles;

  /**
   * Reads a tree of {@code treeSize} leaves.
   *
   * @param tiles gives every tile that the tree has; asked again each time
   */
  public TileNodes(long treeSize, TileSource tiles) {
    this.treeSize = treeSize;
    this.tiles = tiles;
  }

  @Override
  public RecordHash node(int level, long index) {
    int tileLevel = level / TileId.HEIGHT;
    int height = level % TileId.HEIGHT;
    long first = index << height;
    // The subtree's last hash must be there too, so the tile is chosen by it.
    var tile = TileId.covering(tileLevel, first + (1L << height) - 1, treeSize);
    int offset = (int) (first % LogLayout.WIDTH);
    return subtree(tiles.tile(tile), offset, 1 << height);
  }

  /** Returns the root over {@code count} hashes, a power of two, from hash {@code first} on. */
  static RecordHash subtree(byte[] hashes, int first, int count) {
    if (count == 1) {
      return RecordHash.of(hashes, first * RecordHash.LENGTH);
    }
    int half = count / 2;
    return RecordHash.ofNode(subtree(hashes, first, half), subtree(hashes, first + half, half));
  }
}
