package io.daybook.kyb.screening.list;

import io.daybook.kyb.screening.name.NameKind;
import io.daybook.kyb.screening.name.NameParser;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Collects what a list's file says of one entity, in whatever order the file says it. */
final class EntityBuilder {
  private static final Pattern DATE = Pattern.compile("(\\d{4})(?:-(\\d{2})(?:-(\\d{2}))?)?.*");
  private static final Pattern DAY_MONTH_YEAR =
      Pattern.compile("(?:(\\d{1,2})[ ./-])?(?:(\\d{1,2}|[A-Za-z]{3,9})[ ./-])?(\\d{4})");
  private static final List<String> MONTHS =
      List.of("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec");
  private static final int MOST_NAMES = 1_000;

  private final String id;
  private NameKind kind = NameKind.UNKNOWN;
  private final Map<String, Boolean> names = new LinkedHashMap<>();
  private final Set<String> birthDates = new LinkedHashSet<>();
  private final Set<String> countries = new LinkedHashSet<>();
  private final Set<String> identifiers = new LinkedHashSet<>();
  private final Set<String> wallets = new LinkedHashSet<>();

  EntityBuilder(String id) {
    if (id.isBlank()) {
      throw new ListRefused("an entity without an id");
    }
    this.id = id.strip();
  }

  void kind(NameKind of) {
    kind = of;
  }

  void name(String text, boolean isWeak) {
    String name = text.strip().replaceAll("\\s+", " ");
    if (name.isEmpty()) {
      return;
    }
    if (name.length() > NameParser.LONGEST) {
      throw new ListRefused("%s: a name of %d characters".formatted(id, name.length()));
    }
    if (names.size() == MOST_NAMES) {
      throw new ListRefused("%s: more than %d names".formatted(id, MOST_NAMES));
    }
    names.merge(name, isWeak, Boolean::logicalAnd);
  }

  /** Takes a date in ISO form, or with the day first, or a year; anything else is left out. */
  void birthDate(String text) {
    String date = text.strip().replaceFirst("(?i)^(circa|c\\.|approximately)\\s+", "");
    Matcher iso = DATE.matcher(date);
    if (iso.matches()) {
      birthDates.add(joined(iso.group(1), iso.group(2), iso.group(3)));
      return;
    }
    Matcher dayFirst = DAY_MONTH_YEAR.matcher(date);
    if (dayFirst.matches()) {
      birthDates.add(
          joined(dayFirst.group(3), month(dayFirst.group(2)), twoDigits(dayFirst.group(1))));
    }
  }

  private static String joined(String year, @Nullable String month, @Nullable String day) {
    boolean isMonthKnown = month != null && !month.equals("00");
    boolean isDayKnown = isMonthKnown && day != null && !day.equals("00");
    return year + (isMonthKnown ? "-" + month : "") + (isDayKnown ? "-" + day : "");
  }

  private static @Nullable String month(@Nullable String text) {
    if (text == null || text.length() < 3) {
      return twoDigits(text);
    }
    int month = MONTHS.indexOf(text.substring(0, 3).toLowerCase(Locale.ROOT)) + 1;
    return month == 0 ? null : "%02d".formatted(month);
  }

  private static @Nullable String twoDigits(@Nullable String text) {
    return text == null || text.length() == 2 ? text : "0" + text;
  }

  void countries(String text) {
    countries.addAll(Countries.of(text));
  }

  void identifier(String text) {
    String identifier = identifierKey(text);
    if (identifier.length() >= 4) {
      identifiers.add(identifier);
    }
  }

  /** Letters and digits in upper case: how identifiers are compared. */
  static String identifierKey(String text) {
    return text.toUpperCase(Locale.ROOT).replaceAll("[^\\p{L}\\p{Nd}]", "");
  }

  void wallet(String text) {
    if (!text.isBlank()) {
      wallets.add(text.strip());
    }
  }

  boolean hasNames() {
    return !names.isEmpty();
  }

  ListedEntity build() {
    if (names.isEmpty()) {
      throw new ListRefused(id + ": no name");
    }
    var listed = new ArrayList<ListedName>();
    names.forEach((text, isWeak) -> listed.add(new ListedName(text, isWeak)));
    return new ListedEntity(
        id,
        kind,
        listed,
        List.copyOf(birthDates),
        List.copyOf(countries),
        List.copyOf(identifiers),
        List.copyOf(wallets));
  }

  /** Returns what a schema or type of any list means, if it bears names that are screened. */
  static Optional<NameKind> kindOf(String type) {
    return switch (type.strip().toLowerCase(Locale.ROOT).replaceAll("[^a-z]", "")) {
      case "person", "individual", "pep", "p", "natural", "naturalperson" ->
          Optional.of(NameKind.PERSON);
      case "company",
          "organization",
          "organisation",
          "publicbody",
          "entity",
          "enterprise",
          "e",
          "org",
          "business",
          "legal",
          "legalperson" ->
          Optional.of(NameKind.ORGANISATION);
      case "vessel", "ship", "airplane", "aircraft", "vehicle" -> Optional.of(NameKind.OBJECT);
      case "", "legalentity", "thing", "unknown", "asset", "cryptowallet", "security" ->
          Optional.of(NameKind.UNKNOWN);
      default -> Optional.empty();
    };
  }
}
