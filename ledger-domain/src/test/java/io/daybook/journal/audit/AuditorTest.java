package io.daybook.journal.audit;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonParser;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.daybook.journal.checkpoint.VerifierKey;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The command line from outside: what it prints and how it ends. */
class AuditorTest {
  private final SortedMap<String, byte[]> files =
      SampleLog.of(SampleEvents.story(300)).files(100, 256);
  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();

  @TempDir private Path folder;

  @Test
  void verifySaysUnderWhoseKeys() {
    assertThat(run("verify", export())).isZero();
    assertThat(out.toString()).contains("VERIFIED").contains("keys in the export itself");

    assertThat(run(withKeys("verify", export()))).isZero();
    assertThat(out.toString()).contains("under the keys that you gave");
  }

  @Test
  void verifyPrintsTheReportAsJson() {
    assertThat(run("verify", export(), "--json")).isZero();

    var report = JsonParser.parseString(out.toString()).getAsJsonObject();
    assertThat(report.get("verdict").getAsString()).isEqualTo("verified");
    assertThat(report.get("size").getAsLong()).isEqualTo(300);
    assertThat(report.getAsJsonArray("coverage")).hasSize(Check.values().length);
  }

  @Test
  void aKeyThatTheLogDoesNotHave() {
    var stranger = "other.example+ed9cb9fd+" + "A".repeat(44);
    assertThat(run("verify", export(), "--key", stranger)).isEqualTo(3);
    assertThat(err.toString()).startsWith("daybook-audit: --key or --policy");
  }

  @Test
  void wrongUsageIsExplainedInOneLine() {
    assertThat(run("verify")).isEqualTo(3);
    assertThat(run("frobnicate")).isEqualTo(3);
    assertThat(run()).isEqualTo(3);
    assertThat(run("replay", export(), "--until", "-1")).isEqualTo(3);
    assertThat(run("verify", export(), "--against", folder + "/none")).isEqualTo(3);
    assertThat(err.toString()).doesNotContain("\tat ");
  }

  @Test
  void aProofIsCheckedWithoutTheExport() throws IOException {
    String proof = folder.resolve("event.tlog-proof").toString();
    assertThat(run("prove", export(), "evt_42", "--out", proof)).isZero();

    assertThat(run(withKeys("check", proof))).isZero();
    assertThat(out.toString()).contains("PROVED: record 42").contains("event_id evt_42");
    assertThat(run("check", proof)).isEqualTo(3);

    byte[] bytes = Files.readAllBytes(Path.of(proof));
    for (int at = 0; at < bytes.length; at += 61) {
      byte[] changed = bytes.clone();
      changed[at] ^= 1;
      Files.write(Path.of(proof), changed);
      assertThat(run(withKeys("check", proof))).as("byte %s", at).isEqualTo(1);
    }
  }

  @Test
  void thereIsNoProofForAnEventThatIsNotThere() {
    assertThat(run("prove", export(), "evt_none")).isEqualTo(3);
    assertThat(err.toString()).contains("no event with the id 'evt_none'");
  }

  @Test
  void replayPrintsBooksTicketsAndCases() {
    assertThat(run("replay", export(), "--json")).isZero();

    var state = JsonParser.parseString(out.toString()).getAsJsonObject();
    assertThat(state.getAsJsonObject("trialBalance").get("EUR").getAsInt()).isZero();
    assertThat(state.getAsJsonArray("accounts")).hasSize(3);
    assertThat(state.getAsJsonObject("kybCases").get("kyb_1").getAsString()).isEqualTo("APPROVED");
    assertThat(state.getAsJsonArray("tickets")).isNotEmpty();
  }

  @Test
  void replayStopsAfterAPosition() {
    assertThat(run("replay", export(), "--until", "2")).isZero();
    assertThat(out.toString())
        .contains("organisers:org_1:payable")
        .contains("replayed only in part")
        .doesNotContain("tkt_0");
  }

  @Test
  void exportFetchesOnlyWhatIsNotThereYet() throws IOException {
    var requests = Collections.synchronizedList(new ArrayList<String>());
    var server = serve(requests);
    try {
      String url = "http://127.0.0.1:" + server.getAddress().getPort();
      String target = folder.resolve("fetched").toString();
      String token = Files.writeString(folder.resolve("token"), "secret\n").toString();

      assertThat(run("export", "--from", url, "--out", target)).isEqualTo(3);
      assertThat(err.toString()).contains("auditor's token");

      assertThat(run("export", "--from", url, "--out", target, "--token-file", token)).isZero();
      assertThat(out.toString()).contains("VERIFIED");
      assertThat(requests).contains("records/000", "checkpoints/256");

      requests.clear();
      assertThat(run("export", "--from", url, "--out", target, "--token-file", token)).isZero();
      assertThat(requests).containsExactly("manifest", "checkpoints/300", "checkpoints");
    } finally {
      server.stop(0);
    }
  }

  @Test
  void exportExplainsWhatItCannotFetch() throws IOException {
    files.remove("records/001.p/44");
    var server = serve(Collections.synchronizedList(new ArrayList<>()));
    String url = "http://127.0.0.1:" + server.getAddress().getPort();
    String token = Files.writeString(folder.resolve("token"), "secret").toString();
    String target = folder.resolve("fetched").toString();

    assertThat(run("export", "--from", url, "--out", target, "--token-file", token)).isEqualTo(2);
    assertThat(err.toString()).contains("the server does not have records/001.p/44");

    server.stop(0);
    assertThat(run("export", "--from", url, "--out", target)).isEqualTo(2);
    assertThat(err.toString()).contains("no connection to " + url);
    assertThat(run("export", "--from", "ftp://x", "--out", target)).isEqualTo(3);
  }

  @Test
  void aContradictoryExportProvesNothing() {
    files.put("tile/0/000", new byte[8192]);
    assertThat(run("prove", export(), "evt_42")).isEqualTo(1);
    assertThat(err.toString()).contains("contradict");
  }

  private HttpServer serve(List<String> requests) throws IOException {
    var address = new InetSocketAddress(InetAddress.getLoopbackAddress(), 0);
    var server = HttpServer.create(address, 0);
    server.createContext("/journal/log/", exchange -> answer(exchange, requests));
    server.start();
    return server;
  }

  private void answer(HttpExchange exchange, List<String> requests) throws IOException {
    String name = exchange.getRequestURI().getPath().substring("/journal/log/".length());
    requests.add(name);
    byte[] body = served(name);
    String token = exchange.getRequestHeaders().getFirst("Authorization");
    int status = !"Bearer secret".equals(token) ? 401 : body == null ? 404 : 200;
    exchange.sendResponseHeaders(status, status == 200 && body != null ? body.length : -1);
    if (status == 200 && body != null) {
      exchange.getResponseBody().write(body);
    }
    exchange.close();
  }

  private byte @Nullable [] served(String name) {
    return switch (name) {
      case "checkpoints" -> "100\n256\n300\n".getBytes(UTF_8);
      case "checkpoints/300" -> files.get("checkpoint");
      default -> files.get(name.replaceFirst("^exports/[0-9a-f]{64}/", ""));
    };
  }

  private String export() {
    return SampleLog.write(files, folder.resolve("export")).toString();
  }

  private static String[] withKeys(String... arguments) {
    var all = new ArrayList<>(List.of(arguments));
    for (VerifierKey key : SampleLog.keys()) {
      all.add("--key");
      all.add(key.format());
    }
    return all.toArray(String[]::new);
  }

  private int run(String... arguments) {
    return Auditor.run(new PrintWriter(out), new PrintWriter(err), arguments);
  }
}
