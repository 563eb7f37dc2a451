package io.daybook.journal.merkle;

/** Takes tiles as they come into being. */
@FunctionalInterface
public interface TileSink {
  /** Takes one tile: {@code tile.width()} hashes of 32 bytes, which the taker may keep. */
  void tile(TileId tile, byte[] hashes);
}
