package io.daybook.kyb.ownership;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Who owns which part of whom, directly.
 *
 * <p>Nodes are named by texts; a person owns, but is not owned.
 */
public final class Holdings {
  /**
   * One holding.
   *
   * @param share above nothing, at most all
   */
  public record Holding(String owner, String owned, Share share) {}

  private final List<Holding> all;
  private final Map<String, Map<String, Share>> shareByOwnedByOwner = new HashMap<>();

  /**
   * Adds up the holdings; two of the same owner in the same company count together.
   *
   * @throws OwnershipRefused if more than all of a company is owned
   */
  public Holdings(List<Holding> holdings) {
    all = List.copyOf(holdings);
    var owned = new HashMap<String, Share>();
    for (Holding holding : all) {
      shareByOwnedByOwner
          .computeIfAbsent(holding.owner(), _ -> new HashMap<>())
          .merge(holding.owned(), holding.share(), Share::plus);
      if (owned.merge(holding.owned(), holding.share(), Share::plus).compareTo(Share.ALL) > 0) {
        throw new OwnershipRefused(OwnershipRefused.Cause.MORE_THAN_ALL, holding.owned());
      }
    }
  }

  /** Returns all holdings as they came. */
  public List<Holding> all() {
    return all;
  }

  /** Returns what {@code owner} directly owns of {@code owned}. */
  public Share direct(String owner, String owned) {
    return of(owner).getOrDefault(owned, Share.NONE);
  }

  /** Returns what {@code owner} owns directly. */
  Map<String, Share> of(String owner) {
    return shareByOwnedByOwner.getOrDefault(owner, Map.of());
  }
}
