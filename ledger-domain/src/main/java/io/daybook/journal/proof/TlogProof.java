package io.daybook.journal.proof;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.daybook.journal.Bytes;
import io.daybook.journal.Header;
import io.daybook.journal.MalformedException;
import io.daybook.journal.RecordHash;
import io.daybook.journal.checkpoint.Checkpoint;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;

/**
 * A proof that one header is in the log, readable by itself (c2sp.org/tlog-proof): the header as
 * extra data, its index, the inclusion path and the signed checkpoint.
 *
 * @param header the encoded header
 * @param leafIndex its place, from 0
 * @param path the sibling hashes from the leaf up to the root
 * @param checkpoint the signed checkpoint as it was published
 */
public record TlogProof(Bytes header, long leafIndex, List<RecordHash> path, String checkpoint) {
  /** The longest proof, in bytes. */
  public static final int MAX_BYTES = 512 << 10;

  private static final String MAGIC = "c2sp.org/tlog-proof@v1";
  private static final String EXTRA = "extra ";
  private static final String INDEX = "index ";

  /**
   * Copies the path.
   *
   * @throws IllegalArgumentException if the header is too long or the index negative
   */
  public TlogProof {
    path = List.copyOf(path);
    if (header.length() > Header.MAX_BYTES || leafIndex < 0) {
      throw new IllegalArgumentException("header too long or index negative");
    }
  }

  /** Returns the proof as text. */
  public String format() {
    var text = new StringBuilder(MAGIC).append("\n");
    text.append(EXTRA).append(base64(header.toArray())).append("\n");
    text.append(INDEX).append(leafIndex).append("\n");
    path.forEach(hash -> text.append(base64(hash.bytes())).append("\n"));
    return text.append("\n").append(checkpoint).toString();
  }

  /**
   * Reads a proof and accepts only what {@link #format} would give again.
   *
   * @throws MalformedException on any other input
   */
  public static TlogProof parse(byte[] proof) {
    String text = new String(proof, UTF_8);
    int split = text.indexOf("\n\n");
    List<String> lines = split < 0 ? List.of() : text.substring(0, split).lines().toList();
    boolean isProof =
        lines.size() >= 3
            && lines.get(0).equals(MAGIC)
            && lines.get(1).startsWith(EXTRA)
            && lines.get(2).startsWith(INDEX);
    if (!isProof || !Arrays.equals(text.getBytes(UTF_8), proof)) {
      throw new MalformedException("not a " + MAGIC + " with the header as extra data", 0);
    }
    try {
      var parsed = read(lines, text.substring(split + 2));
      if (!parsed.format().equals(text)) {
        throw new MalformedException("the proof is not in its one form", 0);
      }
      return parsed;
    } catch (IllegalArgumentException e) {
      throw new MalformedException("proof: " + e.getMessage(), 0);
    }
  }

  /**
   * Verifies that the header is in the tree of {@code checkpoint}, and returns it.
   *
   * <p>Whether the checkpoint is signed by anybody is not looked at.
   *
   * @throws MalformedException if it is not in the tree, or is of another log
   */
  public Header verify(Checkpoint checkpoint) {
    return Inclusions.verify(header.toArray(), leafIndex, path, checkpoint);
  }

  private static TlogProof read(List<String> lines, String checkpoint) {
    var decoder = Base64.getDecoder();
    var path = new ArrayList<RecordHash>();
    lines.subList(3, lines.size()).forEach(line -> path.add(RecordHash.of(decoder.decode(line))));
    byte[] header = decoder.decode(lines.get(1).substring(EXTRA.length()));
    long index = Long.parseLong(lines.get(2).substring(INDEX.length()));
    return new TlogProof(Bytes.of(header), index, path, checkpoint);
  }

  private static String base64(byte[] bytes) {
    return Base64.getEncoder().encodeToString(bytes);
  }
}
