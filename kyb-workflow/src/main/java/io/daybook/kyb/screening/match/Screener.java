package io.daybook.kyb.screening.match;

import io.daybook.kyb.screening.list.ListedEntity;
import io.daybook.kyb.screening.name.NameComparison;
import io.daybook.kyb.screening.name.NameMatch;
import io.daybook.kyb.screening.name.ParsedName;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * Asks an index who a query may be. One instance serves one thread; it holds some bytes for each
 * listed name.
 */
public final class Screener {
  private final ScreeningIndex index;
  private final ScreeningPolicy policy;
  private final NameComparison comparison;
  private final Candidates candidates;
  private final Circumstances circumstances;

  /** What is best about an entity so far. */
  private record Best(double score, double plain, ParsedName query, int name, String words) {}

  /** Screens by the given policy. */
  public Screener(ScreeningIndex index, ScreeningPolicy policy) {
    this.index = index;
    this.policy = policy;
    this.comparison = new NameComparison(index.parser(), policy.weights());
    this.candidates = new Candidates(index);
    this.circumstances = new Circumstances(policy);
  }

  /**
   * Returns the hits at or above the policy's threshold, best first.
   *
   * @param most the greatest number of hits to return
   * @throws IllegalArgumentException if a name is too long
   */
  public List<Hit> screen(ScreeningQuery query, int most) {
    return screen(query, most, policy.threshold());
  }

  /** Returns the hits at or above a score of one's own, best first. */
  public List<Hit> screen(ScreeningQuery query, int most, double leastScore) {
    Map<Integer, Best> bestByEntity = new HashMap<>();
    for (String name : query.names()) {
      for (ParsedName parsed : index.parser().parse(name, query.kind())) {
        ParsedName asked = index.withKnownParts(parsed);
        for (int candidate : candidates.find(asked)) {
          compare(query, asked, candidate, bestByEntity);
        }
      }
    }
    Map<Integer, String> identified = identified(query);
    var hits = new ArrayList<Hit>();
    identified.forEach((entity, words) -> hits.add(new Hit(index.entity(entity), 1, words)));
    bestByEntity.entrySet().stream()
        .filter(e -> e.getValue().score() >= leastScore && !identified.containsKey(e.getKey()))
        .sorted(Map.Entry.comparingByValue(Screener::byScore))
        .limit(Math.max(0, most - hits.size()))
        .map(e -> hit(e.getKey(), e.getValue()))
        .forEachOrdered(hits::add);
    return List.copyOf(hits);
  }

  private static int byScore(Best one, Best other) {
    int order = Double.compare(other.score(), one.score());
    return order != 0 ? order : Integer.compare(one.name(), other.name());
  }

  private void compare(
      ScreeningQuery query, ParsedName asked, int candidate, Map<Integer, Best> bestByEntity) {
    double plain = comparison.score(asked, index.name(candidate));
    int owner = index.owner(candidate);
    Best known = bestByEntity.get(owner);
    if (plain == 0 || (known != null && known.plain() >= plain)) {
      return;
    }
    ListedEntity entity = index.entity(owner);
    var finding =
        circumstances.compare(
            new Circumstances.Known(query.kind(), query.birthDates(), query.countries()),
            new Circumstances.Known(entity.kind(), entity.birthDates(), entity.countries()));
    double score = Math.max(0, plain - finding.penalty());
    String words = finding.words();
    if (index.isWeak(candidate) && !finding.agrees()) {
      score = Math.min(score, policy.weakAliasLimit());
      words += " weak alias";
    }
    if (known == null || score > known.score()) {
      bestByEntity.put(owner, new Best(score, plain, asked, candidate, words));
    }
  }

  /** The entities that an identifier or a wallet names exactly, and in words which. */
  private Map<Integer, String> identified(ScreeningQuery query) {
    Map<Integer, String> identified = new LinkedHashMap<>();
    for (String identifier : query.identifiers()) {
      for (int entity : index.byKey(identifier)) {
        identified.putIfAbsent(entity, "identifier " + identifier);
      }
    }
    for (String wallet : query.wallets()) {
      for (int entity : index.byKey(ScreeningIndex.walletKey(wallet))) {
        identified.putIfAbsent(entity, "wallet " + wallet);
      }
    }
    return identified;
  }

  private Hit hit(int entity, Best best) {
    NameMatch match = comparison.explain(best.query(), index.name(best.name()));
    String rows = match.rows().stream().map(Object::toString).collect(Collectors.joining(" "));
    String explanation =
        String.format(
            Locale.ROOT,
            "%s = %s: %s;%s",
            best.query().original(),
            index.name(best.name()).original(),
            rows,
            best.words());
    return new Hit(index.entity(entity), best.score(), explanation.replaceAll(";$", ""));
  }
}
