package io.daybook.journal.checkpoint;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.daybook.journal.MalformedException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Which log it is and whose signatures make its checkpoints valid.
 *
 * <p>As text: a line {@code origin <origin>}, then one vkey in each line, each line with its
 * newline and nothing else.
 *
 * @param origin the log's name
 * @param keys the log's keys, each named as the origin, at least one of each algorithm, none twice
 */
public record Policy(String origin, List<VerifierKey> keys) {
  /** The longest policy, in bytes. */
  public static final int MAX_BYTES = 64 << 10;

  private static final String ORIGIN = "origin ";

  /**
   * Checks the keys.
   *
   * @throws IllegalArgumentException if they are not as described above
   */
  public Policy {
    KeyName.require(origin);
    keys = List.copyOf(keys);
    if (new HashSet<>(keys).size() != keys.size()) {
      throw new IllegalArgumentException("a policy names each key once");
    }
    for (VerifierKey key : keys) {
      if (!key.name().equals(origin)) {
        throw new IllegalArgumentException("key " + key + " is not named as '" + origin + "'");
      }
      if (!SignatureAlgorithm.OF_LOGS.contains(key.algorithm())) {
        throw new IllegalArgumentException("key " + key + " is a witness's");
      }
    }
    for (SignatureAlgorithm algorithm : SignatureAlgorithm.OF_LOGS) {
      if (keys.stream().noneMatch(key -> key.algorithm() == algorithm)) {
        throw new IllegalArgumentException("a policy needs a key for " + algorithm.jcaName());
      }
    }
  }

  /** Returns the policy as text. */
  public String format() {
    return ORIGIN
        + origin
        + "\n"
        + keys.stream().map(key -> key.format() + "\n").collect(Collectors.joining());
  }

  /**
   * Reads a policy and accepts only what {@link #format} would give again; recomputes each key id.
   *
   * @throws MalformedException on any other input
   */
  public static Policy parse(byte[] policy) {
    String text = new String(policy, UTF_8);
    if (!Arrays.equals(text.getBytes(UTF_8), policy) || !text.startsWith(ORIGIN)) {
      throw new MalformedException("a policy is UTF-8 text and starts with 'origin '", 0);
    }
    var lines = new ArrayList<>(text.lines().toList());
    String origin = lines.removeFirst().substring(ORIGIN.length());
    try {
      var parsed = new Policy(origin, lines.stream().map(VerifierKey::parse).toList());
      if (!parsed.format().equals(text)) {
        throw new MalformedException("policy is not in its one form", 0);
      }
      return parsed;
    } catch (IllegalArgumentException e) {
      throw new MalformedException("policy: " + e.getMessage(), 0);
    }
  }

  /**
   * Returns which keys of this policy did not validly sign {@code checkpoint} under {@code note}.
   *
   * <p>Every signature line by a known key must be valid; lines by unknown keys do not matter.
   */
  public List<VerifierKey> missingSignatures(Checkpoint checkpoint, SignedNote note) {
    return keys.stream().filter(key -> !note.isSignedBy(key, checkpoint)).toList();
  }
}
