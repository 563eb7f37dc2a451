package io.daybook.kyb.screening.command;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.daybook.kyb.screening.list.ListRefused;
import io.daybook.kyb.screening.match.ScreeningIndex;
import io.daybook.kyb.screening.match.ScreeningPolicy;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.FileSystemException;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** The command {@code screen}: screens a file of names against lists. */
@Command(
    name = "screen",
    description = "Screens names against sanctions lists, without server or database.",
    mixinStandardHelpOptions = true,
    version = "screen, policy 1",
    exitCodeOnInvalidInput = ScreenCommand.USAGE,
    exitCodeOnExecutionException = ScreenCommand.UNFINISHED,
    exitCodeListHeading = "%nExit codes:%n",
    exitCodeList = {"0:done", "2:could not finish", "3:wrong usage", "4:a file was refused"},
    subcommands = {PairsCommand.class, QualityCommand.class})
public final class ScreenCommand implements Callable<Integer> {
  /** The exit code if the command could not come to its end. */
  static final int UNFINISHED = 2;

  /** The exit code if the caller has to do something differently. */
  static final int USAGE = 3;

  /** The exit code if a list or a table is not what it should be. */
  static final int REFUSED = 4;

  @SuppressWarnings("NullAway.Init") // picocli sets it before it calls.
  @Spec
  private CommandSpec spec;

  @Mixin private ListOptions lists = new ListOptions();

  @Nullable
  @Option(
      names = "--queries",
      paramLabel = "FILE.csv",
      description =
          "Whom to ask about. With a header: id, name, type, birth_date, country, identifier,"
              + " wallet; without: in the order id, name, type, birth_date, country.")
  private Path queries;

  @Nullable
  @Option(names = "--out", paramLabel = "RESULT.csv", description = "Where the hits go.")
  private Path out;

  @Option(
      names = "--top",
      defaultValue = "10",
      description = "The most hits for a query (default: ${DEFAULT-VALUE}).")
  private int top;

  @Nullable
  @Option(
      names = "--min-score",
      description = "The least score of a hit, 0 to 1; if not given the policy's threshold.")
  private Double leastScore;

  @Option(
      names = "--threads",
      description = "How many queries at a time; if not given as many as there are processors.")
  private int threads = Runtime.getRuntime().availableProcessors();

  private ScreenCommand() {}

  /** Runs the command and ends the process with its exit code. */
  public static void main(String[] arguments) {
    var stdout = new PrintWriter(System.out, true, UTF_8);
    var stderr = new PrintWriter(System.err, true, UTF_8);
    int code;
    try {
      code = run(stdout, stderr, arguments);
    } catch (OutOfMemoryError e) {
      stderr.println("screen: not enough memory; set JAVA_TOOL_OPTIONS=-Xmx6g or more");
      code = UNFINISHED;
    }
    stdout.flush();
    System.exit(code);
  }

  /** Runs the command and returns its exit code: 0, 2, 3 or 4. */
  public static int run(PrintWriter out, PrintWriter err, String... arguments) {
    return new CommandLine(new ScreenCommand())
        .setOut(out)
        .setErr(err)
        .setExpandAtFiles(false)
        .setCaseInsensitiveEnumValuesAllowed(true)
        .setParameterExceptionHandler(ScreenCommand::explain)
        .setExecutionExceptionHandler(ScreenCommand::explain)
        .execute(arguments);
  }

  @Override
  public Integer call() throws IOException {
    if (!lists.isGiven() || queries == null || out == null) {
      throw new ParameterException(
          spec.commandLine(), "needs --list, --queries and --out, or the word pairs and a file");
    }
    if (top < 1 || threads < 1 || threads > 256) {
      throw new UsageException("--top and --threads are at least 1, and --threads at most 256");
    }
    double least = leastScore == null ? ScreeningPolicy.STANDARD.threshold() : leastScore;
    if (!(least > 0 && least <= 1)) {
      throw new UsageException("--min-score is above 0 and at most 1");
    }
    PrintWriter err = spec.commandLine().getErr();
    // A bad query is told before the list is read, which may take long.
    QueryFile asked = QueryFile.read(queries);
    ScreeningIndex index = lists.index(err);
    new ScreeningRun(index, ScreeningPolicy.STANDARD, least, top, threads).write(asked, out, err);
    return 0;
  }

  private static int explain(ParameterException e, String... arguments) {
    CommandLine command = e.getCommandLine();
    String reason = String.valueOf(e.getMessage()).replaceAll("\\s+", " ");
    command.getErr().println("screen: " + printable(reason) + " (try: screen --help)");
    return USAGE;
  }

  private static int explain(
      Exception e, CommandLine command, CommandLine.ParseResult parsedArguments) {
    String reason = e.getMessage() == null ? e.getClass().getSimpleName() : e.getMessage();
    PrintWriter err = command.getErr();
    if (e instanceof UsageException) {
      err.println("screen: " + printable(reason));
      return USAGE;
    }
    if (e instanceof ListRefused) {
      err.println("screen: refused: " + printable(reason));
      return REFUSED;
    }
    boolean isPath = e instanceof FileSystemException;
    err.println("screen: could not finish: " + (isPath ? "no access to " : "") + printable(reason));
    return UNFINISHED;
  }

  /** A file's text must not steer the terminal. */
  private static String printable(String text) {
    String shown = text.length() > 500 ? text.substring(0, 500) + "..." : text;
    return shown.replaceAll("[\\p{Cc}\\p{Cf}]", "?");
  }
}
