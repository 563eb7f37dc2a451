package io.daybook.journal.checkpoint;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.daybook.journal.MalformedException;
import io.daybook.journal.RecordHash;
import io.daybook.journal.merkle.Frontier;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What belongs to an export: the log's checkpoint, which older checkpoints there are, and every
 * file that neither of them commits to.
 *
 * <p>As text: one line for each fact, an empty line, and a signed note. The note is a checkpoint of
 * a tree of its own, whose leaves are the lines and whose origin is that of the log with {@code
 * /export} after it, so that the log's keys sign it as they sign every checkpoint and neither can
 * be taken for the other.
 *
 * @param log the checkpoint that the export is of
 * @param older how many older checkpoints are in it
 * @param olderDigest SHA-256 of their sizes in ascending order, each a decimal line
 * @param files the other files, sorted by name, none twice
 */
public record ExportManifest(Checkpoint log, long older, RecordHash olderDigest, List<Item> files) {
  /** The manifest's name in an export. */
  public static final String NAME = "manifest";

  /** The longest manifest, in bytes. */
  public static final int MAX_BYTES = 64 << 20;

  private static final String MAGIC = "daybook-export/v1";
  private static final String SUFFIX = "/export";
  private static final Pattern LOG = Pattern.compile("log ([^ ]+) ([0-9]{1,19}) ([^ ]+)");
  private static final Pattern OLDER = Pattern.compile("checkpoints ([0-9]{1,18}) ([0-9a-f]{64})");
  private static final Pattern FILE =
      Pattern.compile("file ([0-9]{1,18}) ([0-9a-f]{64}) ([a-z0-9._/-]{1,255})");
  private static final Pattern NAMES =
      Pattern.compile("[a-z0-9_-][a-z0-9._-]*(/[a-z0-9_-][a-z0-9._-]*)*");

  /**
   * One file.
   *
   * @param name its name in the export: lower-case letters, digits, {@code . _ -} and slashes
   * @param length how many bytes it has
   * @param hash SHA-256 of them
   */
  public record Item(String name, long length, RecordHash hash) {
    /**
     * Checks name and length.
     *
     * @throws IllegalArgumentException if the name could lead out of the export or the length is
     *     negative
     */
    public Item {
      if (!NAMES.matcher(name).matches() || length < 0) {
        throw new IllegalArgumentException("no file of an export: '" + name + "', " + length);
      }
    }
  }

  /** A manifest and the note that signs it. */
  public record Signed(ExportManifest manifest, SignedNote note) {}

  /** Sorts the files. */
  public ExportManifest {
    files = files.stream().sorted(Comparator.comparing(Item::name)).toList();
    if (files.stream().map(Item::name).distinct().count() < files.size() || older < 0) {
      throw new IllegalArgumentException("a file is named twice, or a count is negative");
    }
  }

  /** Returns the digest over sizes in ascending order. */
  public static RecordHash digestOf(Iterable<Long> sizes) {
    var text = new StringBuilder();
    sizes.forEach(size -> text.append(size.longValue()).append('\n'));
    return RecordHash.sha256(text.toString().getBytes(UTF_8));
  }

  /** Returns the checkpoint that the log's keys sign to sign this manifest. */
  public Checkpoint statement() {
    var tree = new Frontier();
    List<String> lines = lines();
    lines.forEach(line -> tree.append(RecordHash.ofLeaf(line.getBytes(UTF_8))));
    return new Checkpoint(log.origin() + SUFFIX, lines.size(), tree.root());
  }

  /** Returns the text; {@code note} is the signed note of {@link #statement}. */
  public String format(String note) {
    return String.join("\n", lines()) + "\n\n" + note;
  }

  private List<String> lines() {
    var lines = new ArrayList<String>();
    lines.add(MAGIC);
    String root = StrictBase64.encode(log.rootHash().bytes());
    lines.add("log " + log.origin() + " " + log.size() + " " + root);
    lines.add("checkpoints " + older + " " + olderDigest.toHex());
    files.forEach(
        file -> lines.add("file " + file.length() + " " + file.hash().toHex() + " " + file.name()));
    return lines;
  }

  /**
   * Reads a manifest and accepts only what {@link #format} would give again; signatures are not
   * verified, but the note is about this manifest.
   *
   * @throws MalformedException on any other input
   */
  public static Signed parse(byte[] bytes) {
    String text = new String(bytes, UTF_8);
    int split = text.indexOf("\n\n");
    if (split < 0 || !Arrays.equals(text.getBytes(UTF_8), bytes)) {
      throw new MalformedException(
          "a manifest is UTF-8 text with an empty line before the note", 0);
    }
    String signed = text.substring(split + 2);
    try {
      var manifest = parse(text.substring(0, split).split("\n", -1));
      if (!manifest.format(signed).equals(text)) {
        throw new MalformedException("the manifest is not in its one form", 0);
      }
      var note = SignedNote.parse(signed.getBytes(UTF_8));
      if (!note.text().equals(manifest.statement().body())) {
        throw new MalformedException("the note is not about the lines above it", split);
      }
      return new Signed(manifest, note);
    } catch (IllegalArgumentException e) {
      throw new MalformedException("manifest: " + e.getMessage(), 0);
    }
  }

  private static ExportManifest parse(String[] lines) {
    Matcher log = match(LOG, lines, 1);
    Matcher older = match(OLDER, lines, 2);
    if (!lines[0].equals(MAGIC)) {
      throw new IllegalArgumentException("the first line is not '" + MAGIC + "'");
    }
    var files = new ArrayList<Item>();
    for (int i = 3; i < lines.length; i++) {
      Matcher file = match(FILE, lines, i);
      files.add(
          new Item(
              file.group(3), Long.parseLong(file.group(1)), RecordHash.fromHex(file.group(2))));
    }
    var root = RecordHash.of(StrictBase64.decode(log.group(3)));
    return new ExportManifest(
        new Checkpoint(log.group(1), Long.parseLong(log.group(2)), root),
        Long.parseLong(older.group(1)),
        RecordHash.fromHex(older.group(2)),
        files);
  }

  private static Matcher match(Pattern pattern, String[] lines, int at) {
    Matcher matcher = pattern.matcher(at < lines.length ? lines[at] : "");
    if (!matcher.matches()) {
      throw new IllegalArgumentException("line " + (at + 1) + " is not one of a manifest");
    }
    return matcher;
  }
}
