package io.daybook.kyb.casefile;

import io.daybook.kyb.rules.DecisionTable;
import io.daybook.kyb.rules.Ruling;
import io.daybook.kyb.rules.UsedTable;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/** The decision tables by which the risk of a business is assessed. */
public final class RiskTables {
  private static final DecisionTable COUNTRY_RISK = DecisionTable.load("country-risk");
  private static final DecisionTable FACTORS = DecisionTable.load("risk-factors");
  private static final DecisionTable BAND = DecisionTable.load("risk-band");
  private static final DecisionTable DOCUMENTS = DecisionTable.load("required-documents");
  private static final DecisionTable OWNERS = DecisionTable.load("ubo-threshold");
  private static final DecisionTable DISPOSITION = DecisionTable.load("screening-disposition");
  private static final DecisionTable ROUTE = DecisionTable.load("route");
  private static final DecisionTable FREQUENCY = DecisionTable.load("review-frequency");
  private static final DecisionTable SERVICE_LEVEL = DecisionTable.load("service-level");

  private RiskTables() {}

  /** Returns all of them, in the order in which they are asked. */
  public static List<DecisionTable> all() {
    return List.of(
        COUNTRY_RISK,
        FACTORS,
        BAND,
        DOCUMENTS,
        OWNERS,
        DISPOSITION,
        ROUTE,
        FREQUENCY,
        SERVICE_LEVEL);
  }

  /**
   * Returns from which part on, in hundredths of a percent, a person is a beneficial owner in
   * {@code band}.
   */
  public static int ownerBasisPoints(RiskBand band) {
    return OWNERS.decide(Map.of("band", band.name())).only().number("basisPoints");
  }

  /** Says how risky the countries of a business are on one day. */
  static final class Countries {
    private final int day;
    private final Set<String> rules = new LinkedHashSet<>();

    Countries(LocalDate day) {
      this.day = day.getYear() * 10_000 + day.getMonthValue() * 100 + day.getDayOfMonth();
    }

    CountryRisk of(String country) {
      Ruling ruling = COUNTRY_RISK.decide(Map.of("country", country, "day", day));
      rules.addAll(ruling.by().rules());
      return CountryRisk.valueOf(ruling.only().text("risk"));
    }

    CountryRisk highest(Collection<String> countries) {
      return countries.stream()
          .map(this::of)
          .max(Comparator.naturalOrder())
          .orElse(CountryRisk.LOW);
    }

    private UsedTable used() {
      return new UsedTable(
          COUNTRY_RISK.id(), COUNTRY_RISK.version(), COUNTRY_RISK.sha256(), List.copyOf(rules));
    }
  }

  /** Assesses a business by what is known of it. */
  static RiskAssessment assess(RiskFacts facts, Countries countries) {
    Ruling factors = FACTORS.decide(inputs(facts));
    int score = factors.hits().stream().mapToInt(hit -> hit.number("points")).sum();
    Ruling band = BAND.decide(Map.of("score", score, "floor", floor(factors)));
    String name = band.only().text("band");
    Map<String, Object> inBand = Map.of("band", name);
    Ruling documents = DOCUMENTS.decide(Map.of("seat", facts.seat().name()));
    Ruling owners = OWNERS.decide(inBand);
    Ruling disposition = DISPOSITION.decide(inBand);
    Ruling route = ROUTE.decide(inBand);
    Ruling frequency =
        FREQUENCY.decide(Map.of("band", name, "likeTrueMatch", facts.isLikeTrueMatch()));
    Ruling decision = SERVICE_LEVEL.decide(Map.of("stage", "ONBOARDING", "band", name));
    Ruling review = SERVICE_LEVEL.decide(Map.of("stage", "REVIEW", "band", name));
    Stream<Ruling> rulings =
        Stream.of(
            factors, band, documents, owners, disposition, route, frequency, decision, review);
    return new RiskAssessment(
        facts,
        factors.hits().stream()
            .map(hit -> new RiskFactor(hit.rule(), hit.number("points")))
            .toList(),
        score,
        RiskBand.valueOf(name),
        route.only().number("officers"),
        owners.only().number("basisPoints"),
        disposition.only().number("twoOfficersFrom"),
        decision.only().number("hours"),
        frequency.only().number("months"),
        review.only().number("hours"),
        documents.hits().stream().map(hit -> DocumentKind.valueOf(hit.text("document"))).toList(),
        Stream.concat(Stream.of(countries.used()), rulings.map(Ruling::by)).toList());
  }

  private static Map<String, Object> inputs(RiskFacts facts) {
    return Map.of(
        "seat", facts.seat().name(),
        "parties", facts.parties().name(),
        "ownership", facts.ownership().name(),
        "circular", facts.isCircular(),
        "controlled", facts.isControlled(),
        "countryMissing", facts.isCountryMissing(),
        "likeTrueMatch", facts.isLikeTrueMatch());
  }

  private static String floor(Ruling factors) {
    return factors.hits().stream()
        .map(hit -> hit.text("floor"))
        .max(Comparator.comparingInt(List.of("NONE", "MEDIUM", "HIGH")::indexOf))
        .orElse("NONE");
  }
}
