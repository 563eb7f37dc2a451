package io.daybook.reports;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/** Other bookkeeping programs, where this machine has them. */
public final class Bookkeeping {
  private Bookkeeping() {}

  /** What a program said, and whether it was content. */
  public record Verdict(int exitCode, String output) {}

  /**
   * Lets {@code program} read {@code text}; nothing, with a line that says so, if it is not there.
   */
  public static Optional<Verdict> read(String text, String program, String... arguments)
      throws IOException, InterruptedException {
    Path binary = Path.of("/usr/bin", program);
    if (!Files.isExecutable(binary)) {
      System.out.println("skipped: there is no " + program + " here");
      return Optional.empty();
    }
    Path file = Files.createTempFile("ledger", ".txt");
    Files.writeString(file, text);
    var command = new ArrayList<>(List.of(binary.toString()));
    for (String argument : arguments) {
      command.add(argument.equals("FILE") ? file.toString() : argument);
    }
    var builder = new ProcessBuilder(command).redirectErrorStream(true);
    builder.environment().put("LC_ALL", "C.UTF-8");
    Process process = builder.start();
    String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    process.waitFor(60, TimeUnit.SECONDS);
    Files.delete(file);
    return Optional.of(new Verdict(process.exitValue(), output));
  }
}
