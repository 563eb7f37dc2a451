package io.daybook.kyb.screening.name;

import java.util.ArrayList;
import java.util.List;

/**
 * Compares two names part by part.
 *
 * <p>Parts are paired greedily by what the pairing is worth, in any order and across lost or added
 * blanks. Then three things make the score: how well the pairs agree; what one name has more than
 * the other, which is common and costs little; and what each has <i>instead</i> of the other's,
 * which makes two relatives of one person and costs much. Names that share only what many names
 * share need to agree entirely.
 *
 * <p>One instance serves one thread.
 */
public final class NameComparison {
  private static final double LEAST_PAIR = 0.3;
  private static final double OWN_PAIR = 0.88;
  private static final int LONGEST_JOIN = 3;
  private static final int LONGEST_OF_ALL = 10;

  private final NameWeights weights;
  private final PartSimilarity similarity;
  private final ArrayList<Edge> edges = new ArrayList<>();
  private double[] single = new double[64];

  private record Edge(int q, int qSize, int l, int lSize, double score, double value) {}

  /** Compares by the given weights with the parser's knowledge of words. */
  public NameComparison(NameParser parser, NameWeights weights) {
    this.weights = weights;
    this.similarity = new PartSimilarity(parser.lexicon());
  }

  /** Returns the score alone; names of scripts that are not compared score 0. */
  public double score(ParsedName query, ParsedName listed) {
    if (!query.isComparableWith(listed)) {
      return 0;
    }
    if (query.writing() != ParsedName.Writing.LATIN) {
      return asWritten(query.parts().getFirst().text(), listed.parts().getFirst().text());
    }
    return tally(query, listed, pair(query.parts(), listed.parts())).score();
  }

  /** Returns the score and its explanation. */
  public NameMatch explain(ParsedName query, ParsedName listed) {
    if (!query.isComparableWith(listed)) {
      return new NameMatch(0, List.of());
    }
    if (query.writing() != ParsedName.Writing.LATIN) {
      return explainAsWritten(query, listed);
    }
    List<Edge> pairs = pair(query.parts(), listed.parts());
    var rows = new Explanation(query, listed);
    for (Edge e : pairs) {
      rows.paired(e.q, e.qSize, e.l, e.lSize, e.score);
    }
    return new NameMatch(tally(query, listed, pairs).score(), rows.finish());
  }

  /** Characters of Han or Hangul are syllables or words: one of another sort is another name. */
  private static double asWritten(String query, String listed) {
    if (query.equals(listed)) {
      return 1;
    }
    int longest = Math.max(query.length(), listed.length());
    int apart = new EditDistance().between(query, listed) / EditDistance.WHOLE;
    double rate = (double) apart / longest;
    return rate <= 0.25 ? 1 - rate : Math.max(0, 0.6 - rate);
  }

  private static NameMatch explainAsWritten(ParsedName query, ParsedName listed) {
    String asked = query.parts().getFirst().text();
    String known = listed.parts().getFirst().text();
    double score = asWritten(asked, known);
    var kind = score == 1 ? PartMatch.Kind.LITERAL : PartMatch.Kind.FUZZY;
    return new NameMatch(score, List.of(new PartMatch(kind, asked, known, score, 1)));
  }

  private List<Edge> pair(List<NamePart> query, List<NamePart> listed) {
    edges.clear();
    if (isSame(query, listed)) {
      for (int i = 0; i < query.size(); i++) {
        edges.add(new Edge(i, 1, i, 1, 1, 0));
      }
      return edges;
    }
    single = single.length < query.size() * listed.size() ? new double[2_000] : single;
    for (int q = 0; q < query.size(); q++) {
      for (int l = 0; l < listed.size(); l++) {
        double score = similarity.between(query.get(q), listed.get(l));
        single[q * listed.size() + l] = score;
        addEdge(query, listed, q, 1, l, 1, score);
      }
    }
    addJoins(query, listed);
    edges.sort((one, other) -> Double.compare(other.value, one.value));
    return select(query.size(), listed.size());
  }

  private static boolean isSame(List<NamePart> query, List<NamePart> listed) {
    if (query.size() != listed.size()) {
      return false;
    }
    for (int i = 0; i < query.size(); i++) {
      if (!query.get(i).text().equals(listed.get(i).text())) {
        return false;
      }
    }
    return true;
  }

  private void addJoins(List<NamePart> query, List<NamePart> listed) {
    boolean isOneWord = query.size() == 1 || listed.size() == 1;
    int longest = isOneWord ? LONGEST_OF_ALL : LONGEST_JOIN;
    for (int q = 0; q < query.size(); q++) {
      for (int l = 0; l < listed.size(); l++) {
        for (int size = 2; size <= longest; size++) {
          addJoin(query, listed, q, size, l, 1);
          addJoin(query, listed, q, 1, l, size);
        }
      }
    }
  }

  private void addJoin(
      List<NamePart> query, List<NamePart> listed, int q, int qSize, int l, int lSize) {
    if (q + qSize > query.size() || l + lSize > listed.size()) {
      return;
    }
    if (!areJoinable(query, q, qSize) || !areJoinable(listed, l, lSize)) {
      return;
    }
    int apart = Math.abs(length(query, q, qSize) - length(listed, l, lSize));
    boolean startAlike = query.get(q).sound().charAt(0) == listed.get(l).sound().charAt(0);
    boolean canBeOne = apart <= 2 && startAlike && length(query, q, qSize) > 3;
    if (canBeOne && !hasOwnPair(q, qSize, l, lSize, listed.size())) {
      double score = similarity.joined(text(query, q, qSize), text(listed, l, lSize));
      boolean isCertain = qSize > 1 && query.get(q).isKnown() && query.get(q + 1).isKnown();
      score = isCertain && score < 0.95 ? 0 : score;
      // A word that is nearly two others is those; a word that is nearly one of them is that.
      addEdge(query, listed, q, qSize, l, lSize, score >= 0.8 ? score : 0);
    }
  }

  /** "international de" is not a longer "international". */
  private boolean hasOwnPair(int q, int qSize, int l, int lSize, int listedSize) {
    for (int i = q; i < q + qSize; i++) {
      for (int j = l; j < l + lSize; j++) {
        if (single[i * listedSize + j] >= OWN_PAIR) {
          return true;
        }
      }
    }
    return false;
  }

  private static boolean areJoinable(List<NamePart> parts, int at, int size) {
    for (int i = at; i < at + size; i++) {
      switch (parts.get(i).role()) {
        case INITIAL, NUMBER -> {
          return false;
        }
        default -> {}
      }
    }
    return true;
  }

  private void addEdge(
      List<NamePart> query,
      List<NamePart> listed,
      int q,
      int qSize,
      int l,
      int lSize,
      double score) {
    if (score >= LEAST_PAIR) {
      double weight = weight(query, q, qSize) + weight(listed, l, lSize);
      double order = 1e-4 * Math.abs(q - l);
      edges.add(new Edge(q, qSize, l, lSize, score, (score - LEAST_PAIR + 0.05) * weight - order));
    }
  }

  private List<Edge> select(int querySize, int listedSize) {
    var chosen = new ArrayList<Edge>(Math.min(querySize, listedSize));
    long usedQuery = 0;
    long usedListed = 0;
    for (Edge e : edges) {
      long q = ((1L << e.qSize) - 1) << e.q;
      long l = ((1L << e.lSize) - 1) << e.l;
      if ((usedQuery & q) == 0 && (usedListed & l) == 0) {
        usedQuery |= q;
        usedListed |= l;
        chosen.add(e);
      }
    }
    return chosen;
  }

  private Tally tally(ParsedName query, ParsedName listed, List<Edge> pairs) {
    boolean arePersons = isPerson(query) && isPerson(listed);
    boolean areSyllables = isOfSyllables(query) || isOfSyllables(listed);
    var tally = new Tally(weights, arePersons && !areSyllables);
    long usedQuery = 0;
    long usedListed = 0;
    int last = -1;
    for (Edge e : inQueryOrder(pairs)) {
      usedQuery |= ((1L << e.qSize) - 1) << e.q;
      usedListed |= ((1L << e.lSize) - 1) << e.l;
      tally.agree(part(query, e.q, e.qSize), part(listed, e.l, e.lSize), e.score);
      tally.ordered(e.l > last);
      last = e.l;
    }
    tally.queryLeft(query.parts(), usedQuery);
    tally.listedLeft(listed.parts(), usedListed);
    return tally;
  }

  private static List<Edge> inQueryOrder(List<Edge> pairs) {
    var ordered = new ArrayList<Edge>(pairs);
    ordered.sort((one, other) -> Integer.compare(one.q, other.q));
    return ordered;
  }

  private static List<NamePart> part(ParsedName name, int at, int size) {
    return name.parts().subList(at, at + size);
  }

  /** Where each syllable is a part, none is left out: "Kim Su" is not "Kim Myong-su". */
  private static boolean isOfSyllables(ParsedName name) {
    return name.origin() != ParsedName.Writing.LATIN;
  }

  private static boolean isPerson(ParsedName name) {
    return name.kind() == NameKind.PERSON
        || (name.kind() == NameKind.UNKNOWN
            && name.parts().stream().noneMatch(p -> p.role() == PartRole.TRADE_WORD));
  }

  private static double weight(List<NamePart> parts, int at, int size) {
    double weight = 0;
    for (int i = at; i < at + size; i++) {
      weight += parts.get(i).weight();
    }
    return weight;
  }

  private static int length(List<NamePart> parts, int at, int size) {
    int length = 0;
    for (int i = at; i < at + size; i++) {
      length += parts.get(i).written().length();
    }
    return length;
  }

  private static String text(List<NamePart> parts, int at, int size) {
    if (size == 1) {
      return parts.get(at).written();
    }
    var text = new StringBuilder();
    for (int i = at; i < at + size; i++) {
      text.append(parts.get(i).written());
    }
    return text.toString();
  }
}
