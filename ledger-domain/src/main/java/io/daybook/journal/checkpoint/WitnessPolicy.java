package io.daybook.journal.checkpoint;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.daybook.journal.Bytes;
import io.daybook.journal.MalformedException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Which witnesses there are and how many of them have to cosign a checkpoint
 * (c2sp.org/tlog-policy).
 */
public final class WitnessPolicy {
  /** The longest policy, in bytes. */
  public static final int MAX_BYTES = 64 << 10;

  private static final int MAX_NAMES = 256;
  private static final String NONE = "none";

  private final List<VerifierKey> logs = new ArrayList<>();
  private final Map<String, Witness> witnessByName = new LinkedHashMap<>();
  private final Map<String, Group> groupByName = new HashMap<>();
  private final Set<Bytes> publicKeys = new HashSet<>();
  private final Set<String> members = new HashSet<>();
  private String quorum = "";

  private WitnessPolicy() {}

  /**
   * A witness.
   *
   * @param key what it cosigns with
   * @param url where it takes checkpoints, if it is known
   */
  public record Witness(VerifierKey key, Optional<String> url) {}

  private record Group(int threshold, List<String> members) {}

  /**
   * Reads a policy.
   *
   * @throws MalformedException if it is none, with the number of the first wrong line
   */
  public static WitnessPolicy parse(String text) {
    if (text.getBytes(UTF_8).length > MAX_BYTES) {
      throw new MalformedException("a policy has at most " + MAX_BYTES + " bytes", MAX_BYTES);
    }
    var policy = new WitnessPolicy();
    String[] lines = text.split("\n", -1);
    if (!lines[lines.length - 1].isEmpty()) {
      throw new MalformedException("the policy's last line has no newline", text.length());
    }
    for (int i = 0; i < lines.length; i++) {
      try {
        policy.read(lines[i]);
      } catch (IllegalArgumentException | MalformedException e) {
        throw new MalformedException("line " + (i + 1) + " of the policy: " + e.getMessage(), i);
      }
    }
    if (policy.quorum.isEmpty()) {
      throw new MalformedException("the policy has no quorum line", text.length());
    }
    return policy;
  }

  private void read(String line) {
    if (line.chars().anyMatch(c -> (c < ' ' && c != '\t') || c == 0x7f)) {
      throw new IllegalArgumentException("a control character");
    }
    List<String> words =
        List.of(line.split("[ \t]+")).stream().filter(word -> !word.isEmpty()).toList();
    if (words.isEmpty() || words.getFirst().startsWith("#")) {
      return;
    }
    switch (words.getFirst()) {
      case "log" -> addLog(words);
      case "witness" -> addWitness(words);
      case "group" -> addGroup(words);
      case "quorum" -> setQuorum(words);
      default -> throw new IllegalArgumentException("'" + words.getFirst() + "' is no keyword");
    }
  }

  private void addLog(List<String> words) {
    require(words.size() == 2 || words.size() == 3, "a log has a key and maybe an address");
    VerifierKey key = key(words.get(1));
    require(key.algorithm() != SignatureAlgorithm.COSIGNATURE_V1, "the key is a witness's");
    logs.add(key);
  }

  private void addWitness(List<String> words) {
    require(words.size() == 3 || words.size() == 4, "a witness has a name and a key");
    VerifierKey key = key(words.get(2));
    require(key.algorithm() != SignatureAlgorithm.ED25519, "a witness's key has type 4 or 6");
    var url = words.size() == 4 ? Optional.of(words.get(3)) : Optional.<String>empty();
    witnessByName.put(newName(words.get(1)), new Witness(key, url));
  }

  private void addGroup(List<String> words) {
    require(words.size() >= 4, "a group has a name, a threshold and members");
    List<String> names = words.subList(3, words.size());
    for (String name : names) {
      require(isKnown(name), "there is no '" + name + "' above");
      require(members.add(name), "'" + name + "' is in a group already");
    }
    int threshold =
        switch (words.get(2)) {
          case "all" -> names.size();
          case "any" -> 1;
          default -> number(words.get(2));
        };
    require(threshold >= 1 && threshold <= names.size(), "the threshold does not fit");
    groupByName.put(newName(words.get(1)), new Group(threshold, names));
  }

  private void setQuorum(List<String> words) {
    require(words.size() == 2 && quorum.isEmpty(), "there is one quorum, with one name");
    String name = words.get(1);
    require(name.equals(NONE) || isKnown(name), "there is no '" + name + "' above");
    quorum = name;
  }

  private VerifierKey key(String vkey) {
    var key = VerifierKey.parse(vkey);
    require(publicKeys.add(key.publicKey()), "the key is there twice");
    return key;
  }

  private String newName(String name) {
    require(!name.equals(NONE) && !isKnown(name), "the name '" + name + "' is taken");
    require(witnessByName.size() + groupByName.size() < MAX_NAMES, "too many names");
    return name;
  }

  private boolean isKnown(String name) {
    return witnessByName.containsKey(name) || groupByName.containsKey(name);
  }

  private static int number(String digits) {
    require(digits.matches("[1-9][0-9]{0,3}"), "'" + digits + "' is no threshold");
    return Integer.parseInt(digits);
  }

  private static void require(boolean holds, String message) {
    if (!holds) {
      throw new IllegalArgumentException(message);
    }
  }

  /** Returns the keys of the logs that it is made for; maybe none. */
  public List<VerifierKey> logs() {
    return List.copyOf(logs);
  }

  /** Returns all witnesses. */
  public List<Witness> witnesses() {
    return List.copyOf(witnessByName.values());
  }

  /** Tells whether a checkpoint has to be cosigned at all. */
  public boolean hasQuorum() {
    return !quorum.equals(NONE);
  }

  /** Tells whether the witnesses with these keys are enough. */
  public boolean isSatisfiedBy(Set<VerifierKey> cosigners) {
    return !hasQuorum() || hasCosigned(quorum, cosigners);
  }

  private boolean hasCosigned(String name, Set<VerifierKey> cosigners) {
    Witness witness = witnessByName.get(name);
    if (witness != null) {
      return cosigners.contains(witness.key());
    }
    Group group = groupByName.get(name);
    return group != null
        && group.members().stream().filter(member -> hasCosigned(member, cosigners)).count()
            >= group.threshold();
  }
}
