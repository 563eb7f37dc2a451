package io.daybook.ticketing;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.axonframework.modelling.command.AggregateRoot;
import org.junit.jupiter.api.Test;

class ArchitectureTest {
  private static final JavaClasses TICKETING =
      new ClassFileImporter()
          .withImportOption(new ImportOption.DoNotIncludeTests())
          .importPackages("io.daybook.ticketing");

  @Test
  void knowsNoFrameworkButAxon() {
    classes()
        .should()
        .onlyDependOnClassesThat()
        .resideInAnyPackage(
            "io.daybook.ticketing..",
            "io.daybook.ledger..",
            "java..",
            "org.axonframework..",
            "org.jspecify..")
        .check(TICKETING);
  }

  @Test
  void knowsNoDatabase() {
    noClasses().should().dependOnClassesThat().resideInAPackage("java.sql..").check(TICKETING);
  }

  @Test
  void hidesItsAggregates() {
    classes()
        .that()
        .areAnnotatedWith(AggregateRoot.class)
        .should()
        .bePackagePrivate()
        .andShould()
        .haveModifier(JavaModifier.FINAL)
        .check(TICKETING);
  }

  @Test
  void showsItsMessages() {
    classes()
        .that()
        .haveSimpleNameEndingWith("Command")
        .or()
        .haveSimpleNameEndingWith("Event")
        .or()
        .haveSimpleNameEndingWith("Error")
        .should()
        .bePublic()
        .check(TICKETING);
  }
}
