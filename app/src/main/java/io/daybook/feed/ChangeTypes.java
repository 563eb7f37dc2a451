package io.daybook.feed;

import io.daybook.recorder.format.EventFamilies;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * The events that other systems may know of: what moves money and tickets, and how a KYB case
 * ended. All others stay in the journal.
 */
public final class ChangeTypes {
  private static final List<String> FAMILIES = List.of("ledger.", "ticketing.");
  private static final Set<String> SINGLE =
      Set.of("kyb.casefile.CaseApproved", "kyb.casefile.CaseRejected");
  private static final String ANY = ".*";

  private final Set<String> names = new LinkedHashSet<>();

  ChangeTypes(EventFamilies families) {
    for (String name : families.names()) {
      if (SINGLE.contains(name) || FAMILIES.stream().anyMatch(name::startsWith)) {
        names.add(name);
      }
    }
  }

  /** Returns all names, in the order of their families. */
  public Set<String> all() {
    return Set.copyOf(names);
  }

  /**
   * Returns the names that {@code patterns} stand for, all of them if there are no patterns.
   *
   * @param patterns each a name, or a family such as {@code ledger.book.*}
   * @throws UnknownChangeType if a pattern stands for nothing
   */
  public Set<String> matching(Collection<String> patterns) {
    var matching = new TreeSet<String>();
    for (String pattern : patterns) {
      List<String> found = matching(pattern);
      if (found.isEmpty()) {
        throw new UnknownChangeType();
      }
      matching.addAll(found);
    }
    return patterns.isEmpty() ? all() : matching;
  }

  private List<String> matching(String pattern) {
    String family = pattern.endsWith(ANY) ? pattern.substring(0, pattern.length() - 1) : null;
    return names.stream()
        .filter(name -> family == null ? name.equals(pattern) : name.startsWith(family))
        .toList();
  }
}
