package io.daybook.kyb.screening.name;

/** How much one part of a name is like another, from 0 to 1. One instance serves one thread. */
final class PartSimilarity {
  static final double SPELLING = 0.96;
  static final double PET_NAME = 0.85;
  static final double INITIAL = 0.8;

  private static final double BY_SOUND = 0.97;
  private static final double OTHER_NAME = 0.7;
  private static final double ANOTHERS = 0.66;
  private static final double SHORT = 0.85;
  private static final double ONE_MISTAKE = 0.45;
  private static final double ALIKE = 0.6;
  private static final double TRANSLATION = 0.85;
  private static final double SAME_TERM = 0.98;
  private static final double OTHER_END = 0.75;
  private static final double MISTYPED = 0.85;
  private static final double MISTYPED_FORM = 0.8;
  private static final int LONGEST_PARTICLE = 4;

  private final Lexicon lexicon;
  private final EditDistance distance = new EditDistance();

  PartSimilarity(Lexicon lexicon) {
    this.lexicon = lexicon;
  }

  double between(NamePart one, NamePart other) {
    if (one.text().equals(other.text())) {
      return 1;
    }
    if (one.role() == PartRole.NUMBER || other.role() == PartRole.NUMBER) {
      return 0;
    }
    if (one.isInitial() || other.isInitial()) {
      return one.text().charAt(0) == other.text().charAt(0) ? INITIAL : 0;
    }
    if (isForm(one) && isForm(other)) {
      return LegalFormDistance.between(one.text(), other.text());
    }
    if (isForm(one) || isForm(other)) {
      return mistyped(one, other) ? MISTYPED_FORM : 0;
    }
    if (one.group() >= 0 && one.group() == other.group() && isTerm(one)) {
      return SAME_TERM;
    }
    if (one.group() >= 0 && one.group() == other.group()) {
      // Spellings of one name sound alike; its translations do not.
      return soundsAlike(one, other) ? SPELLING : TRANSLATION;
    }
    boolean isParticle = one.role() == PartRole.PARTICLE || other.role() == PartRole.PARTICLE;
    if (isParticle) {
      boolean areBoth = one.role() == other.role() && one.sound().equals(other.sound());
      return areBoth ? SPELLING : isMistypedParticle(one, other) ? MISTYPED_FORM : 0;
    }
    if (one.role() != other.role() && (isTerm(one) || isTerm(other))) {
      double spelled = spelled(one, other);
      int shortest = Math.min(one.text().length(), other.text().length());
      boolean isMistyped = spelled >= MISTYPED && shortest > 3;
      boolean isOneMistake =
          shortest > 2 && distance.between(one.text(), other.text()) <= EditDistance.WHOLE;
      return isMistyped ? spelled : isOneMistake ? MISTYPED_FORM : spelled * OTHER_NAME;
    }
    if (one.hasPetNames() && other.hasPetNames() && lexicon.arePetNames(one.text(), other.text())) {
      return PET_NAME;
    }
    return spelled(one, other);
  }

  /** "LCL", "Limted": a legal form with a mistake is a name to the parser. */
  private boolean isMistypedParticle(NamePart one, NamePart other) {
    NamePart unknown = one.role() == PartRole.PARTICLE ? other : one;
    return unknown.role() == PartRole.NAME
        && unknown.text().length() <= LONGEST_PARTICLE
        && Math.min(one.text().length(), other.text().length()) >= 2
        && distance.between(one.text(), other.text()) <= EditDistance.WHOLE;
  }

  private boolean mistyped(NamePart one, NamePart other) {
    int shortest = Math.min(one.written().length(), other.written().length());
    return shortest >= 2
        && one.role() != PartRole.PARTICLE
        && other.role() != PartRole.PARTICLE
        && distance.between(one.written(), other.written())
            <= EditDistance.WHOLE * Math.max(1, shortest / 4);
  }

  /** The similarity of several parts written as one word with a part. */
  double joined(String one, String other) {
    double written = curve(distance.between(one, other), Math.max(one.length(), other.length()));
    return 0.98 * written;
  }

  private double spelled(NamePart one, NamePart other) {
    if (one.isVowelless() != other.isVowelless()) {
      return one.isVowelless() ? acrossScripts(one, other) : acrossScripts(other, one);
    }
    int longest = Math.max(one.text().length(), other.text().length());
    int shortest = Math.min(one.text().length(), other.text().length());
    if (shortest * 2 < longest || sharesTooLittle(one.letters(), other.letters())) {
      return 0;
    }
    double written = rate(distance.between(one.text(), other.text()), longest);
    double best = Math.max(curve(written), heard(one, other, written));
    boolean areBothCommon = one.role() == PartRole.COMMON && other.role() == PartRole.COMMON;
    boolean areTwoNames =
        (areBothCommon && !one.skeleton().equals(other.skeleton()))
            || ((areBothCommon || one.isKnown() || other.isKnown()) && best < SPELLING)
            || one.isPatronymic() != other.isPatronymic();
    if (areTwoNames) {
      return best * ANOTHERS;
    }
    if (areTwoTerms(one, other)) {
      return best * OTHER_NAME;
    }
    // In a short word every letter makes another word.
    boolean isShort = longest <= 4 || (one.isSyllable() && other.isSyllable());
    if (isShort && best < SPELLING) {
      boolean isOneMistake = written * longest <= 1;
      return isOneMistake ? Math.max(best * SHORT, ONE_MISTAKE) : best * SHORT;
    }
    return best;
  }

  /** A long vowel is written at a word's ends, so that there at least the vowels can be told. */
  private double acrossScripts(NamePart vowelless, NamePart full) {
    double best = 0;
    for (String bones : vowelless.skeletons()) {
      for (String others : full.skeletons()) {
        best = Math.max(best, bySkeleton(bones, others));
      }
    }
    boolean startAlike = startsWithVowel(vowelless.text()) == startsWithVowel(full.text());
    boolean endAlike = endAlike(vowelless.text(), full.text());
    boolean vowelsAlike = hasLongVowels(vowelless.text(), full.text());
    return best
        * (startAlike ? 1 : OTHER_END)
        * (endAlike ? 1 : OTHER_END)
        * (vowelsAlike ? 1 : OTHER_END);
  }

  private static boolean startsWithVowel(String word) {
    char first = word.charAt(0);
    return Sound.isVowel(first) || first == 'w' || first == 'j';
  }

  /** A long vowel that is written in the one must be in the other. */
  private static boolean hasLongVowels(String vowelless, String full) {
    boolean hasU = vowelless.indexOf('w', 1) < 0 || hasAny(full, "ouwv");
    boolean hasI = vowelless.indexOf('y', 1) < 0 || hasAny(full, "eiyj");
    return hasU && hasI;
  }

  private static boolean hasAny(String word, String letters) {
    return letters.chars().anyMatch(letter -> word.indexOf(letter) >= 0);
  }

  private static boolean endAlike(String vowelless, String full) {
    char written = vowelless.charAt(vowelless.length() - 1);
    char last = full.charAt(full.length() - 1);
    if (written == 'y') {
      return Sound.isVowel(last);
    }
    return "ahw".indexOf(written) >= 0 || (last != 'i' && last != 'y');
  }

  /** Words with fewer than half of their letters in common are another word for sure. */
  private static boolean sharesTooLittle(int one, int other) {
    int fewer = Math.min(Integer.bitCount(one), Integer.bitCount(other));
    return Integer.bitCount(one & other) * 2 < fewer;
  }

  private boolean soundsAlike(NamePart one, NamePart other) {
    int longest = Math.max(one.sound().length(), other.sound().length());
    return curve(distance.between(one.sound(), other.sound()), longest) >= ALIKE;
  }

  private double heard(NamePart one, NamePart other, double written) {
    if (one.sound().equals(other.sound())) {
      return one.sound().length() > 2 ? SPELLING : 0.8;
    }
    int longest = Math.max(one.sound().length(), other.sound().length());
    double apart = rate(distance.between(one.sound(), other.sound()), longest);
    // Sounds that are not quite the same must be spelled alike too.
    return BY_SOUND * curve((apart + Math.max(apart, written)) / 2);
  }

  private double bySkeleton(String one, String other) {
    int longest = Math.max(one.length(), other.length());
    if (one.equals(other)) {
      return longest >= 4 ? 0.95 : longest == 3 ? 0.92 : longest == 2 ? 0.85 : 0.65;
    }
    int apart = distance.between(one, other);
    return longest >= 4 && apart <= longest * EditDistance.WHOLE / 4 ? 0.7 : 0;
  }

  private static boolean isForm(NamePart part) {
    return part.role() == PartRole.LEGAL_FORM;
  }

  private static boolean isTerm(NamePart part) {
    return part.role() == PartRole.TRADE_WORD || part.role() == PartRole.PLACE;
  }

  private static boolean areTwoTerms(NamePart one, NamePart other) {
    return isTerm(one) && isTerm(other);
  }

  /** Falls slowly for one mistake in a word, and fast where it would be another word. */
  static double curve(int apart, int length) {
    return curve(rate(apart, length));
  }

  private static double rate(int apart, int length) {
    return (double) apart / EditDistance.WHOLE / length;
  }

  private static double curve(double rate) {
    if (rate <= 0.13) {
      return 1 - rate * 0.55;
    }
    if (rate <= 0.25) {
      return 0.93 - (rate - 0.13) * 1.1;
    }
    if (rate <= 0.31) {
      return 0.8 - (rate - 0.25) * 6;
    }
    return Math.max(0, 0.44 - (rate - 0.31) * 2.5);
  }
}
