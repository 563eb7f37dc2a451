package io.daybook.journal.audit;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A verifier in another language, written from the format's page alone, comes to the same verdicts.
 * Where there is no python3, the test says so and checks nothing.
 */
class SecondVerifierTest {
  private static final Path SCRIPT = Path.of("bin/journal-verify.py");

  private final SortedMap<String, byte[]> files =
      SampleLog.of(SampleEvents.story(300)).files(100, 256);

  @TempDir private Path folder;

  /** How the script ended, and what it printed. */
  private record Outcome(int exitCode, String output) {}

  @Test
  void itVerifiesAnHonestExport() throws Exception {
    Optional<Outcome> outcome = run(files);

    outcome.ifPresent(result -> {
      System.out.println(result.output());
      assertThat(result.exitCode()).as(result.output()).isZero();
      assertThat(result.output().lines().filter(line -> line.endsWith(" ok"))).hasSize(11);
    });
  }

  @Test
  void itVerifiesTheVectorsToo() throws Exception {
    Optional<Outcome> outcome = run(Path.of("src/test/resources/vectors/export"));

    outcome.ifPresent(result -> assertThat(result.exitCode()).as(result.output()).isZero());
  }

  @Test
  void itFindsOneChangedByteInEachFile() throws Exception {
    for (String name : List.copyOf(files.keySet())) {
      var changed = new TreeMap<>(files);
      byte[] bytes = Objects.requireNonNull(files.get(name)).clone();
      bytes[bytes.length / 2] ^= 1;
      changed.put(name, bytes);

      Optional<Outcome> outcome = run(changed);

      outcome.ifPresent(result ->
          assertThat(result.exitCode()).as("%s%n%s", name, result.output()).isBetween(1, 2));
    }
  }

  private Optional<Outcome> run(SortedMap<String, byte[]> export) throws Exception {
    return run(SampleLog.write(export, folder.resolve("export")));
  }

  private static Optional<Outcome> run(Path export) throws Exception {
    Process process;
    try {
      process =
          new ProcessBuilder("python3", "-B", SCRIPT.toString(), export.toString())
              .redirectErrorStream(true)
              .start();
    } catch (IOException e) {
      System.out.println("SecondVerifierTest: there is no python3 here, nothing was checked");
      return Optional.empty();
    }
    String output = new String(process.getInputStream().readAllBytes(), UTF_8);
    assertThat(process.waitFor(1, TimeUnit.MINUTES)).isTrue();
    return Optional.of(new Outcome(process.exitValue(), output));
  }
}
