package io.daybook.journal.checkpoint;

import io.daybook.journal.MalformedException;
import io.daybook.journal.RecordHash;
import java.util.Base64;

/**
 * A log's size and root hash: the text that is signed (c2sp.org/tlog-checkpoint).
 *
 * <p>Extension lines are not allowed, because ML-DSA-44 cosignatures would not cover them.
 *
 * @param origin the log's name, 1 to 255 bytes, without spaces, plus signs or control characters
 * @param size how many leaves the tree has, from 0
 * @param rootHash the root of the tree at that size
 */
public record Checkpoint(String origin, long size, RecordHash rootHash) {
  /**
   * Checks origin and size.
   *
   * @throws IllegalArgumentException if the origin is no key name or the size is negative
   */
  public Checkpoint {
    KeyName.require(origin);
    if (size < 0) {
      throw new IllegalArgumentException("size " + size + " is negative");
    }
  }

  /** Returns the three lines that are signed, each with its newline. */
  public String body() {
    return origin + "\n" + size + "\n" + StrictBase64.encode(rootHash.bytes()) + "\n";
  }

  /**
   * Reads a body and accepts only what {@link #body} would give again.
   *
   * @throws MalformedException on any other text
   */
  public static Checkpoint parse(String body) {
    String[] lines = body.split("\n", -1);
    if (lines.length != 4 || !lines[3].isEmpty()) {
      throw new MalformedException("a checkpoint has exactly three lines", 0);
    }
    try {
      var root = RecordHash.of(Base64.getDecoder().decode(lines[2]));
      var checkpoint = new Checkpoint(lines[0], Long.parseLong(lines[1]), root);
      if (!checkpoint.body().equals(body)) {
        throw new MalformedException("size or root hash is not in its one form", 0);
      }
      return checkpoint;
    } catch (IllegalArgumentException e) {
      throw new MalformedException("checkpoint: " + e.getMessage(), 0);
    }
  }
}
