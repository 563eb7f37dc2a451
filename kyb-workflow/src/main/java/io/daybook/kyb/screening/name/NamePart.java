package io.daybook.kyb.screening.name;

import java.util.List;

/**
 * One part of a name as it is compared.
 *
 * @param text lower-case ASCII, or the original characters of a name that is compared in its own
 *     script
 * @param written as it was written, where the text is a family of legal forms
 * @param sound the text with spellings of one sound written alike
 * @param skeleton the consonants, each class of them written alike
 * @param role what the part does in its name
 * @param group the number of the spellings of one name or the words for one trade, or -1
 * @param hasPetNames whether pet names of it are known, or it is one
 * @param isVowelless whether the script does not write vowels
 * @param isKnown whether it is another's name as it is written, so hardly a misspelling
 * @param letters a bit for each letter of the sound
 */
public record NamePart(
    String text,
    String written,
    String sound,
    String skeleton,
    PartRole role,
    int group,
    boolean hasPetNames,
    boolean isVowelless,
    boolean isKnown,
    int letters) {

  /** A word in lower-case ASCII. */
  static NamePart word(String text, PartRole role, Lexicon lexicon, boolean isVowelless) {
    boolean isName = role == PartRole.NAME || role == PartRole.COMMON;
    boolean hasPetNames = isName && lexicon.hasPetNames(text);
    return part(text, text, role, isName ? lexicon.group(text) : -1, hasPetNames, isVowelless);
  }

  /** A word of companies' names for a trade or a place. */
  static NamePart term(String text, Lexicon.Term term, boolean isVowelless) {
    return part(text, text, term.role(), term.group(), false, isVowelless);
  }

  /** A family of legal forms. */
  static NamePart form(String family, String written) {
    return part(family, written, PartRole.LEGAL_FORM, -1, false, false);
  }

  private static NamePart part(
      String text,
      String written,
      PartRole role,
      int group,
      boolean hasPetNames,
      boolean isVowelless) {
    String sound = Sound.of(text);
    return new NamePart(
        text,
        written,
        sound,
        Sound.skeleton(text, isVowelless),
        role,
        group,
        hasPetNames,
        isVowelless,
        false,
        letters(sound));
  }

  /** Characters that are compared as they are written. */
  public static NamePart asWritten(String characters) {
    return new NamePart(
        characters, characters, characters, "", PartRole.NAME, -1, false, false, false, 0);
  }

  private static int letters(String sound) {
    int letters = 0;
    for (int i = 0; i < sound.length(); i++) {
      letters |= 1 << (sound.charAt(i) & 31);
    }
    return letters;
  }

  /** The skeletons that a vowelless word may have, as its w inside is a consonant or a vowel. */
  public List<String> skeletons() {
    return skeleton.indexOf('W') < 0
        ? List.of(skeleton)
        : List.of(skeleton.replace('W', 'f'), skeleton.replace("W", ""));
  }

  /** The same word, of which is known that others bear it. */
  public NamePart known() {
    return new NamePart(
        text, written, sound, skeleton, role, group, hasPetNames, isVowelless, true, letters);
  }

  /** "Ivanovich", "Petrovna": the father's name. */
  boolean isPatronymic() {
    return text.length() > 6
        && (text.endsWith("vich") || text.endsWith("ovna") || text.endsWith("evna"));
  }

  /** Tells whether the word has one syllable, as those of Chinese and Korean have. */
  boolean isSyllable() {
    int vowels = 0;
    for (int i = 0; i < sound.length(); i++) {
      vowels += Sound.isVowel(sound.charAt(i)) && (i > 0 || sound.charAt(i) != 'y') ? 1 : 0;
    }
    return vowels <= 1;
  }

  double weight() {
    return role.weight();
  }

  boolean isInitial() {
    return role == PartRole.INITIAL;
  }
}
