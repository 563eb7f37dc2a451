package io.daybook.kyb.screening.name;

/** How much one part of a name is like another, from 0 to 1. One instance serves one thread. */
final class PartSimilarity {
  static final double SPELLING = 0.96;
  static final double PET_NAME = 0.85;
  static final double INITIAL = 0.85;

  private static final double BY_SOUND = 0.97;
  private static final double OTHER_NAME = 0.7;
  private static final double SHORT = 0.85;
  private static final double ALIKE = 0.6;
  private static final double TRANSLATION = 0.85;

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
    if (isForm(one) || isForm(other)) {
      return isForm(one) && isForm(other) ? LegalFormDistance.between(one.text(), other.text()) : 0;
    }
    if (one.group() >= 0 && one.group() == other.group()) {
      // Spellings of one name sound alike; its translations do not.
      return heard(one, other) >= ALIKE ? SPELLING : TRANSLATION;
    }
    if (one.role() == PartRole.PARTICLE || other.role() == PartRole.PARTICLE) {
      return one.role() == other.role() && one.sound().equals(other.sound()) ? SPELLING : 0;
    }
    if (one.role() != other.role() && (isTerm(one) || isTerm(other))) {
      return spelled(one, other) * OTHER_NAME;
    }
    if (one.hasPetNames() && other.hasPetNames() && lexicon.arePetNames(one.text(), other.text())) {
      return PET_NAME;
    }
    return spelled(one, other);
  }

  /** The similarity of several parts written as one word with a part. */
  double joined(String one, String other) {
    double written = curve(distance.between(one, other), Math.max(one.length(), other.length()));
    return 0.98 * written;
  }

  private double spelled(NamePart one, NamePart other) {
    if (one.isVowelless() != other.isVowelless()) {
      double best = 0;
      for (String bones : one.skeletons()) {
        for (String others : other.skeletons()) {
          best = Math.max(best, bySkeleton(bones, others));
        }
      }
      return best;
    }
    int longest = Math.max(one.text().length(), other.text().length());
    int shortest = Math.min(one.text().length(), other.text().length());
    if (shortest * 2 < longest || sharesTooLittle(one.letters(), other.letters())) {
      return 0;
    }
    double written = curve(distance.between(one.text(), other.text()), longest);
    double heard = heard(one, other);
    double best = Math.max(written, heard);
    boolean areTwoNames =
        one.role() == PartRole.COMMON
            && other.role() == PartRole.COMMON
            && !one.skeleton().equals(other.skeleton());
    if (areTwoNames || areTwoTerms(one, other)) {
      return best * OTHER_NAME;
    }
    // In a short word every letter makes another word.
    return longest <= 4 && best < SPELLING ? best * SHORT : best;
  }

  /** Words with fewer than half of their letters in common are another word for sure. */
  private static boolean sharesTooLittle(int one, int other) {
    int fewer = Math.min(Integer.bitCount(one), Integer.bitCount(other));
    return Integer.bitCount(one & other) * 2 < fewer;
  }

  private double heard(NamePart one, NamePart other) {
    if (one.sound().equals(other.sound())) {
      return one.sound().length() > 2 ? SPELLING : 0.8;
    }
    int longest = Math.max(one.sound().length(), other.sound().length());
    return BY_SOUND * curve(distance.between(one.sound(), other.sound()), longest);
  }

  private double bySkeleton(String one, String other) {
    int longest = Math.max(one.length(), other.length());
    if (one.equals(other)) {
      return longest >= 3 ? 0.95 : longest == 2 ? 0.88 : longest == 1 ? 0.75 : 0.5;
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
    double rate = (double) apart / EditDistance.WHOLE / length;
    if (rate <= 0.13) {
      return 1 - rate * 0.55;
    }
    if (rate <= 0.25) {
      return 0.93 - (rate - 0.13) * 1.1;
    }
    if (rate <= 0.36) {
      return 0.8 - (rate - 0.25) * 4;
    }
    return Math.max(0, 0.36 - (rate - 0.36) * 2.5);
  }
}
