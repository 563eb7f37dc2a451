package io.daybook.kyb.screening.name;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Reads names of any script into parts.
 *
 * <p>A name in Han or Hangul is read twice: as it is written, to be compared with names of the same
 * script, and romanised, to be compared with all others.
 */
public final class NameParser {
  /** The longest name that is read, in characters. */
  public static final int LONGEST = 1_000;

  private static final int MOST_PARTS = 40;
  private static final String ARABIC_ARTICLE = "ال";

  private final Lexicon lexicon = new Lexicon();
  private final Romaniser romaniser = new Romaniser();
  private final LegalForms legalForms = new LegalForms(romaniser);
  private final PersonParts personParts = new PersonParts(lexicon);
  private final CompanyParts companyParts = new CompanyParts(lexicon, legalForms);

  Lexicon lexicon() {
    return lexicon;
  }

  /**
   * Reads a name; the list is empty if the text has no letter or digit.
   *
   * @throws IllegalArgumentException if the text is longer than {@link #LONGEST}
   */
  public List<ParsedName> parse(String text, NameKind kind) {
    if (text.length() > LONGEST) {
      throw new IllegalArgumentException(
          "a name of %d characters; at most %d".formatted(text.length(), LONGEST));
    }
    List<String> words = Words.of(text);
    var names = new ArrayList<ParsedName>(2);
    var origin = ParsedName.Writing.of(words);
    if (origin != ParsedName.Writing.LATIN) {
      addAsWritten(text, kind, origin, words, names);
    }
    var romanised = new ArrayList<String>();
    boolean isVowelless = false;
    boolean isHan = false;
    for (String word : words) {
      isVowelless |= isVowelless(word);
      isHan |= word.codePoints().allMatch(Character::isIdeographic);
      addRomanised(word, kind, romanised);
    }
    List<NamePart> parts = parts(text, kind, romanised, isVowelless);
    if (origin == ParsedName.Writing.HAN && isHan) {
      parts = parts.stream().map(NamePart::known).toList();
    }
    if (!parts.isEmpty()) {
      names.add(new ParsedName(text, kind, ParsedName.Writing.LATIN, origin, parts));
    }
    return names;
  }

  private List<NamePart> parts(
      String text, NameKind kind, List<String> words, boolean isVowelless) {
    List<String> some = words.size() > MOST_PARTS ? words.subList(0, MOST_PARTS) : words;
    return switch (kind) {
      case PERSON -> personParts.of(text, some, isVowelless);
      case ORGANISATION, OBJECT -> companyParts.of(some, isVowelless);
      case UNKNOWN ->
          companyParts.looksLikeOne(some)
              ? companyParts.of(some, isVowelless)
              : personParts.of(text, some, isVowelless);
    };
  }

  private void addAsWritten(
      String text,
      NameKind kind,
      ParsedName.Writing writing,
      List<String> words,
      List<ParsedName> names) {
    String characters = String.join("", words).toLowerCase(Locale.ROOT);
    if (writing == ParsedName.Writing.HAN) {
      characters = Romaniser.simplified(characters);
    }
    var part = NamePart.asWritten(characters);
    names.add(new ParsedName(text, kind, writing, writing, List.of(part)));
  }

  private void addRomanised(String word, NameKind kind, List<String> romanised) {
    if (Hangul.isSyllable(word.charAt(0))) {
      romanised.addAll(List.of(Hangul.romanise(word).split(" ")));
      return;
    }
    if (hasArabicArticle(word)) {
      romanised.add("al");
      addRomanised(word.substring(ARABIC_ARTICLE.length()), kind, romanised);
      return;
    }
    String latin = romaniser.romanise(word);
    if (latin.isEmpty()) {
      return;
    }
    String[] syllables = latin.split(" ");
    boolean isHanName =
        kind != NameKind.ORGANISATION
            && syllables.length <= 4
            && word.codePoints().allMatch(Character::isIdeographic);
    if (isHanName && syllables.length > 1) {
      int surname = syllables.length == 4 ? 2 : 1;
      romanised.add(String.join("", List.of(syllables).subList(0, surname)));
      romanised.add(String.join("", List.of(syllables).subList(surname, syllables.length)));
    } else {
      romanised.add(String.join("", syllables));
    }
  }

  private static boolean hasArabicArticle(String word) {
    return word.startsWith(ARABIC_ARTICLE)
        && word.length() > ARABIC_ARTICLE.length() + 2
        && word.charAt(ARABIC_ARTICLE.length()) != 'ل';
  }

  private static boolean isVowelless(String word) {
    return switch (Character.UnicodeScript.of(word.codePointAt(0))) {
      case ARABIC, HEBREW, SYRIAC -> true;
      default -> false;
    };
  }

  static boolean isHanOrKana(String word) {
    return word.codePoints().anyMatch(NameParser::isHanOrKana);
  }

  private static boolean isHanOrKana(int c) {
    if (c < 0x2E80) {
      return false;
    }
    return switch (Character.UnicodeScript.of(c)) {
      case HAN, KATAKANA, HIRAGANA -> true;
      default -> false;
    };
  }
}
