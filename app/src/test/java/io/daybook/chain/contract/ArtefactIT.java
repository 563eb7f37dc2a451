package io.daybook.chain.contract;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.util.FileSystemUtils;

/** The compiled contracts that are kept are those of the sources beside them. */
class ArtefactIT {
  private static final Path CONTRACTS = Path.of("..", "ticketing-domain", "contracts");

  @TempDir Path folder;

  @Test
  void compilingAgainGivesTheSameBytes() throws Exception {
    FileSystemUtils.copyRecursively(CONTRACTS.resolve("src"), folder.resolve("src"));
    for (String file : List.of("package.json", "package-lock.json", "build.js")) {
      Files.copy(CONTRACTS.resolve(file), folder.resolve(file));
    }
    Assumptions.assumeTrue(isInstalled(), "no npm is here, or it brings no compiler");

    assertThat(run("node", "build.js", "again")).isZero();

    for (String contract : List.of("TicketToken", "JournalAnchor")) {
      String file = contract + ".json";
      assertThat(folder.resolve("again").resolve(file))
          .hasSameTextualContentAs(CONTRACTS.resolve("artefacts").resolve(file));
    }
  }

  private boolean isInstalled() throws InterruptedException {
    try {
      return run("npm", "ci", "--ignore-scripts", "--no-audit", "--no-fund") == 0;
    } catch (IOException e) {
      return false;
    }
  }

  private int run(String... command) throws IOException, InterruptedException {
    Process process =
        new ProcessBuilder(command)
            .directory(folder.toFile())
            .redirectErrorStream(true)
            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
            .start();
    if (!process.waitFor(2, TimeUnit.MINUTES)) {
      process.destroyForcibly();
      throw new AssertionError(List.of(command) + " does not end");
    }
    return process.exitValue();
  }
}
