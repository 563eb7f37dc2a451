package io.daybook.kyb.screening.match;

import io.daybook.kyb.screening.name.NameComparison;
import io.daybook.kyb.screening.name.NameMatch;
import io.daybook.kyb.screening.name.NameParser;
import io.daybook.kyb.screening.name.ParsedName;
import java.util.List;
import java.util.stream.Collectors;

/** Scores two descriptions against each other as a screening would. Serves one thread. */
public final class PairScorer {
  private final NameParser parser;
  private final NameComparison comparison;
  private final Circumstances circumstances;

  /**
   * A pair's score.
   *
   * @param score from 0 to 1
   * @param explanation why
   */
  public record Score(double score, String explanation) {}

  /** Scores by the given policy. */
  public PairScorer(NameParser parser, ScreeningPolicy policy) {
    this.parser = parser;
    this.comparison = new NameComparison(parser, policy.weights());
    this.circumstances = new Circumstances(policy);
  }

  /**
   * Scores a query against another as if that were listed.
   *
   * @throws IllegalArgumentException if a name is too long
   */
  public Score score(ScreeningQuery query, ScreeningQuery listed) {
    NameMatch best = new NameMatch(0, List.of());
    for (String asked : query.names()) {
      for (String known : listed.names()) {
        for (ParsedName one : parser.parse(asked, query.kind())) {
          for (ParsedName other : parser.parse(known, listed.kind())) {
            NameMatch match = comparison.explain(one, other);
            best = match.score() > best.score() ? match : best;
          }
        }
      }
    }
    var finding =
        circumstances.compare(
            new Circumstances.Known(query.kind(), query.birthDates(), query.countries()),
            new Circumstances.Known(listed.kind(), listed.birthDates(), listed.countries()));
    String rows = best.rows().stream().map(Object::toString).collect(Collectors.joining(" "));
    return new Score(
        Math.max(0, best.score() - finding.penalty()), (rows + finding.words()).strip());
  }
}
