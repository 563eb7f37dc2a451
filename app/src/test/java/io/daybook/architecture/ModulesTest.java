package io.daybook.architecture;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.belongToAnyOf;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import io.daybook.Application;
import io.daybook.ledger.AggregateState;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.springframework.modulith.core.ApplicationModules;

/** Who may see whom: the table of the architecture document, kept by the build. */
class ModulesTest {
  private static final String ROOT = "io.daybook.";

  /** What each package tree may use of the others; what is not named is forbidden. */
  private static final Map<String, Set<String>> MAY_USE =
      Map.ofEntries(
          Map.entry("journal", Set.of()),
          Map.entry("ledger", Set.of()),
          Map.entry("ticketing", Set.of("ledger")),
          Map.entry("kyb", Set.of("ledger")),
          Map.entry("projections", Set.of("ledger", "ticketing", "kyb")),
          Map.entry("database", Set.of()),
          Map.entry("security", Set.of("database")),
          Map.entry("recorder", Set.of("journal", "database", "security")),
          Map.entry("documents", Set.of("ledger", "kyb", "security")),
          Map.entry("screening", Set.of("ledger", "kyb", "projections", "security")),
          Map.entry(
              "retention",
              Set.of(
                  "ledger", "ticketing", "kyb", "projections", "database", "recorder", "security")),
          Map.entry("feed", Set.of("ledger", "projections", "recorder", "security")),
          Map.entry("provider", Set.of("ledger", "recorder", "security")),
          Map.entry("reconciliation", Set.of("ledger", "projections", "reports")),
          Map.entry("reports", Set.of("ledger", "projections")),
          Map.entry("chain", Set.of("journal", "ledger", "ticketing", "database", "recorder")),
          Map.entry("schedule", Set.of("ledger", "ticketing", "projections", "recorder")),
          Map.entry(
              "api",
              Set.of(
                  "ledger",
                  "ticketing",
                  "kyb",
                  "projections",
                  "chain",
                  "documents",
                  "feed",
                  "recorder",
                  "reconciliation",
                  "reports",
                  "retention",
                  "screening",
                  "security")),
          Map.entry("audit", Set.of("journal", "ledger", "projections", "recorder")),
          Map.entry(
              "ui",
              Set.of(
                  "chain",
                  "journal",
                  "ledger",
                  "ticketing",
                  "kyb",
                  "projections",
                  "documents",
                  "reconciliation",
                  "recorder",
                  "reports",
                  "audit",
                  "screening",
                  "security")),
          Map.entry("demo", Set.of("journal", "database", "security")));

  private static final JavaClasses CLASSES =
      new ClassFileImporter()
          .withImportOption(new ImportOption.DoNotIncludeTests())
          .importPackages("io.daybook");

  @Test
  void modulesHaveNoCycles() {
    ApplicationModules.of(Application.class).verify();
  }

  @Test
  void everyPackageTreeIsInTheTable() {
    var found = new TreeSet<String>();
    CLASSES.forEach(type -> {
      String name = type.getPackageName();
      if (name.startsWith(ROOT)) {
        found.add(name.substring(ROOT.length()).split("\\.", 2)[0]);
      }
    });

    assertThat(found).containsExactlyInAnyOrderElementsOf(MAY_USE.keySet());
  }

  /** The recorder knows of aggregates only that some can be written down as their state. */
  @Test
  void nobodySeesMoreThanTheTableAllows() {
    new TreeMap<>(MAY_USE)
        .forEach((tree, allowed) ->
            noClasses()
                .that()
                .resideInAPackage(ROOT + tree + "..")
                .should()
                .dependOnClassesThat(
                    resideInAnyPackage(forbidden(tree, allowed))
                        .and(not(belongToAnyOf(AggregateState.class))))
                .because(tree + " may use " + allowed + " alone")
                .check(CLASSES));
  }

  @Test
  void projectionsSeeEventsAndIdsButNoCommands() {
    noClasses()
        .that()
        .resideInAPackage("io.daybook.projections..")
        .should()
        .dependOnClassesThat()
        .haveNameMatching("io\\.daybook\\..*Command(\\$.*)?")
        .check(CLASSES);
  }

  @Test
  void onlyTheWorkflowSeesFlowable() {
    noClasses()
        .that()
        .resideOutsideOfPackages("io.daybook.kyb.workflow..", "io.daybook.database..")
        .should()
        .dependOnClassesThat()
        .resideInAPackage("org.flowable..")
        .check(CLASSES);
  }

  @Test
  void domainsKnowNoSpring() {
    noClasses()
        .that()
        .resideInAnyPackage(
            "io.daybook.journal..",
            "io.daybook.ledger..",
            "io.daybook.ticketing..",
            "io.daybook.kyb.casefile..",
            "io.daybook.kyb.watchlist..")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage(
            "org.springframework..", "java.sql..", "com.fasterxml..", "tools.jackson..")
        .check(CLASSES);
  }

  @Test
  void screeningStandsAlone() {
    noClasses()
        .that()
        .resideInAPackage("io.daybook.kyb.screening..")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage(
            "io.daybook.kyb.casefile..",
            "io.daybook.kyb.watchlist..",
            "io.daybook.kyb.workflow..",
            "io.daybook.ledger..",
            "org.springframework..",
            "org.axonframework..",
            "java.sql..")
        .check(CLASSES);
  }

  @Test
  void controllersAggregatesAndProjectionsAreNobodysBusiness() {
    classes()
        .that()
        .haveSimpleNameEndingWith("Controller")
        .or()
        .haveSimpleNameEndingWith("Projection")
        .or()
        .areAnnotatedWith("org.axonframework.modelling.command.AggregateRoot")
        .should()
        .notBePublic()
        .check(CLASSES);
  }

  private static String[] forbidden(String tree, Set<String> allowed) {
    List<String> packages = new ArrayList<>();
    for (String other : MAY_USE.keySet()) {
      if (!other.equals(tree) && !allowed.contains(other)) {
        packages.add(ROOT + other + "..");
      }
    }
    return packages.stream().sorted().toArray(String[]::new);
  }
}
