package io.daybook.kyb.ownership;

import io.daybook.kyb.ownership.Holdings.Holding;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * Which persons own or control a business in the end.
 *
 * <p>A person is a beneficial owner by a part that reaches the threshold, or by control: over the
 * business, or over companies that directly hold a part that reaches the threshold. Who has more
 * than half of a company controls it; other control is named. Control goes on through companies.
 */
public final class BeneficialOwners {
  /** The least part that is more than half, as holdings are counted in hundredths of a percent. */
  public static final Share MAJORITY = Share.ofBasisPoints(5_001);

  private static final Share HALF = Share.ofBasisPoints(5_000);

  private final Holdings holdings;
  private final String business;
  private final EffectiveShares shares;
  private final Map<String, Set<String>> controlledByWhom = new HashMap<>();

  /**
   * Control that no share gives.
   *
   * @param who a person or a company
   * @param whom a company
   */
  public record Control(String who, String whom) {}

  /** Prepares the question. */
  public BeneficialOwners(
      Holdings holdings, List<Control> controls, EffectiveShares shares, String business) {
    this.holdings = holdings;
    this.business = business;
    this.shares = shares;
    controls.forEach(control -> add(control.who(), control.whom()));
    for (Holding holding : holdings.all()) {
      Share whole = holdings.of(holding.owner()).getOrDefault(holding.owned(), Share.NONE);
      if (whole.compareTo(HALF) > 0) {
        add(holding.owner(), holding.owned());
      }
    }
  }

  /** Returns those of {@code persons} that are beneficial owners, in the order of their names. */
  public Set<String> among(Set<String> persons, Share threshold) {
    var found = new TreeSet<String>();
    for (String person : persons) {
      if (shares.of(person).compareTo(threshold) >= 0 || controls(person, threshold)) {
        found.add(person);
      }
    }
    return found;
  }

  /**
   * Whether {@code person} controls the business, or with what it controls directly owns at least
   * {@code threshold} of it.
   */
  public boolean controls(String person, Share threshold) {
    var seen = new HashSet<String>(Set.of(person));
    Deque<String> left = new ArrayDeque<>(seen);
    Share held = Share.NONE;
    while (!left.isEmpty()) {
      String who = left.pop();
      if (who.equals(business)) {
        return true;
      }
      held = held.plus(holdings.of(who).getOrDefault(business, Share.NONE));
      for (String whom : controlledByWhom.getOrDefault(who, Set.of())) {
        if (seen.add(whom)) {
          left.push(whom);
        }
      }
    }
    return held.compareTo(threshold) >= 0 && !held.isNone();
  }

  private void add(String who, String whom) {
    controlledByWhom.computeIfAbsent(who, _ -> new HashSet<>()).add(whom);
  }
}
