package io.daybook.journal.witness;

import io.daybook.journal.MalformedException;
import io.daybook.journal.checkpoint.NoteSigner;
import io.daybook.journal.checkpoint.Policy;
import io.daybook.journal.checkpoint.SignatureAlgorithm;
import io.daybook.journal.checkpoint.VerifierKey;
import io.daybook.journal.keyfile.KeyFile;
import java.io.IOException;
import java.io.PrintWriter;
import java.net.InetSocketAddress;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** The command that runs a witness on somebody else's machine. */
@Command(
    name = "daybook-witness",
    description = "Cosigns a log's checkpoints as long as each continues the one before.",
    mixinStandardHelpOptions = true,
    exitCodeOnInvalidInput = WitnessCommand.USAGE,
    exitCodeOnExecutionException = 1)
public final class WitnessCommand implements Runnable {
  static final int USAGE = 3;

  @SuppressWarnings("NullAway.Init") // picocli sets it before it calls.
  @Spec
  private CommandSpec spec;

  private WitnessCommand() {}

  /** Runs the command and ends the process with its exit code. */
  public static void main(String[] arguments) {
    var out = new PrintWriter(System.out, true, System.out.charset());
    var err = new PrintWriter(System.err, true, System.err.charset());
    System.exit(run(out, err, arguments));
  }

  /** Runs the command and returns its exit code. */
  static int run(PrintWriter out, PrintWriter err, String... arguments) {
    return new CommandLine(new WitnessCommand())
        .setOut(out)
        .setErr(err)
        .setParameterExceptionHandler((e, all) -> explain(e.getCommandLine(), USAGE, e))
        .setExecutionExceptionHandler((e, command, parsed) -> explain(command, 1, e))
        .execute(arguments);
  }

  private static int explain(CommandLine command, int exitCode, Exception e) {
    command.getErr().println("daybook-witness: " + e.getMessage());
    return exitCode;
  }

  @Override
  public void run() {
    throw new ParameterException(spec.commandLine(), "say what to do: init or run");
  }

  @Command(name = "init", description = "Makes the state file of a witness that never signed.")
  int init(@Option(names = "--state", required = true, paramLabel = "FILE") Path state)
      throws IOException {
    if (Files.exists(state)) {
      throw new ParameterException(spec.commandLine(), state + " exists; a witness never forgets");
    }
    StateFile.create(state);
    return 0;
  }

  /** Cosigns until the process ends. */
  @Command(name = "run", description = "Runs the witness until it is stopped.")
  int serve(
      @Option(names = "--state", required = true, paramLabel = "FILE") Path state,
      @Option(names = "--key", required = true, paramLabel = "FILE.p12") List<Path> keys,
      @Option(names = "--password-file", required = true, paramLabel = "FILE") Path password,
      @Option(
              names = "--log",
              paramLabel = "VKEY|POLICY",
              required = true,
              description = "A log's key, or its policy file; may be repeated.")
          List<String> logs,
      @Option(names = "--listen", defaultValue = "127.0.0.1:8090", paramLabel = "HOST:PORT")
          String listen)
      throws IOException, InterruptedException {
    List<NoteSigner> signers = signers(keys, password);
    List<VerifierKey> logKeys = logKeys(logs);
    // Two processes with one key could sign two histories. The key file is never written again.
    try (FileChannel channel =
            FileChannel.open(keys.getFirst(), StandardOpenOption.READ, StandardOpenOption.WRITE);
        FileLock own = lock(channel);
        var server =
            new WitnessServer(
                new Witness(signers, logKeys, open(state), InstantSource.system()),
                address(listen))) {
      var out = spec.commandLine().getOut();
      signers.forEach(signer -> out.println(signer.verifierKey().format()));
      out.println("listening on port " + server.port() + (own.isValid() ? "" : " without lock"));
      out.flush();
      Thread.currentThread().join();
    }
    return 0;
  }

  private FileLock lock(FileChannel channel) throws IOException {
    @Nullable FileLock lock = channel.tryLock();
    if (lock == null) {
      throw new IOException("a witness with this key runs already");
    }
    return lock;
  }

  private static StateFile open(Path state) throws IOException {
    try {
      return StateFile.open(state);
    } catch (NoSuchFileException e) {
      throw new IOException(
          "there is no state file " + state + ": restore the newest, or 'init' a new witness", e);
    } catch (MalformedException e) {
      throw new IOException(state + ": " + e.getMessage() + "; restore the newest", e);
    }
  }

  private static List<NoteSigner> signers(List<Path> keys, Path password) throws IOException {
    char[] secret = Files.readString(password).strip().toCharArray();
    var signers = new ArrayList<NoteSigner>();
    for (Path key : keys) {
      var file = KeyFile.read(key, secret);
      signers.add(
          NoteSigner.ofWitness(file.name(), file.pair().getPrivate(), file.pair().getPublic()));
    }
    return signers;
  }

  private List<VerifierKey> logKeys(List<String> logs) throws IOException {
    var all = new ArrayList<VerifierKey>();
    for (String log : logs) {
      try {
        boolean isFile = !log.contains("+") || Files.exists(Path.of(log));
        all.addAll(
            isFile
                ? Policy.parse(Files.readAllBytes(Path.of(log))).keys()
                : List.of(VerifierKey.parse(log)));
      } catch (MalformedException e) {
        throw new ParameterException(spec.commandLine(), "--log: " + e.getMessage());
      }
    }
    if (all.stream().anyMatch(key -> key.algorithm() == SignatureAlgorithm.COSIGNATURE_V1)) {
      throw new ParameterException(spec.commandLine(), "--log: this is a witness's key");
    }
    return all;
  }

  private InetSocketAddress address(String listen) {
    int colon = listen.lastIndexOf(':');
    try {
      return new InetSocketAddress(
          listen.substring(0, colon), Integer.parseInt(listen.substring(colon + 1)));
    } catch (IllegalArgumentException | IndexOutOfBoundsException e) {
      throw new ParameterException(spec.commandLine(), "--listen is HOST:PORT, not " + listen);
    }
  }
}
