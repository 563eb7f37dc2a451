package io.daybook.journal.audit;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.Console;
import java.io.PrintWriter;
import java.util.Optional;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** The auditor's command line: verifies, proves, replays and fetches a journal. */
@Command(
    name = "daybook-audit",
    description = "Verifies a Daybook journal from its export, without trusting who made it.",
    mixinStandardHelpOptions = true,
    version = "daybook-audit, journal format 1",
    exitCodeOnInvalidInput = Auditor.USAGE,
    exitCodeOnExecutionException = Auditor.UNFINISHED,
    exitCodeListHeading = "%nExit codes:%n",
    exitCodeList = {"0:verified", "1:tampering", "2:incomplete", "3:wrong usage"},
    subcommands = {
      VerifyCommand.class,
      ProveCommand.class,
      CheckCommand.class,
      ReplayCommand.class,
      ExportCommand.class,
      DiffCommand.class
    })
public final class Auditor implements Runnable {
  /** The exit code if the command could not come to its end, as if the export were incomplete. */
  static final int UNFINISHED = 2;

  /** The exit code if the caller has to do something differently. */
  static final int USAGE = 3;

  @SuppressWarnings("NullAway.Init") // picocli sets it before it calls.
  @Spec
  private CommandSpec spec;

  private Auditor() {}

  /** Runs the command and ends the process with its exit code. */
  public static void main(String[] arguments) {
    // Not the locale's charset: a proof and a JSON report have their bytes wherever they are made.
    var out = new PrintWriter(System.out, true, UTF_8);
    var err = new PrintWriter(System.err, true, UTF_8);
    if (System.getProperty(ProgressBar.TERMINAL) == null) {
      System.setProperty(ProgressBar.TERMINAL, String.valueOf(isConsole()));
    }
    System.exit(runWithin(out, err, arguments));
  }

  private static boolean isConsole() {
    return Optional.ofNullable(System.console()).filter(Console::isTerminal).isPresent();
  }

  /** What memory has to hold grows with the number of events, so it can run out. */
  private static int runWithin(PrintWriter out, PrintWriter err, String... arguments) {
    try {
      return run(out, err, arguments);
    } catch (OutOfMemoryError e) {
      err.println("daybook-audit: not enough memory; set JAVA_TOOL_OPTIONS=-Xmx4g or more");
      return UNFINISHED;
    }
  }

  /** Runs the command and returns its exit code, 0 to 3. */
  public static int run(PrintWriter out, PrintWriter err, String... arguments) {
    return new CommandLine(new Auditor())
        .setOut(out)
        .setErr(err)
        .setExpandAtFiles(false)
        .setParameterExceptionHandler(Auditor::explain)
        .setExecutionExceptionHandler(Auditor::explain)
        .execute(arguments);
  }

  @Override
  public void run() {
    throw new ParameterException(
        spec.commandLine(), "say what to do: verify, prove, check, replay, export or diff");
  }

  private static int explain(ParameterException e, String... arguments) {
    CommandLine command = e.getCommandLine();
    String reason = String.valueOf(e.getMessage()).replaceAll("\\s+", " ");
    String help = command.getCommandSpec().qualifiedName() + " --help";
    command
        .getErr()
        .println("daybook-audit: " + ReportText.printable(reason) + " (try: " + help + ")");
    return USAGE;
  }

  private static int explain(
      Exception e, CommandLine command, CommandLine.ParseResult parsedArguments) {
    if (e instanceof UsageException) {
      command.getErr().println("daybook-audit: " + ReportText.printable(describe(e)));
      return USAGE;
    }
    command
        .getErr()
        .println("daybook-audit: could not finish: " + ReportText.printable(describe(e)));
    return UNFINISHED;
  }

  private static String describe(Exception e) {
    return e.getMessage() == null ? e.getClass().getSimpleName() : ExportFiles.sentence(e);
  }
}
