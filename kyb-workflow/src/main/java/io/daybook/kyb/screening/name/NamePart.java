package io.daybook.kyb.screening.name;

import java.util.List;

/**
 * One part of a name as it is compared.
 *
 * @param text lower-case ASCII, or the original characters of a name that is compared in its own
 *     script
 * @param sound the text with spellings of one sound written alike
 * @param skeleton the consonants, each class of them written alike
 * @param role what the part does in its name
 * @param group the number of the spellings of one name, or -1
 * @param hasPetNames whether pet names of it are known, or it is one
 * @param isVowelless whether the script does not write vowels
 * @param letters a bit for each letter of the sound
 */
public record NamePart(
    String text,
    String sound,
    String skeleton,
    PartRole role,
    int group,
    boolean hasPetNames,
    boolean isVowelless,
    int letters) {

  /** A word in lower-case ASCII. */
  static NamePart word(String text, PartRole role, Lexicon lexicon, boolean isVowelless) {
    String sound = Sound.of(text);
    boolean isName = role == PartRole.NAME || role == PartRole.COMMON;
    return new NamePart(
        text,
        sound,
        Sound.skeleton(text, isVowelless),
        role,
        isName ? lexicon.group(text) : -1,
        isName && lexicon.hasPetNames(text),
        isVowelless,
        letters(sound));
  }

  /** Characters that are compared as they are written. */
  public static NamePart asWritten(String characters) {
    return new NamePart(characters, characters, "", PartRole.NAME, -1, false, false, 0);
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

  double weight() {
    return role.weight();
  }

  boolean isInitial() {
    return role == PartRole.INITIAL;
  }
}
