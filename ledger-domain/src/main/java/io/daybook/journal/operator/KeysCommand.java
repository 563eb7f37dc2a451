package io.daybook.journal.operator;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.daybook.journal.MalformedException;
import io.daybook.journal.checkpoint.NoteSigner;
import io.daybook.journal.checkpoint.VerifierKey;
import io.daybook.journal.keyfile.KeyFile;
import io.daybook.journal.keys.KeyAct;
import io.daybook.journal.keys.KeyAct.Introduce;
import io.daybook.journal.keys.KeyAct.Retire;
import io.daybook.journal.keys.KeyAct.Revoke;
import io.daybook.journal.keys.KeyStatement;
import io.daybook.journal.keys.KeyUse;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** The command line for root keys and witnesses' keys; needs no network and no database. */
@Command(
    name = "daybook-keys",
    description = "Makes keys, and signs with them what is to be done to a log's keys.",
    mixinStandardHelpOptions = true,
    exitCodeOnInvalidInput = KeysCommand.USAGE,
    exitCodeOnExecutionException = 1)
public final class KeysCommand implements Runnable {
  static final int USAGE = 3;

  @SuppressWarnings("NullAway.Init") // picocli sets it before it calls.
  @Spec
  private CommandSpec spec;

  private KeysCommand() {}

  /** The key to sign with. */
  @SuppressWarnings("NullAway.Init") // picocli sets the fields before it calls.
  static final class SigningKey {
    @Option(names = "--key", required = true, paramLabel = "FILE.p12")
    private Path key;

    @Option(names = "--password-file", required = true, paramLabel = "FILE")
    private Path password;

    NoteSigner signer() throws IOException {
      var file = KeyFile.read(key, password(password));
      return NoteSigner.of(file.name(), file.pair().getPrivate(), file.pair().getPublic());
    }
  }

  /** Runs the command and ends the process with its exit code. */
  public static void main(String[] arguments) {
    var out = new PrintWriter(System.out, true, System.out.charset());
    var err = new PrintWriter(System.err, true, System.err.charset());
    System.exit(run(out, err, arguments));
  }

  /** Runs the command and returns its exit code. */
  public static int run(PrintWriter out, PrintWriter err, String... arguments) {
    return new CommandLine(new KeysCommand())
        .setOut(out)
        .setErr(err)
        .setParameterExceptionHandler((e, all) -> explain(e.getCommandLine(), USAGE, e))
        .setExecutionExceptionHandler((e, command, parsed) -> explain(command, 1, e))
        .execute(arguments);
  }

  private static int explain(CommandLine command, int exitCode, Exception e) {
    command.getErr().println("daybook-keys: " + e.getMessage());
    return exitCode;
  }

  @Override
  public void run() {
    throw new ParameterException(
        spec.commandLine(), "say what to do: new, introduce, retire, revoke, sign or show");
  }

  @Command(name = "new", description = "Makes a key and prints its vkey.")
  int create(
      @Option(names = "--name", required = true, description = "The key's name.") String name,
      @Option(names = "--algorithm", defaultValue = "Ed25519", description = "Or ML-DSA-44.")
          String algorithm,
      @Option(names = "--witness", description = "Whether it is to cosign.") boolean isWitness,
      @Option(names = "--out", required = true, paramLabel = "FILE.p12") Path out,
      @Option(names = "--password-file", required = true, paramLabel = "FILE") Path password)
      throws IOException {
    if (!Set.of("Ed25519", "ML-DSA-44").contains(algorithm)) {
      throw new ParameterException(
          spec.commandLine(), "--algorithm is Ed25519 or ML-DSA-44, not " + algorithm);
    }
    var file = KeyFile.create(out, password(password), name, algorithm);
    var vkey =
        isWitness
            ? VerifierKey.ofWitness(name, file.pair().getPublic())
            : VerifierKey.of(name, file.pair().getPublic());
    print(vkey.format() + "\n");
    return 0;
  }

  @Command(name = "introduce", description = "Signs the introduction of this very key.")
  int introduce(
      @Parameters(paramLabel = "USE", description = "log, author or root.") String use,
      @Option(names = "--origin", required = true) String origin,
      @Option(names = "--type", description = "A type that an author may sign.") List<String> types,
      @Mixin SigningKey key)
      throws IOException {
    var signer = key.signer();
    var known = List.of(KeyUse.values()).stream().filter(one -> one.word().equals(use)).findFirst();
    var act =
        new Introduce(
            signer.verifierKey(),
            known.orElseThrow(
                () -> new ParameterException(spec.commandLine(), "USE is log, author or root")),
            types == null ? List.of() : types);
    return sign(KeyStatement.unsigned(origin, act), signer);
  }

  @Command(name = "retire", description = "Signs the retirement of a key.")
  int retire(
      @Option(names = "--origin", required = true) String origin,
      @Option(names = "--vkey", required = true) String vkey,
      @Mixin SigningKey key)
      throws IOException {
    return sign(origin, new Retire(VerifierKey.parse(vkey)), key);
  }

  @Command(name = "revoke", description = "Signs the revocation of a stolen key.")
  int revoke(
      @Option(names = "--origin", required = true) String origin,
      @Option(names = "--vkey", required = true) String vkey,
      @Option(
              names = "--trusted-size",
              required = true,
              description = "Up to which size of the log its signatures are believed.")
          long trustedSize,
      @Mixin SigningKey key)
      throws IOException {
    return sign(origin, new Revoke(VerifierKey.parse(vkey), trustedSize), key);
  }

  private int sign(String origin, KeyAct act, SigningKey key) throws IOException {
    return sign(KeyStatement.unsigned(origin, act), key.signer());
  }

  @Command(name = "sign", description = "Adds this key's signature to a statement.")
  int sign(
      @Parameters(paramLabel = "STATEMENT", description = "The statement's file.") Path file,
      @Mixin SigningKey key)
      throws IOException {
    return sign(read(file), key.signer());
  }

  @Command(name = "show", description = "Prints what a statement says, and who signed it.")
  int show(@Parameters(paramLabel = "STATEMENT") Path file) throws IOException {
    KeyStatement statement = read(file);
    print(statement.text());
    statement
        .signatures()
        .forEach(
            line -> print("signed in the name of " + line.keyName() + ", not verified here\n"));
    return 0;
  }

  private int sign(KeyStatement statement, NoteSigner signer) {
    spec.commandLine().getErr().print("Signing:\n" + statement.text());
    spec.commandLine().getErr().flush();
    print(statement.signedBy(signer).format());
    return 0;
  }

  private static KeyStatement read(Path file) throws IOException {
    String text = Files.readString(file, UTF_8);
    try {
      return text.contains("\n\n") ? KeyStatement.parse(text) : KeyStatement.parseText(text);
    } catch (MalformedException e) {
      throw new IOException(file + ": " + e.getMessage(), e);
    }
  }

  private void print(String text) {
    spec.commandLine().getOut().print(text);
    spec.commandLine().getOut().flush();
  }

  private static char[] password(Path file) throws IOException {
    return Files.readString(file).strip().toCharArray();
  }
}
