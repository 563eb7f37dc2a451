package io.daybook.journal.merkle;

import io.daybook.journal.LogLayout;
import java.util.ArrayList;
import java.util.List;

/**
 * Names one tile: up to 256 neighbouring hashes of a level that stands 8 tree levels above the next
 * (C2SP tlog-tiles).
 *
 * @param level 0 for leaf hashes
 * @param index the tile's place in its level, from 0
 * @param width how many hashes it has, 1 to 256
 */
public record TileId(int level, long index, int width) {
  /** How many levels of the tree one tile spans. */
  public static final int HEIGHT = 8;

  /** The largest level that a tree of at most 2^63-1 leaves needs. */
  public static final int MAX_LEVEL = 7;

  /**
   * Checks the ranges.
   *
   * @throws IllegalArgumentException if one is not kept
   */
  public TileId {
    if (level < 0 || level > MAX_LEVEL || index < 0 || width < 1 || width > LogLayout.WIDTH) {
      throw new IllegalArgumentException("no tile " + level + "/" + index + " of width " + width);
    }
  }

  /** Returns the tile's file name below the log's prefix. */
  public String path() {
    return LogLayout.tile(level, index, width);
  }

  /** Tells whether the tile has fewer than 256 hashes and so may still grow. */
  public boolean isPartial() {
    return width < LogLayout.WIDTH;
  }

  /** Returns how many hashes level {@code level} of a tree of {@code treeSize} leaves has. */
  public static long hashesAt(int level, long treeSize) {
    return treeSize >>> (level * HEIGHT);
  }

  /**
   * Returns the tile that covers hash {@code hashIndex} of a level, as wide as the tree allows.
   *
   * @throws IllegalArgumentException if the tree has no such hash
   */
  public static TileId covering(int level, long hashIndex, long treeSize) {
    long index = hashIndex / LogLayout.WIDTH;
    long hashes = hashesAt(level, treeSize);
    if (hashIndex >= hashes) {
      throw new IllegalArgumentException(
          "a tree of " + treeSize + " has no hash " + hashIndex + " at tile level " + level);
    }
    return new TileId(level, index, LogLayout.bundleWidth(index, hashes));
  }

  /** Returns the partial tiles of a tree of {@code treeSize} leaves, the lowest level first. */
  public static List<TileId> partial(long treeSize) {
    var tiles = new ArrayList<TileId>();
    for (int level = 0; level <= MAX_LEVEL; level++) {
      long hashes = hashesAt(level, treeSize);
      int width = (int) (hashes % LogLayout.WIDTH);
      if (width > 0) {
        tiles.add(new TileId(level, hashes / LogLayout.WIDTH, width));
      }
    }
    return tiles;
  }
}
