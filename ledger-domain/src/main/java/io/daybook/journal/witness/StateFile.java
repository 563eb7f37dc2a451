package io.daybook.journal.witness;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.daybook.journal.MalformedException;
import io.daybook.journal.RecordHash;
import io.daybook.journal.checkpoint.Checkpoint;
import io.daybook.journal.checkpoint.SignedNote;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;
import java.util.Base64;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * All that a witness remembers: for each log the newest checkpoint that it cosigned, and when.
 *
 * <p>Each change replaces the file as a whole; it is on disk when the change returns. The file ends
 * with its own hash. It is never made by itself: a witness that has lost its memory must not sign.
 */
final class StateFile {
  private static final String MAGIC = "daybook-witness-state@v1\n";
  private static final String SUM = "sha256 ";

  private final Path file;
  private final Map<String, Seen> seenByOrigin;
  private byte[] content;

  private StateFile(Path file, Map<String, Seen> seenByOrigin, byte[] content) {
    this.file = file;
    this.seenByOrigin = seenByOrigin;
    this.content = content;
  }

  /**
   * What was cosigned last.
   *
   * @param note the checkpoint with the signatures of the log and the witness
   * @param timeSeconds when, in seconds since 1970
   */
  record Seen(Checkpoint checkpoint, SignedNote note, long timeSeconds) {}

  /** Somebody has put another file in this one's place, or it cannot be written. */
  static final class StateLost extends RuntimeException {
    private static final long serialVersionUID = 1L;

    StateLost(String message) {
      super(message);
    }
  }

  /**
   * Makes the memory of a witness that has never signed.
   *
   * @throws IOException if there is such a file already, or it cannot be written
   */
  static void create(Path file) throws IOException {
    Files.write(file, encode(Map.of()), StandardOpenOption.CREATE_NEW, StandardOpenOption.SYNC);
    syncFolder(file);
  }

  /**
   * Reads a witness's memory.
   *
   * @throws IOException if it is missing or cannot be read
   * @throws MalformedException if it is damaged
   */
  static StateFile open(Path file) throws IOException {
    byte[] content = Files.readAllBytes(file);
    return new StateFile(file, decode(content), content);
  }

  Optional<Seen> seen(String origin) {
    return Optional.ofNullable(seenByOrigin.get(origin));
  }

  /**
   * Remembers a larger or equal checkpoint; it is on disk when this returns.
   *
   * @throws StateLost if it is smaller, the file was changed by somebody else, or cannot be
   *     written; what was remembered before stays
   */
  void put(Seen next) {
    String origin = next.checkpoint().origin();
    Seen last = seenByOrigin.get(origin);
    if (last != null && last.checkpoint().size() > next.checkpoint().size()) {
      throw new StateLost("a smaller checkpoint must not be remembered");
    }
    var all = new TreeMap<>(seenByOrigin);
    all.put(origin, next);
    byte[] encoded = encode(all);
    try {
      if (!Arrays.equals(Files.readAllBytes(file), content)) {
        throw new StateLost("somebody else has changed " + file);
      }
      replace(encoded);
    } catch (IOException e) {
      throw new StateLost("cannot write " + file + ": " + e.getMessage());
    }
    seenByOrigin.put(origin, next);
    content = encoded;
  }

  private void replace(byte[] encoded) throws IOException {
    Path draft = file.resolveSibling(file.getFileName() + ".new");
    try (FileChannel channel =
        FileChannel.open(
            draft,
            StandardOpenOption.CREATE,
            StandardOpenOption.TRUNCATE_EXISTING,
            StandardOpenOption.WRITE)) {
      var bytes = ByteBuffer.wrap(encoded);
      while (bytes.hasRemaining()) {
        channel.write(bytes);
      }
      channel.force(true);
    }
    Files.move(draft, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    syncFolder(file);
  }

  /** A new name is durable only when its folder is. */
  private static void syncFolder(Path file) throws IOException {
    try (FileChannel folder =
        FileChannel.open(file.toAbsolutePath().resolveSibling(""), StandardOpenOption.READ)) {
      folder.force(true);
    }
  }

  private static byte[] encode(Map<String, Seen> all) {
    var text = new StringBuilder(MAGIC);
    for (Seen seen : all.values()) {
      byte[] note = seen.note().format().getBytes(UTF_8);
      text.append(seen.timeSeconds()).append(" ");
      text.append(Base64.getEncoder().encodeToString(note)).append("\n");
    }
    String sum = RecordHash.sha256(text.toString().getBytes(UTF_8)).toHex();
    return text.append(SUM).append(sum).append("\n").toString().getBytes(UTF_8);
  }

  private static Map<String, Seen> decode(byte[] content) {
    String text = new String(content, UTF_8);
    var all = new TreeMap<String, Seen>();
    try {
      for (String line : text.lines().skip(1).toList()) {
        String[] words = line.split(" ", 2);
        if (!line.startsWith(SUM)) {
          var note = SignedNote.parse(Base64.getDecoder().decode(words[1]));
          var checkpoint = Checkpoint.parse(note.text());
          all.put(checkpoint.origin(), new Seen(checkpoint, note, Long.parseLong(words[0])));
        }
      }
    } catch (IllegalArgumentException | IndexOutOfBoundsException e) {
      throw new MalformedException("the state is damaged: " + e.getMessage(), 0);
    }
    if (!Arrays.equals(encode(all), content)) {
      throw new MalformedException("the state is damaged: its hash or form is wrong", 0);
    }
    return all;
  }
}
