package io.daybook.kyb.screening.name;

import java.util.List;

/** Adds up what two names agree on, what one has more, and what each has instead. */
final class Tally {
  /** From here on two parts are the same but for one letter of a long word. */
  private static final double LIKE = 0.93;

  /** From here on a pair tells as much as equal parts do, and below nothing. */
  private static final double CERTAIN = 0.95;

  private static final double DOUBTFUL = 0.5;

  private final NameWeights weights;
  private final boolean arePersons;
  private double agreed;
  private double agreedWeight;
  private double information;
  private double queryOnly;
  private double listedOnly;
  private double queryOptional;
  private double listedOptional;
  private double extraCost;
  private int crossings;

  private int unlike;
  private boolean hasExtra;
  private boolean hasNumberExtra;

  Tally(NameWeights weights, boolean arePersons) {
    this.weights = weights;
    this.arePersons = arePersons;
  }

  void agree(List<NamePart> query, List<NamePart> listed, double score) {
    double weight = (weight(query) + weight(listed)) / 2;
    agreed += weight * score;
    agreedWeight += weight;
    boolean isUnlike = score < LIKE && !listed.getFirst().role().isOptional();
    unlike += isUnlike ? 1 : 0;
    boolean isInitial = query.getFirst().isInitial() || listed.getFirst().isInitial();
    double telling =
        isInitial ? PartRole.INITIAL.information() : (information(query) + information(listed)) / 2;
    information += telling * Math.clamp((score - DOUBTFUL) / (CERTAIN - DOUBTFUL), 0, 1);
  }

  void ordered(boolean isInOrder) {
    crossings += isInOrder ? 0 : 1;
  }

  void queryLeft(List<NamePart> parts, long used) {
    for (int i = 0; i < parts.size(); i++) {
      if ((used >> i & 1) == 0) {
        if (parts.get(i).role().isOptional()) {
          queryOptional += parts.get(i).weight();
        } else {
          queryOnly += left(parts.get(i));
        }
      }
    }
  }

  void listedLeft(List<NamePart> parts, long used) {
    for (int i = 0; i < parts.size(); i++) {
      if ((used >> i & 1) == 0) {
        if (parts.get(i).role().isOptional()) {
          listedOptional += parts.get(i).weight();
        } else {
          listedOnly += left(parts.get(i));
        }
      }
    }
  }

  private double left(NamePart part) {
    hasExtra |= !part.isPatronymic() && (arePersons || part.role() != PartRole.TRADE_WORD);
    hasNumberExtra |= part.role() == PartRole.NUMBER;
    double weight = part.weight();
    extraCost = Math.max(extraCost, weight);
    return weight;
  }

  double score() {
    if (agreedWeight == 0) {
      return 0;
    }
    double instead = Math.min(queryOnly, listedOnly);
    double more = Math.max(queryOnly, listedOnly) - instead;
    double optionalInstead = Math.min(queryOptional, listedOptional);
    double optionalMore = Math.max(queryOptional, listedOptional) - optionalInstead;
    double personCost = queryOnly > listedOnly ? weights.personExtra() : weights.personMore();
    double moreCost = arePersons ? personCost : weights.companyMore();
    if (hasNumberExtra) {
      moreCost = weights.numberMore();
    }
    double cost =
        instead * weights.instead()
            + more * moreCost
            + optionalInstead * 0.5
            + optionalMore * weights.optionalMore();
    double score = agreed / (agreedWeight + cost);
    score *= 1 - weights.insteadFactor() * Math.min(1, instead);
    if (hasExtra) {
      score *= gate();
    }
    score -= weights.crossing() * Math.min(crossings, 3);
    return Math.max(0, score - weights.alsoUnlike() * Math.clamp(unlike - 1, 0, 3));
  }

  /** Names that share little that is their own must not have more than each other. */
  private double gate() {
    double enough = weights.enoughInformation();
    if (information >= enough) {
      return 1;
    }
    return Math.max(0, 1 - weights.gate() * (enough - information) / enough);
  }

  private static double weight(List<NamePart> parts) {
    double weight = 0;
    for (NamePart part : parts) {
      weight += part.weight();
    }
    return weight;
  }

  private static double information(List<NamePart> parts) {
    double information = 0;
    for (NamePart part : parts) {
      information += part.role().information();
    }
    return information;
  }
}
