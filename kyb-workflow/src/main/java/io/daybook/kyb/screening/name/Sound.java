package io.daybook.kyb.screening.name;

/**
 * Writes spellings of one sound alike, whichever language's habits they follow.
 *
 * <p>"Yusuf", "Youssef" and "Jusuf", "Schulz" and "Shults", "Mohammed" and "Muhammad" come out
 * equal or one vowel apart. Meant for comparing, not for reading.
 */
final class Sound {
  /** Longest first; a capital letter is a sound of its own that no later rule touches. */
  private static final String[][] RULES = {
    {"shch", "S"},
    {"schtsch", "S"},
    {"tsch", "C"},
    {"tch", "C"},
    {"tsh", "C"},
    {"dzh", "J"},
    {"sch", "S"},
    {"ssh", "S"},
    {"dsh", "J"},
    {"ch", "C"},
    {"sh", "S"},
    {"sz", "S"},
    {"cz", "C"},
    {"zh", "J"},
    {"dj", "J"},
    {"kh", "h"},
    {"gh", "g"},
    {"ph", "f"},
    {"th", "t"},
    {"dh", "d"},
    {"ck", "k"},
    {"cq", "k"},
    {"qu", "k"},
    {"ts", "z"},
    {"tz", "z"},
    {"dz", "z"},
    {"ks", "ks"},
    {"x", "ks"},
    {"q", "k"},
    {"w", "v"},
    {"aw", "u"},
    {"j", "J"},
  };

  private Sound() {}

  /** Returns the key of a word in lower-case ASCII; a word in other characters is its own key. */
  static String of(String word) {
    if (word.isEmpty() || word.charAt(0) > 'z') {
      return word;
    }
    return squeeze(consonants(initial(word)));
  }

  private static String initial(String word) {
    if (word.startsWith("hs") || word.startsWith("x")) {
      return "s" + word.substring(word.startsWith("hs") ? 2 : 1);
    }
    return word;
  }

  private static String consonants(String word) {
    var sounds = new StringBuilder(word.length());
    for (int i = 0; i < word.length(); ) {
      String[] rule = ruleAt(word, i);
      if (rule != null) {
        sounds.append(rule[1]);
        i += rule[0].length();
      } else {
        sounds.append(single(word, i));
        i++;
      }
    }
    return sounds.toString();
  }

  private static String @org.jspecify.annotations.Nullable [] ruleAt(String word, int at) {
    for (String[] rule : RULES) {
      if (word.startsWith(rule[0], at)) {
        boolean isVowelLike = rule[0].equals("j") && at > 0 && isVowel(word.charAt(at - 1));
        boolean isBeforeVowel = rule[0].equals("aw") && startsWithVowel(word, at + 2);
        boolean isGlide = rule[0].equals("w") && at > 0 && word.charAt(at - 1) == 'o';
        if (!isVowelLike && !isGlide && !isBeforeVowel) {
          return rule;
        }
      }
    }
    return null;
  }

  private static boolean startsWithVowel(String word, int at) {
    return at < word.length() && isVowel(word.charAt(at));
  }

  private static char single(String word, int at) {
    char c = word.charAt(at);
    return switch (c) {
      case 'c' -> at + 1 < word.length() && "eiy".indexOf(word.charAt(at + 1)) >= 0 ? 's' : 'k';
      case 'e', 'i' -> 'i';
      case 'j' -> 'i';
      case 'y' -> at == 0 ? 'y' : 'i';
      case 'o', 'u', 'w' -> 'u';
      default -> c;
    };
  }

  /** Writes doubled letters and runs of vowels once, and drops an h that ends the word. */
  private static String squeeze(String sounds) {
    var key = new StringBuilder(sounds.length());
    for (int i = 0; i < sounds.length(); i++) {
      char c = sounds.charAt(i);
      char before = key.isEmpty() ? '\0' : key.charAt(key.length() - 1);
      boolean isSilent = c == 'h' && i == sounds.length() - 1 && isVowel(before);
      boolean isRepeated = c == before || (isVowel(c) && isVowel(before));
      if (!isSilent && !isRepeated) {
        key.append(c);
      }
    }
    return key.toString();
  }

  static boolean isVowel(char c) {
    return switch (c) {
      case 'a', 'e', 'i', 'o', 'u', 'y' -> true;
      default -> false;
    };
  }

  /**
   * Returns the classes of a word's consonants: what is left in a script that writes no vowels, and
   * cannot tell p from b or v from f.
   *
   * @param isVowelless whether a w inside the word may be a vowel; it is then written as W
   */
  static String skeleton(String word, boolean isVowelless) {
    String key = of(isVowelless ? word.charAt(0) + word.substring(1).replace('w', 'W') : word);
    var bones = new StringBuilder(key.length());
    for (int i = 0; i < key.length(); i++) {
      char bone = bone(key.charAt(i));
      boolean isRepeated = !bones.isEmpty() && bones.charAt(bones.length() - 1) == bone;
      boolean isSilent = bone == 'h' && i == key.length() - 1 && i > 1;
      if (!isSilent && bone != '\0' && !isRepeated) {
        bones.append(bone);
      }
    }
    return bones.toString();
  }

  private static char bone(char sound) {
    return switch (sound) {
      case 'a', 'i', 'u', 'y' -> '\0';
      case 'p' -> 'b';
      case 'v' -> 'f';
      case 'z' -> 's';
      case 'g' -> 'j';
      case 'J' -> 'j';
      default -> sound;
    };
  }
}
