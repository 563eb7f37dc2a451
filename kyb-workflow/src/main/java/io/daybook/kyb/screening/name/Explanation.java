package io.daybook.kyb.screening.name;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** Collects the rows that explain a score. */
final class Explanation {
  private final ParsedName query;
  private final ParsedName listed;
  private final List<PartMatch> rows = new ArrayList<>();
  private long usedQuery;
  private long usedListed;

  Explanation(ParsedName query, ParsedName listed) {
    this.query = query;
    this.listed = listed;
  }

  void paired(int q, int qSize, int l, int lSize, double score) {
    usedQuery |= ((1L << qSize) - 1) << q;
    usedListed |= ((1L << lSize) - 1) << l;
    List<NamePart> asked = query.parts().subList(q, q + qSize);
    List<NamePart> known = listed.parts().subList(l, l + lSize);
    rows.add(
        new PartMatch(kind(asked, known), text(asked), text(known), score, weight(asked, known)));
  }

  private static PartMatch.Kind kind(List<NamePart> asked, List<NamePart> known) {
    if (text(asked).equals(text(known))) {
      return PartMatch.Kind.LITERAL;
    }
    NamePart one = asked.getFirst();
    NamePart other = known.getFirst();
    boolean isSpelling = one.group() >= 0 && one.group() == other.group();
    boolean isKnown =
        isSpelling
            || one.isInitial()
            || other.isInitial()
            || one.role() == PartRole.LEGAL_FORM
            || one.role() == PartRole.NUMBER;
    return isKnown ? PartMatch.Kind.SYMBOL : PartMatch.Kind.FUZZY;
  }

  List<PartMatch> finish() {
    addLeft(query.parts(), usedQuery, PartMatch.Kind.EXTRA);
    addLeft(listed.parts(), usedListed, PartMatch.Kind.MISSING);
    return List.copyOf(rows);
  }

  private void addLeft(List<NamePart> parts, long used, PartMatch.Kind kind) {
    for (int i = 0; i < parts.size(); i++) {
      if ((used >> i & 1) == 0) {
        NamePart part = parts.get(i);
        boolean isExtra = kind == PartMatch.Kind.EXTRA;
        rows.add(
            new PartMatch(
                kind, isExtra ? part.text() : "", isExtra ? "" : part.text(), 0, part.weight()));
      }
    }
  }

  private static String text(List<NamePart> parts) {
    return parts.stream().map(NamePart::text).collect(Collectors.joining(" "));
  }

  private static double weight(List<NamePart> asked, List<NamePart> known) {
    double sum = 0;
    for (NamePart part : asked) {
      sum += part.weight();
    }
    for (NamePart part : known) {
      sum += part.weight();
    }
    return sum / 2;
  }
}
