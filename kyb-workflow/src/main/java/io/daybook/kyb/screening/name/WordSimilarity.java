package io.daybook.kyb.screening.name;

/** How much single words of names are alike, from 0 to 1. One instance serves one thread. */
public final class WordSimilarity {
  private final PartSimilarity similarity;

  /** Compares with the parser's knowledge of words. */
  public WordSimilarity(NameParser parser) {
    similarity = new PartSimilarity(parser.lexicon());
  }

  /** Returns how much the one is like the other. */
  public double between(NamePart one, NamePart other) {
    return similarity.between(one, other);
  }
}
