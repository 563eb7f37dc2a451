package io.daybook.journal;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.junit.jupiter.api.Test;

/** The verifier can be trusted only as far as it shares nothing with the journal's writer. */
class JournalArchitectureTest {
  private static final String AUDIT = "io.daybook.journal.audit..";
  private static final String OPERATOR = "io.daybook.journal.operator..";
  private static final String WITNESS = "io.daybook.journal.witness..";
  private static final String[] FORMAT = {
    "java..",
    "javax.naming..",
    "javax.security.auth.x500..",
    "org.jspecify..",
    "io.daybook.journal",
    "io.daybook.journal.merkle",
    "io.daybook.journal.checkpoint",
    "io.daybook.journal.keyfile",
    "io.daybook.journal.keys",
    "io.daybook.journal.proof"
  };

  private final JavaClasses journal =
      new ClassFileImporter()
          .withImportOption(new ImportOption.DoNotIncludeTests())
          .importPackages("io.daybook.journal");

  @Test
  void theFormatNeedsNothingButTheJdk() {
    classes()
        .that()
        .resideInAPackage("io.daybook.journal..")
        .and()
        .resideOutsideOfPackages(AUDIT, OPERATOR, WITNESS)
        .should()
        .onlyDependOnClassesThat(resideInAnyPackage(FORMAT))
        .check(journal);
  }

  @Test
  void theVerifierNeedsOnlyTheFormatAndItsTwoLibraries() {
    classes()
        .that()
        .resideInAPackage(AUDIT)
        .should()
        .onlyDependOnClassesThat(
            resideInAnyPackage(FORMAT)
                .or(resideInAnyPackage(AUDIT, "picocli..", "com.google.gson..")))
        .check(journal);
  }

  @Test
  void theOtherCommandsNeedOnlyTheFormatAndTheJdk() {
    classes()
        .that()
        .resideInAnyPackage(OPERATOR, WITNESS)
        .should()
        .onlyDependOnClassesThat(
            resideInAnyPackage(FORMAT)
                .or(resideInAnyPackage(OPERATOR, WITNESS, "picocli..", "com.sun.net.httpserver..")))
        .check(journal);
  }

  @Test
  void packagesHaveNoCycles() {
    slices().matching("io.daybook.journal.(**)").should().beFreeOfCycles().check(journal);
  }
}
