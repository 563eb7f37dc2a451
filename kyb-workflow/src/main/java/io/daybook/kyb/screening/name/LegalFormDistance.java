package io.daybook.kyb.screening.name;

import java.util.Set;

/** How much two families of legal forms are like each other. */
final class LegalFormDistance {
  /** Families that translations and abbreviations mix up. */
  private static final Set<String> LOOSE = Set.of("llc", "ltd", "inc", "co", "jsc");

  private LegalFormDistance() {}

  static double between(String one, String other) {
    if (one.equals(other)) {
      return 1;
    }
    boolean isWord =
        one.equals("co") || other.equals("co") || one.equals("ltd") || other.equals("ltd");
    return LOOSE.contains(one) && LOOSE.contains(other) ? isWord ? 0.8 : 0.4 : 0;
  }
}
