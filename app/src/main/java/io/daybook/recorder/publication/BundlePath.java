package io.daybook.recorder.publication;

import io.daybook.journal.LogLayout;
import io.daybook.journal.merkle.TileId;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The number and width at the end of a tile's or bundle's path, such as {@code x001/x234/067.p/12}.
 *
 * @param index the place, from 0
 * @param width 1 to 256
 */
record BundlePath(long index, int width) {
  // At most five groups: numbers up to 10^15 are more than any log will have.
  private static final Pattern NUMBERED =
      Pattern.compile("((?:x[0-9]{3}/){0,4}[0-9]{3})(?:\\.p/([1-9][0-9]{0,2}))?");
  private static final Pattern TILE = Pattern.compile("([0-7])/(.+)");

  /** Reads a path and accepts only its one form. */
  static Optional<BundlePath> parse(String path) {
    Matcher matcher = NUMBERED.matcher(path);
    if (!matcher.matches()) {
      return Optional.empty();
    }
    long index = Long.parseLong(matcher.group(1).replaceAll("[x/]", ""));
    String partial = matcher.group(2);
    int width = partial == null ? LogLayout.WIDTH : Integer.parseInt(partial);
    if (width > LogLayout.WIDTH) {
      return Optional.empty();
    }
    var parsed = new BundlePath(index, width);
    return LogLayout.records(index, width).equals("records/" + path)
        ? Optional.of(parsed)
        : Optional.empty();
  }

  /** Reads the level and path of a tile. */
  static Optional<TileId> parseTile(String path) {
    Matcher matcher = TILE.matcher(path);
    if (!matcher.matches()) {
      return Optional.empty();
    }
    int level = Integer.parseInt(matcher.group(1));
    return parse(matcher.group(2)).map(place -> new TileId(level, place.index(), place.width()));
  }

  boolean isFull() {
    return width == LogLayout.WIDTH;
  }
}
