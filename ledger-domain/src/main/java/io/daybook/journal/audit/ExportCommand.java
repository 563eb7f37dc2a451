package io.daybook.journal.audit;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Fetches a journal from a running Daybook and verifies that it arrived whole. */
@Command(
    name = "export",
    description =
        "Fetches a journal from a server; what is already there is not fetched again."
            + " The access token may also be in the environment variable DAYBOOK_TOKEN.",
    mixinStandardHelpOptions = true,
    exitCodeOnInvalidInput = Auditor.USAGE)
@SuppressWarnings("NullAway.Init") // picocli sets the fields before it calls.
final class ExportCommand implements Callable<Integer> {
  private static final int MAX_TOKEN_BYTES = 16 << 10;

  // RFC 6750, section 2.1.
  private static final Pattern TOKEN = Pattern.compile("[A-Za-z0-9._~+/-]+=*");

  @Spec private CommandSpec spec;
  @Mixin private TrustOptions trust;

  @Option(names = "--from", required = true, paramLabel = "URL", description = "The server.")
  private String server;

  @Option(names = "--out", required = true, paramLabel = "DIR", description = "Where to write.")
  private Path out;

  @Option(names = "--token-file", paramLabel = "FILE", description = "Holds the access token.")
  private @Nullable Path tokenFile;

  @Option(names = "--json", description = "Print the verification's report as JSON.")
  private boolean isJson;

  @Override
  public Integer call() throws IOException, InterruptedException {
    var keys = trust.keys();
    if (Files.exists(out) && !Files.isDirectory(out)) {
      throw new UsageException("--out: " + out + " is no folder");
    }
    try (var progress = new ProgressBar(spec.commandLine().getErr(), "files");
        var log = new RemoteLog(address(), token())) {
      new Exporter(log, out, progress).export();
    }
    AuditReport report;
    try (var progress = new ProgressBar(spec.commandLine().getErr(), "records")) {
      report = new JournalVerifier(keys, List.of(), progress).verify(out);
    }
    spec.commandLine().getOut().print(isJson ? ReportJson.of(report) : ReportText.of(report));
    spec.commandLine().getOut().flush();
    spec.commandLine().getErr().println("exported to " + out);
    return report.verdict().exitCode();
  }

  private URI address() {
    try {
      var address = new URI(server.endsWith("/") ? server : server + "/");
      String scheme = String.valueOf(address.getScheme()).toLowerCase(Locale.ROOT);
      if (address.getHost() != null && (scheme.equals("http") || scheme.equals("https"))) {
        return address;
      }
    } catch (URISyntaxException e) {
      throw new UsageException("--from: " + e.getMessage());
    }
    throw new UsageException("--from: give an address such as http://localhost:8080");
  }

  private Optional<String> token() {
    Optional<String> token = Optional.ofNullable(System.getenv("DAYBOOK_TOKEN"));
    if (tokenFile != null) {
      try (var in = Files.newInputStream(tokenFile)) {
        token = Optional.of(new String(in.readNBytes(MAX_TOKEN_BYTES), UTF_8));
      } catch (IOException e) {
        throw new UsageException("--token-file: cannot read it: " + ExportFiles.reason(e));
      }
    }
    return token.map(ExportCommand::checked);
  }

  /** The token is a secret, so nothing repeats it, not even what is wrong with it. */
  private static String checked(String text) {
    String token = text.strip();
    if (!TOKEN.matcher(token).matches()) {
      throw new UsageException(
          "--token-file or DAYBOOK_TOKEN: not an access token, which is one word of ASCII");
    }
    return token;
  }
}
