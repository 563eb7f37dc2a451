package io.daybook.journal.merkle;

/** Reads stored tiles. */
@FunctionalInterface
public interface TileSource {
  /**
   * Returns the tile's hashes one after the other, at least {@code tile.width()} of them: a wider
   * tile of the same level and index will do.
   */
  byte[] tile(TileId tile);
}
