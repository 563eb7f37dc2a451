package io.daybook.kyb.screening.name;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What is known of words in names: what they do, and which of them are one name.
 *
 * <p>Read once from the text files beside this class.
 */
final class Lexicon {
  /**
   * A word's role in the names of companies, the word it stands for there, and the number that all
   * words have that stand for it.
   */
  record Term(PartRole role, String word, int group) {}

  private static final int NO_GROUP = -1;
  private static final int FIRST_TERM = 1_000_000;

  private final Map<String, Integer> groups = new HashMap<>();
  private final Map<String, Set<Integer>> petNames = new HashMap<>();
  private final Set<String> commonNames = new HashSet<>();
  private final Set<String> particles = new HashSet<>();
  private final Set<String> honorifics = new HashSet<>();
  private final Map<String, Term> terms = new HashMap<>();

  Lexicon() {
    read("name-groups.txt", this::addGroup);
    read("common-names.txt", row -> addCommonNames(row.split("\\s+", -1)));
    read("words.txt", this::addWords);
  }

  /** The number of the name that the word is a spelling of, or -1. */
  int group(String word) {
    return groups.getOrDefault(word, NO_GROUP);
  }

  /** Tells whether one word is a pet name of the other, or both of a third. */
  boolean arePetNames(String one, String other) {
    Set<Integer> ones = petNames.get(one);
    Set<Integer> others = petNames.get(other);
    return ones != null && others != null && ones.stream().anyMatch(others::contains);
  }

  boolean hasPetNames(String word) {
    return petNames.containsKey(word);
  }

  boolean isCommonName(String word) {
    return commonNames.contains(word);
  }

  boolean isParticle(String word) {
    return particles.contains(word);
  }

  boolean isHonorific(String word) {
    return honorifics.contains(word);
  }

  /** The word of companies' names that this is, or null. */
  @Nullable Term term(String word) {
    return terms.get(word);
  }

  private void addGroup(String row) {
    String[] words = row.substring(1).strip().split("\\s+", -1);
    int number = groups.size() + petNames.size();
    for (String word : words) {
      if (row.startsWith("=")) {
        groups.putIfAbsent(word, number);
      } else {
        petNames.computeIfAbsent(word, _ -> new HashSet<>()).add(number);
      }
    }
  }

  private void addCommonNames(String... words) {
    for (String word : words) {
      commonNames.add(word);
      int group = group(word);
      if (group != NO_GROUP) {
        groups.forEach((other, number) -> {
          if (number == group) {
            commonNames.add(other);
          }
        });
      }
    }
  }

  private void addWords(String row) {
    String[] words = row.split("\\s+", -1);
    List<String> rest = Arrays.asList(words).subList(1, words.length);
    switch (words[0]) {
      case "particle" -> particles.addAll(rest);
      case "honorific" -> honorifics.addAll(rest);
      case "trade" -> addTerms(PartRole.TRADE_WORD, rest);
      case "place" -> addTerms(PartRole.PLACE, rest);
      case "number" -> addTerms(PartRole.NUMBER, rest);
      default -> throw new IllegalStateException("no role of words: " + words[0]);
    }
  }

  private void addTerms(PartRole role, List<String> words) {
    String standard = "";
    int group = NO_GROUP;
    for (String word : words) {
      if (word.startsWith("=")) {
        standard = word.substring(1);
        group = FIRST_TERM + terms.size();
      }
      terms.putIfAbsent(word.startsWith("=") ? standard : word, new Term(role, standard, group));
    }
  }

  private static void read(String file, java.util.function.Consumer<String> row) {
    try (BufferedReader lines = open(file)) {
      var rows = new ArrayList<String>();
      lines.lines().filter(line -> !line.startsWith("//") && !line.isBlank()).forEach(rows::add);
      rows.forEach(row);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Opens one of the files beside this class. */
  static BufferedReader open(String file) {
    var stream = Objects.requireNonNull(Lexicon.class.getResourceAsStream(file), file);
    return new BufferedReader(new InputStreamReader(stream, StandardCharsets.UTF_8));
  }
}
