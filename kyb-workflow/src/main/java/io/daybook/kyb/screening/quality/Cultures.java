package io.daybook.kyb.screening.quality;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.SplittableRandom;
import java.util.TreeMap;

/** Makes up names of people and companies as many cultures have them, from a seed. */
final class Cultures {
  private final TreeMap<String, TreeMap<String, List<String>>> words = new TreeMap<>();
  private final List<String> cultures;
  private final SplittableRandom random;

  Cultures(SplittableRandom random) {
    this.random = random;
    var stream = Objects.requireNonNull(Cultures.class.getResourceAsStream("cultures.txt"));
    try (var lines = new BufferedReader(new InputStreamReader(stream, StandardCharsets.UTF_8))) {
      lines.lines().filter(line -> !line.startsWith("//") && !line.isBlank()).forEach(this::addRow);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    cultures = words.keySet().stream().filter(culture -> !culture.equals("words")).toList();
  }

  private void addRow(String row) {
    String[] parts = row.split("\\s+");
    words
        .computeIfAbsent(parts[0], _ -> new TreeMap<>())
        .put(parts[1], Arrays.asList(parts).subList(2, parts.length));
  }

  /** A person's name of some culture, of two to four parts. */
  String person() {
    String culture = one(cultures);
    String family = family(culture);
    String given = word(culture, "given");
    return switch (culture) {
      case "chinese", "korean" -> family + " " + given;
      case "russian" ->
          random.nextInt(3) == 0
              ? given + " " + family
              : given + " " + word(culture, "middle") + " " + family;
      case "arabic" -> arabic(given, family);
      case "spanish" ->
          random.nextBoolean()
              ? given + " " + family
              : given + " " + family + " " + family(culture);
      default ->
          random.nextInt(4) == 0
              ? given + " " + other(culture, given) + " " + family
              : given + " " + family;
    };
  }

  private String arabic(String given, String family) {
    return switch (random.nextInt(4)) {
      case 0 -> given + " " + family;
      case 1 -> given + " bin " + other("arabic", given) + " " + family;
      case 2 -> given + " " + other("arabic", given) + " " + family;
      default ->
          given + " " + other("arabic", given) + " " + word("arabic", "given") + " " + family;
    };
  }

  private String family(String culture) {
    boolean canBeRare = !list(culture, "end").isEmpty();
    if (canBeRare && random.nextInt(10) < 7) {
      return word(culture, "start") + word(culture, "end");
    }
    return random.nextInt(6) == 0 && !canBeRare ? word(culture, "start") : word(culture, "family");
  }

  private String other(String culture, String than) {
    String word = word(culture, "given");
    return word.equals(than) ? word(culture, "family") : word;
  }

  /** A company's name: something of its own, a trade and a legal form. */
  String company() {
    String own =
        random.nextBoolean()
            ? word("words", "company") + " " + word("words", "company")
            : family(one(cultures)) + " " + word("words", "company");
    return own + " " + word("words", "trade") + " " + word("words", "form");
  }

  String honorific() {
    return word("words", "honorific");
  }

  private String word(String culture, String what) {
    return one(list(culture, what));
  }

  private List<String> list(String culture, String what) {
    return words.getOrDefault(culture, new TreeMap<>()).getOrDefault(what, List.of());
  }

  private String one(List<String> list) {
    return list.get(random.nextInt(list.size()));
  }
}
