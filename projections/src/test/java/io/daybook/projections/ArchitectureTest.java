package io.daybook.projections;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.assignableTo;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.simpleNameEndingWith;
import static com.tngtech.archunit.lang.conditions.ArchConditions.dependOnClassesThat;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.library.dependencies.SlicesRuleDefinition;
import org.junit.jupiter.api.Test;

class ArchitectureTest {
  private static final JavaClasses PROJECTIONS =
      new ClassFileImporter()
          .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
          .importPackages("io.daybook.projections");

  @Test
  void projectionsKnowEventsAndIdsButNoCommandsAndNoErrors() {
    noClasses()
        .should(
            dependOnClassesThat(
                assignableTo(simpleNameEndingWith("Command"))
                    .or(assignableTo("io.daybook.ledger.DomainError"))
                    .or(resideInAPackage("io.daybook.kyb.workflow.."))
                    .or(resideInAPackage("io.daybook.ticketing.sale.."))))
        .check(PROJECTIONS);
  }

  @Test
  void projectionsKnowNoAggregates() {
    noClasses()
        .should()
        .dependOnClassesThat()
        .areAnnotatedWith("org.axonframework.modelling.command.AggregateRoot")
        .check(PROJECTIONS);
    noClasses()
        .should(
            dependOnClassesThat(
                resideInAnyPackage(
                    "org.axonframework.modelling..",
                    "org.axonframework.commandhandling..",
                    "org.flowable..")))
        .check(PROJECTIONS);
  }

  @Test
  void eachProjectionIsPrivateToItsPackage() {
    classes()
        .that()
        .haveSimpleNameEndingWith("Projection")
        .should()
        .notHaveModifier(JavaModifier.PUBLIC)
        .check(PROJECTIONS);
  }

  @Test
  void noProjectionKnowsAnother() {
    SlicesRuleDefinition.slices()
        .matching("io.daybook.projections.(*)..")
        .should()
        .notDependOnEachOther()
        .ignoreDependency(
            DescribedPredicate.alwaysTrue(), resideInAPackage("io.daybook.projections.shared"))
        .check(PROJECTIONS);
  }
}
