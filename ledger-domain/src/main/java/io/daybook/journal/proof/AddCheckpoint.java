package io.daybook.journal.proof;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.daybook.journal.MalformedException;
import io.daybook.journal.RecordHash;
import io.daybook.journal.checkpoint.SignedNote;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;

/**
 * What a log asks a witness: to cosign a checkpoint that continues the one of {@code oldSize}
 * (c2sp.org/tlog-witness, add-checkpoint).
 *
 * @param oldSize the size of the checkpoint that the witness cosigned last, from 0
 * @param proof the consistency proof from there, at most 63 hashes
 * @param note the new checkpoint, signed by the log
 */
public record AddCheckpoint(long oldSize, List<RecordHash> proof, SignedNote note) {
  /** The longest request, in bytes. */
  public static final int MAX_BYTES = SignedNote.MAX_BYTES + (8 << 10);

  private static final int MAX_HASHES = 63;
  private static final String OLD = "old ";

  /**
   * Copies the proof.
   *
   * @throws IllegalArgumentException if the size is negative or the proof too long
   */
  public AddCheckpoint {
    proof = List.copyOf(proof);
    if (oldSize < 0 || proof.size() > MAX_HASHES) {
      throw new IllegalArgumentException("old size negative or more than 63 hashes");
    }
  }

  /** Returns the request's body. */
  public String format() {
    var text = new StringBuilder(OLD).append(oldSize).append("\n");
    proof.forEach(
        hash -> text.append(Base64.getEncoder().encodeToString(hash.bytes())).append("\n"));
    return text.append("\n").append(note.format()).toString();
  }

  /**
   * Reads a body and accepts only what {@link #format} would give again.
   *
   * @throws MalformedException on any other input
   */
  public static AddCheckpoint parse(byte[] body) {
    String text = new String(body, UTF_8);
    int split = text.indexOf("\n\n");
    if (split < 0 || body.length > MAX_BYTES) {
      throw new MalformedException("not an add-checkpoint request", 0);
    }
    List<String> lines = Arrays.asList(text.substring(0, split).split("\n", -1));
    if (!lines.getFirst().startsWith(OLD) || lines.size() > 1 + MAX_HASHES) {
      throw new MalformedException("no line 'old <size>', or more than 63 hashes", 0);
    }
    try {
      var proof = new ArrayList<RecordHash>();
      for (String line : lines.subList(1, lines.size())) {
        proof.add(RecordHash.of(Base64.getDecoder().decode(line)));
      }
      var note = SignedNote.parse(text.substring(split + 2).getBytes(UTF_8));
      long oldSize = Long.parseLong(lines.getFirst().substring(OLD.length()));
      var parsed = new AddCheckpoint(oldSize, proof, note);
      if (!Arrays.equals(parsed.format().getBytes(UTF_8), body)) {
        throw new MalformedException("the request is not in its one form", 0);
      }
      return parsed;
    } catch (IllegalArgumentException e) {
      throw new MalformedException("add-checkpoint: " + e.getMessage(), 0);
    }
  }
}
