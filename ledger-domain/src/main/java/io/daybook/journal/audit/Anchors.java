package io.daybook.journal.audit;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.daybook.journal.MalformedException;
import io.daybook.journal.RecordHash;
import io.daybook.journal.audit.Finding.Place;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Roots that a chain holds, as a file: the line {@code daybook-anchors/v1}, then one line for each
 * anchor in the order of the chain.
 *
 * @param list in ascending order of size, block and time
 */
record Anchors(List<Anchor> list) {
  /** The file's name in an export. */
  static final String NAME = "anchors";

  static final int MAX_BYTES = 64 << 20;

  private static final String MAGIC = "daybook-anchors/v1";
  private static final Pattern LINE =
      Pattern.compile(
          "(0|[1-9][0-9]{0,17}) ([0-9a-f]{64}) ([1-9][0-9]{0,17}) (0x[0-9a-f]{40})"
              + " (0|[1-9][0-9]{0,17}) (0x[0-9a-f]{64}) (0|[1-9][0-9]{0,11}) (0x[0-9a-f]{64})");

  /**
   * One anchor.
   *
   * @param size how many records the anchored tree has
   * @param root its root
   * @param chain the chain's id and the contract's address
   * @param block the block's number
   * @param blockHash the block's hash, {@code 0x} and 64 digits
   * @param blockSeconds the block's time in seconds since 1970
   */
  record Anchor(
      long size, RecordHash root, String chain, long block, String blockHash, long blockSeconds) {
    String source() {
      return "block " + block + " (" + blockHash + ") of chain " + chain;
    }
  }

  Anchors {
    list = List.copyOf(list);
  }

  /** Reads the export's own file, if there is one; a malformed one is a finding. */
  static Optional<Anchors> of(ExportFiles files, Findings findings) {
    if (!files.exists(NAME)) {
      return Optional.empty();
    }
    try {
      return Optional.of(parse(files.read(NAME, MAX_BYTES)));
    } catch (MalformedException e) {
      findings.tampering(Check.V8, Place.NOWHERE, NAME, "a file of anchors", e.getMessage());
    } catch (IOException e) {
      findings.incomplete(Check.V8, NAME, ExportFiles.reason(e));
    }
    return Optional.empty();
  }

  /**
   * Reads the file.
   *
   * @throws MalformedException if a line is not of this form, or the order is wrong
   */
  static Anchors parse(byte[] bytes) {
    String text = new String(bytes, UTF_8);
    String[] lines = text.split("\n", -1);
    if (!Arrays.equals(text.getBytes(UTF_8), bytes)
        || lines.length < 2
        || !lines[0].equals(MAGIC)
        || !lines[lines.length - 1].isEmpty()) {
      throw new MalformedException("not a file of anchors: " + MAGIC, 0);
    }
    var anchors = new ArrayList<Anchor>();
    for (int i = 1; i < lines.length - 1; i++) {
      anchors.add(parse(lines[i], i, anchors.isEmpty() ? null : anchors.getLast()));
    }
    return new Anchors(anchors);
  }

  private static Anchor parse(String line, int number, @Nullable Anchor before) {
    Matcher m = LINE.matcher(line);
    if (!m.matches()) {
      throw new MalformedException("line " + (number + 1) + " is no anchor", number);
    }
    var anchor =
        new Anchor(
            Long.parseLong(m.group(1)),
            RecordHash.fromHex(m.group(2)),
            m.group(3) + ", contract " + m.group(4),
            Long.parseLong(m.group(5)),
            m.group(6),
            Long.parseLong(m.group(7)));
    boolean isInOrder =
        before == null
            || (before.size() < anchor.size()
                && before.block() <= anchor.block()
                && before.blockSeconds() <= anchor.blockSeconds());
    if (!isInOrder) {
      throw new MalformedException(
          "line " + (number + 1) + " goes back in size, block or time", number);
    }
    return anchor;
  }
}
