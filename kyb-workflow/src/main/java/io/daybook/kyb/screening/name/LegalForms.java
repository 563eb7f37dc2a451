package io.daybook.kyb.screening.name;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The legal forms of companies in many countries, by family: "GmbH" and "OOO" are one family. */
final class LegalForms {
  /** The longest form in words. */
  private static final int LONGEST = 7;

  /** A form found in a name: its family, and how many words it takes. */
  record Found(String family, int words) {}

  private final Map<String, String> families = new HashMap<>();

  LegalForms(Romaniser romaniser) {
    try (var lines = Lexicon.open("legal-forms.txt")) {
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        if (!line.startsWith("//") && !line.isBlank()) {
          add(line, romaniser);
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void add(String line, Romaniser romaniser) {
    int colon = line.indexOf(':');
    String family = line.substring(0, colon);
    for (String form : line.substring(colon + 1).split("\\|", -1)) {
      String written = form.strip().toLowerCase(Locale.ROOT);
      families.putIfAbsent(written.replaceAll("[/ ]+", " "), family);
      var romanised = new StringBuilder();
      for (String word : written.split("[/ ]+", -1)) {
        romanised.append(' ').append(romaniser.romanise(word));
      }
      families.putIfAbsent(romanised.toString().strip(), family);
    }
  }

  /** Finds the longest form that starts at the word, or null. */
  @Nullable Found at(List<String> words, int start) {
    Found found = null;
    var phrase = new StringBuilder();
    for (int i = start; i < words.size() && i - start < LONGEST; i++) {
      phrase.append(phrase.isEmpty() ? "" : " ").append(words.get(i));
      String family = families.get(phrase.toString());
      if (family != null) {
        found = new Found(family, i - start + 1);
      }
    }
    return found;
  }
}
