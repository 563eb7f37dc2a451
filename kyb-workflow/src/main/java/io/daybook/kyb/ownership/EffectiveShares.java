package io.daybook.kyb.ownership;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Which part of one business each owner has in the end, directly and through others.
 *
 * <p>An owner's part is the sum over what it owns of share times that one's part; the business has
 * all of itself. Where companies own each other in circles, that is a system of linear equations,
 * which is solved exactly by elimination, circle by circle. What the business owns of its own
 * owners counts for nobody, so all parts together may be less than all.
 *
 * <p>Components: R. Tarjan, Depth-first search and linear graph algorithms, 1972, without
 * recursion.
 */
public final class EffectiveShares {
  /** The most companies of one circle. */
  public static final int MAX_CIRCLE = 60;

  private final Holdings holdings;
  private final String business;
  private final Map<String, Share> partByOwner = new HashMap<>();
  private final Set<String> inCircles = new HashSet<>();

  /**
   * Computes the parts of {@code business}.
   *
   * @throws OwnershipRefused if a circle is closed, or has more than {@value #MAX_CIRCLE} companies
   */
  public EffectiveShares(Holdings holdings, String business) {
    this.holdings = holdings;
    this.business = business;
    partByOwner.put(business, Share.ALL);
    new Components().inOrder().forEach(this::solve);
  }

  /** Returns which part {@code owner} has in the end. */
  public Share of(String owner) {
    return partByOwner.getOrDefault(owner, Share.NONE);
  }

  /** Returns who owns a part of itself through others. */
  public Set<String> inCircles() {
    return Set.copyOf(inCircles);
  }

  /** Solves the parts of a component; those of all that it owns outside are known. */
  private void solve(List<String> component) {
    if (component.size() > MAX_CIRCLE) {
      throw new OwnershipRefused(
          OwnershipRefused.Cause.CIRCLE_TOO_LARGE, Collections.min(component));
    }
    if (component.size() > 1) {
      inCircles.addAll(component);
    }
    Share[][] rows = new Share[component.size()][];
    for (int i = 0; i < rows.length; i++) {
      rows[i] = row(component, i);
    }
    eliminate(rows, component);
    for (int i = 0; i < rows.length; i++) {
      partByOwner.put(component.get(i), rows[i][rows.length]);
    }
  }

  /** The equation of one owner: its part, less what it owns of the others', is what is known. */
  private Share[] row(List<String> component, int index) {
    Share[] row = new Share[component.size() + 1];
    Arrays.fill(row, Share.NONE);
    row[index] = Share.ALL;
    holdings
        .of(component.get(index))
        .forEach((owned, share) -> {
          int other = owned.equals(business) ? -1 : component.indexOf(owned);
          if (other >= 0) {
            row[other] = row[other].minus(share);
          } else {
            row[component.size()] = row[component.size()].plus(share.times(of(owned)));
          }
        });
    return row;
  }

  /** Gauss and Jordan: leaves each unknown alone, its value in the last column. */
  private static void eliminate(Share[][] rows, List<String> component) {
    for (int pivot = 0; pivot < rows.length; pivot++) {
      int found = pivot;
      while (found < rows.length && rows[found][pivot].isNone()) {
        found++;
      }
      if (found == rows.length) {
        throw new OwnershipRefused(
            OwnershipRefused.Cause.CLOSED_CIRCLE, Collections.min(component));
      }
      Share[] swapped = rows[found];
      rows[found] = rows[pivot];
      rows[pivot] = swapped;
      divide(rows[pivot], rows[pivot][pivot]);
      for (int row = 0; row < rows.length; row++) {
        if (row != pivot && !rows[row][pivot].isNone()) {
          subtract(rows[row], rows[pivot], rows[row][pivot]);
        }
      }
    }
  }

  private static void divide(Share[] row, Share by) {
    for (int column = 0; column < row.length; column++) {
      row[column] = row[column].over(by);
    }
  }

  private static void subtract(Share[] row, Share[] other, Share times) {
    for (int column = 0; column < row.length; column++) {
      if (!other[column].isNone()) {
        row[column] = row[column].minus(other[column].times(times));
      }
    }
  }

  /** The owners in groups that own each other; what a group owns outside comes before it. */
  private final class Components {
    private final Map<String, Integer> numberByNode = new HashMap<>();
    private final Map<String, Integer> lowestByNode = new HashMap<>();
    private final Deque<String> open = new ArrayDeque<>();
    private final Set<String> isOpen = new HashSet<>();
    private final List<List<String>> found = new ArrayList<>();

    private record Visit(String node, Deque<String> left) {}

    List<List<String>> inOrder() {
      holdings.all().stream()
          .map(Holdings.Holding::owner)
          .filter(node -> !node.equals(business))
          .forEach(node -> {
            if (!numberByNode.containsKey(node)) {
              visit(node);
            }
          });
      return found;
    }

    private void visit(String start) {
      Deque<Visit> path = new ArrayDeque<>();
      path.push(enter(start));
      while (!path.isEmpty()) {
        Visit visit = path.peek();
        if (visit.left().isEmpty()) {
          path.pop();
          leave(visit.node(), path);
          continue;
        }
        String next = visit.left().pop();
        if (!numberByNode.containsKey(next)) {
          path.push(enter(next));
        } else if (isOpen.contains(next)) {
          lowestByNode.merge(visit.node(), numberByNode.getOrDefault(next, 0), Math::min);
        }
      }
    }

    private Visit enter(String node) {
      int number = numberByNode.size();
      numberByNode.put(node, number);
      lowestByNode.put(node, number);
      open.push(node);
      isOpen.add(node);
      Deque<String> left = new ArrayDeque<>(holdings.of(node).keySet());
      left.remove(business);
      return new Visit(node, left);
    }

    private void leave(String node, Deque<Visit> path) {
      int lowest = lowestByNode.getOrDefault(node, 0);
      if (!path.isEmpty()) {
        lowestByNode.merge(path.peek().node(), lowest, Math::min);
      }
      if (lowest != numberByNode.getOrDefault(node, -1)) {
        return;
      }
      var component = new ArrayList<String>();
      String member;
      do {
        member = open.pop();
        isOpen.remove(member);
        component.add(member);
      } while (!member.equals(node));
      found.add(component);
    }
  }
}
