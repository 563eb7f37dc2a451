package io.daybook.kyb.screening.name;

import com.ibm.icu.text.Transliterator;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.text.Normalizer;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Writes words of any script in lower-case ASCII.
 *
 * <p>Cyrillic, Greek, Arabic, Hebrew and the letters of European languages follow a table; Hangul
 * is taken apart by {@link Hangul}; everything else is ICU's, word by word.
 */
final class Romaniser {
  private static final int TABLE_SIZE = 0x700;
  private static final int CACHED_WORDS = 100_000;
  private static final String[] TABLE = table();

  private final Map<String, String> cache = new ConcurrentHashMap<>();

  /** Returns the word in ASCII letters and digits, with blanks where ICU separates syllables. */
  String romanise(String word) {
    var ascii = new StringBuilder(word.length() + 8);
    for (int i = 0; i < word.length(); i++) {
      char c = word.charAt(i);
      if (c < TABLE_SIZE) {
        ascii.append(TABLE[c]);
      } else if (c >= 0x1E00 && c < 0x2000) {
        ascii.append(bare(c));
      } else {
        return cached(word);
      }
    }
    return ascii.toString();
  }

  private String cached(String word) {
    if (cache.size() > CACHED_WORDS) {
      cache.clear();
    }
    return cache.computeIfAbsent(word, this::byIcu);
  }

  private String byIcu(String word) {
    String latin;
    // A transliterator keeps state while it works.
    synchronized (Icu.ANY_LATIN) {
      latin = Icu.ANY_LATIN.transliterate(word);
    }
    var ascii = new StringBuilder(latin.length());
    for (int i = 0; i < latin.length(); i++) {
      char c = latin.charAt(i);
      if (c < TABLE_SIZE && (Character.isLetterOrDigit(c) || c == ' ')) {
        ascii.append(c == ' ' ? " " : TABLE[c]);
      }
    }
    String romanised = ascii.toString().strip();
    // A script that ICU does not know is compared as it is written.
    return romanised.isEmpty() ? word.toLowerCase(Locale.ROOT) : romanised;
  }

  /** Made when it is first needed, because it takes a while. */
  private static final class Icu {
    static final Transliterator ANY_LATIN =
        Transliterator.getInstance("Any-Latin; NFD; [:M:] Remove; Latin-ASCII; Lower");
    static final Transliterator SIMPLIFIED = Transliterator.getInstance("Traditional-Simplified");
  }

  /** Writes traditional Chinese characters as simplified ones. */
  static String simplified(String characters) {
    synchronized (Icu.SIMPLIFIED) {
      return Icu.SIMPLIFIED.transliterate(characters);
    }
  }

  private static String[] table() {
    var table = new String[TABLE_SIZE];
    for (char c = 0; c < TABLE_SIZE; c++) {
      table[c] = base(c);
    }
    try (var lines = Lexicon.open("romanisation.txt")) {
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        readRow(line, table);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return table;
  }

  private static void readRow(String line, String[] table) {
    if (line.startsWith("//")) {
      return;
    }
    for (String pair : line.strip().split("\\s+", -1)) {
      int equals = pair.indexOf('=', 1);
      if (equals == 1) {
        table[pair.charAt(0)] = pair.substring(2);
        char upper = Character.toUpperCase(pair.charAt(0));
        if (upper < TABLE_SIZE) {
          table[upper] = pair.substring(2);
        }
      }
    }
  }

  /** Vietnamese and polytonic Greek letters: their base as the table has it. */
  private static String bare(char c) {
    String base = base(c);
    return base.isEmpty() || base.charAt(0) >= TABLE_SIZE ? base : TABLE[base.charAt(0)];
  }

  /** The letter without its marks; nothing for what is no letter or digit. */
  private static String base(char c) {
    if (!Character.isLetterOrDigit(c)) {
      return "";
    }
    String bare = Normalizer.normalize(String.valueOf(c), Normalizer.Form.NFD);
    return bare.substring(0, 1).toLowerCase(Locale.ROOT);
  }
}
