package io.daybook.journal.checkpoint;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.daybook.journal.MalformedException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/**
 * A text and the signatures under it (c2sp.org/signed-note). Nothing here says that they are valid.
 *
 * @param text what is signed, ending with a newline
 * @param signatures at least one, in the order of their lines
 */
public record SignedNote(String text, List<NoteSignature> signatures) {
  /** The longest note, in bytes: room for some 25 post-quantum signatures. */
  public static final int MAX_BYTES = 128 << 10;

  /**
   * Copies the signatures.
   *
   * @throws IllegalArgumentException if there are none, or the text does not end with a newline or
   *     has control characters
   */
  public SignedNote {
    if (!text.endsWith("\n") || text.chars().anyMatch(c -> c < ' ' && c != '\n')) {
      throw new IllegalArgumentException("a note ends with a newline and has no other controls");
    }
    signatures = List.copyOf(signatures);
    if (signatures.isEmpty()) {
      throw new IllegalArgumentException("a note has at least one signature");
    }
  }

  /**
   * Tells whether there is a signature by {@code key} and every line that claims to be one is valid
   * for {@code checkpoint}, which this note's text says.
   */
  public boolean isSignedBy(VerifierKey key, Checkpoint checkpoint) {
    var verifier = new NoteVerifier(key);
    var lines = signatures.stream().filter(line -> line.isBy(key)).toList();
    return !lines.isEmpty() && lines.stream().allMatch(line -> verifier.verify(checkpoint, line));
  }

  /** Returns the note as it is stored and sent. */
  public String format() {
    return text
        + "\n"
        + signatures.stream().map(NoteSignature::format).collect(Collectors.joining());
  }

  /**
   * Reads a note and accepts only what {@link #format} would give again.
   *
   * @throws MalformedException on any other input or one over {@link #MAX_BYTES}
   */
  public static SignedNote parse(byte[] note) {
    if (note.length > MAX_BYTES) {
      throw new MalformedException("a note has at most " + MAX_BYTES + " bytes", MAX_BYTES);
    }
    String all = new String(note, UTF_8);
    if (!Arrays.equals(all.getBytes(UTF_8), note)) {
      throw new MalformedException("the note is not UTF-8", 0);
    }
    int split = all.lastIndexOf("\n\n");
    if (split < 0 || !all.endsWith("\n")) {
      throw new MalformedException("a note is text, an empty line and signature lines", 0);
    }
    try {
      var parsed =
          new SignedNote(all.substring(0, split + 1), signatures(all.substring(split + 2)));
      if (!parsed.format().equals(all)) {
        throw new MalformedException("the note is not in its one form", split);
      }
      return parsed;
    } catch (IllegalArgumentException e) {
      throw new MalformedException("note: " + e.getMessage(), split + 2L);
    }
  }

  private static List<NoteSignature> signatures(String lines) {
    var signatures = new ArrayList<NoteSignature>();
    lines.lines().forEach(line -> signatures.add(NoteSignature.parse(line)));
    return signatures;
  }
}
