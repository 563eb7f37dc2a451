package io.daybook.journal;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The names of a journal's files below its prefix, the same in an export and over HTTP.
 *
 * <p>{@code checkpoint}, {@code tile/…} and {@code tile/entries/…} are C2SP tlog-tiles, so that any
 * such client can read the log; {@code records/…}, {@code checkpoints/…} and {@code policy} are
 * ours.
 */
public final class LogLayout {
  /** How many hashes a full tile has, and how many records a full bundle. */
  public static final int WIDTH = 256;

  /** The newest signed checkpoint. */
  public static final String CHECKPOINT = "checkpoint";

  /** The log's origin and verifier keys. */
  public static final String POLICY = "policy";

  /** The folder of older signed checkpoints; over HTTP also their list, one size per line. */
  public static final String CHECKPOINTS = "checkpoints";

  private static final Pattern NUMBERED =
      Pattern.compile(
          "(tile/([0-7])|tile/entries|records)/((?:x[0-9]{3}/){0,4}[0-9]{3})(?:\\.p/[0-9]{1,3})?");

  private LogLayout() {}

  /**
   * Names a tile of hashes.
   *
   * @param level 0 for leaf hashes, one more for every 256-fold
   * @param index the tile's place in its level, from 0
   * @param width how many hashes it has, 1 to 256; fewer than 256 make a partial tile
   */
  public static String tile(int level, long index, int width) {
    return "tile/" + level + "/" + numbered(index, width);
  }

  /** Names a bundle of encoded headers; parameters as in {@link #tile}. */
  public static String entries(long index, int width) {
    return "tile/entries/" + numbered(index, width);
  }

  /** Names a bundle of stored rows; parameters as in {@link #tile}. */
  public static String records(long index, int width) {
    return "records/" + numbered(index, width);
  }

  /** Names the signed checkpoint of an older tree of {@code size} leaves. */
  public static String checkpoint(long size) {
    return CHECKPOINTS + "/" + size;
  }

  /** Returns how many bundles a log of {@code size} records has, the partial one included. */
  public static long bundles(long size) {
    return size / WIDTH + (size % WIDTH == 0 ? 0 : 1);
  }

  /** Returns how many records bundle {@code index} has in a log of {@code size} records. */
  public static int bundleWidth(long index, long size) {
    return (int) Math.min(WIDTH, size - index * WIDTH);
  }

  /**
   * Tells whether a log of {@code size} records has a tile or bundle of that name: one that is as
   * wide as it can be.
   */
  public static boolean isPart(String name, long size) {
    Matcher matcher = NUMBERED.matcher(name);
    if (!matcher.matches()) {
      return false;
    }
    long index = Long.parseLong(matcher.group(3).replaceAll("[x/]", ""));
    @Nullable String level = matcher.group(2);
    long hashes = level == null ? size : size >>> (Integer.parseInt(level) * 8);
    if (index >= bundles(hashes)) {
      return false;
    }
    String numbered = numbered(index, bundleWidth(index, hashes));
    return name.equals(matcher.group(1) + "/" + numbered);
  }

  /** Writes 1234067 as {@code x001/x234/067}, and adds {@code .p/W} to what is partial. */
  private static String numbered(long index, int width) {
    if (index < 0 || width < 1 || width > WIDTH) {
      throw new IllegalArgumentException("no tile or bundle " + index + " of width " + width);
    }
    var path = new StringBuilder(group(index % 1000));
    for (long rest = index / 1000; rest > 0; rest /= 1000) {
      path.insert(0, "x" + group(rest % 1000) + "/");
    }
    return width == WIDTH ? path.toString() : path.append(".p/").append(width).toString();
  }

  private static String group(long threeDigits) {
    String digits = Long.toString(threeDigits);
    return "000".substring(digits.length()) + digits;
  }
}
