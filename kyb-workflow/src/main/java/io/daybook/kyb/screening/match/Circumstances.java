package io.daybook.kyb.screening.match;

import io.daybook.kyb.screening.name.NameKind;
import java.util.List;

/**
 * What is known beside the name: how it changes a score, and whether it speaks for a weak alias.
 */
final class Circumstances {
  /** What was found: how much is taken off, in words, and whether something agrees. */
  record Finding(double penalty, String words, boolean agrees) {}

  private final ScreeningPolicy policy;

  Circumstances(ScreeningPolicy policy) {
    this.policy = policy;
  }

  Finding compare(Known query, Known listed) {
    double penalty = 0;
    var words = new StringBuilder();
    if (!query.kind().agreesWith(listed.kind())) {
      penalty += policy.kindDiffers();
      words.append(" kind differs");
    }
    double birth = birth(query.birthDates(), listed.birthDates());
    boolean areBirthsKnown = !query.birthDates().isEmpty() && !listed.birthDates().isEmpty();
    if (areBirthsKnown) {
      penalty += birth;
      words.append(birth == 0 ? " birth agrees" : " birth differs");
    }
    boolean areCountriesKnown = !query.countries().isEmpty() && !listed.countries().isEmpty();
    boolean isCountryShared = query.countries().stream().anyMatch(listed.countries()::contains);
    if (areCountriesKnown && !isCountryShared) {
      penalty += policy.countryDiffers();
      words.append(" country differs");
    }
    return new Finding(penalty, words.toString(), areBirthsKnown && birth == 0);
  }

  /** What is known of one side. */
  record Known(NameKind kind, List<String> birthDates, List<String> countries) {}

  /** The least penalty over all pairs of dates. */
  private double birth(List<String> query, List<String> listed) {
    double least = policy.birthYearDiffers();
    for (String asked : query) {
      for (String known : listed) {
        least = Math.min(least, birth(asked, known));
      }
    }
    return least;
  }

  private double birth(String asked, String known) {
    String[] one = asked.split("-", -1);
    String[] other = known.split("-", -1);
    if (!one[0].equals(other[0])) {
      return policy.birthYearDiffers();
    }
    if (one.length < 3 || other.length < 3) {
      boolean isMonthKnown = one.length >= 2 && other.length >= 2;
      return isMonthKnown && !one[1].equals(other[1]) ? policy.birthDayDiffers() : 0;
    }
    if (one[1].equals(other[1]) && one[2].equals(other[2])) {
      return 0;
    }
    boolean isSwapped = one[1].equals(other[2]) && one[2].equals(other[1]);
    return isSwapped ? policy.birthDayDiffers() / 2 : policy.birthDayDiffers();
  }
}
