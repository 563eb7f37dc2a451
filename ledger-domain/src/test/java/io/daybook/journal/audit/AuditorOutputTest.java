package io.daybook.journal.audit;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import io.daybook.journal.checkpoint.VerifierKey;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What machines read from the commands, and how hostile arguments are answered. */
class AuditorOutputTest {
  private static final SortedMap<String, byte[]> FILES =
      SampleLog.of(SampleEvents.story(300)).files(100, 256);

  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();

  @TempDir private Path folder;

  @Test
  void provePrintsWhatItProvesAsJson() throws IOException {
    Path file = folder.resolve("event.tlog-proof");

    assertThat(run("prove", export(), "evt_42", "--json", "--out", file.toString())).isZero();

    JsonObject json = json();
    assertThat(json.get("verdict").getAsString()).isEqualTo("proved");
    assertThat(json.get("leafIndex").getAsLong()).isEqualTo(42);
    assertThat(json.get("size").getAsLong()).isEqualTo(300);
    assertThat(json.getAsJsonObject("header").get("event_id").getAsString()).isEqualTo("evt_42");
    assertThat(json.get("proof").getAsString()).isEqualTo(Files.readString(file));
  }

  @Test
  void checkPrintsItsOutcomeAsJson() throws IOException {
    Path proof = folder.resolve("event.tlog-proof");
    run("prove", export(), "evt_42", "--out", proof.toString());

    assertThat(run(withKeys("check", proof.toString(), "--json"))).isZero();
    assertThat(json().get("verdict").getAsString()).isEqualTo("proved");

    Files.writeString(proof, Files.readString(proof).replace("index 42", "index 43"));
    out.getBuffer().setLength(0);
    assertThat(run(withKeys("check", proof.toString(), "--json"))).isEqualTo(1);
    assertThat(json().get("verdict").getAsString()).isEqualTo("not proved");
    assertThat(json().get("reason").getAsString()).contains("not in the tree");
  }

  @Test
  void aProofOnTheOutputHasTheSameBytesInEveryLocale() throws Exception {
    Path file = folder.resolve("event.tlog-proof");
    run("prove", export(), "evt_42", "--out", file.toString());

    var command = new ProcessBuilder(java(), "-cp", System.getProperty("java.class.path"));
    command.command().addAll(List.of(Auditor.class.getName(), "prove", export(), "evt_42"));
    command.environment().put("LC_ALL", "C");
    Process process = command.redirectError(ProcessBuilder.Redirect.DISCARD).start();

    assertThat(process.getInputStream().readAllBytes()).isEqualTo(Files.readAllBytes(file));
    assertThat(process.waitFor()).isZero();
  }

  @Test
  void wrongUsageIsOneLineWhateverItHolds() {
    for (String[] arguments :
        new String[][] {
          {},
          {"verify"},
          {"verify", "a", "b"},
          {"verify", "no\nsuch\u001b[2Jthing"},
          {"verify", export(), "--key", "x\ny"},
          {"verify", export(), "--policy", folder.toString()},
          {"verify", export(), "--until", "1"},
          {"replay", export(), "--until", "9223372036854775808"},
          {"prove", export(), "evt_42", "--out", folder + "/none/proof"},
          {"export", "--from", "http://", "--out", folder.toString()},
          {"@arguments"}
        }) {
      err.getBuffer().setLength(0);
      assertThat(run(arguments)).as(String.join(" ", arguments)).isEqualTo(3);
      assertThat(err.toString().strip().lines()).as(err.toString()).hasSize(1);
      assertThat(err.toString()).startsWith("daybook-audit: ").doesNotContain("\u001b");
    }
  }

  @Test
  void aTokenThatIsNoneIsNotRepeated() throws IOException {
    Path token = Files.writeString(folder.resolve("token"), "secret\nX-Other: header");

    int exitCode =
        run("export", "--from", "http://127.0.0.1:1", "--out", "x", "--token-file", "" + token);

    assertThat(exitCode).isEqualTo(3);
    assertThat(err.toString()).contains("not an access token").doesNotContain("secret");
  }

  @Test
  void anExportGoesIntoNoFile() throws IOException {
    Path file = Files.writeString(folder.resolve("file"), "already something");

    assertThat(run("export", "--from", "http://127.0.0.1:1", "--out", "" + file)).isEqualTo(3);
    assertThat(err.toString()).contains(file + " is no folder");
  }

  @Test
  void aFileThatProveNeedsIsNamed() throws IOException {
    Path export = Path.of(export());
    Files.delete(export.resolve("checkpoint"));

    assertThat(run("prove", export.toString(), "evt_42")).isEqualTo(2);
    assertThat(err.toString()).contains("checkpoint is missing");
  }

  @Test
  void anEndlessFileIsNoPolicy() {
    assertThat(run("verify", export(), "--policy", "/dev/zero")).isEqualTo(3);
    assertThat(err.toString()).contains("--key or --policy");
  }

  private String export() {
    return SampleLog.write(FILES, folder.resolve("export")).toString();
  }

  private static String java() {
    return Path.of(System.getProperty("java.home"), "bin", "java").toString();
  }

  private static String[] withKeys(String... arguments) {
    var all = new ArrayList<>(List.of(arguments));
    for (VerifierKey key : SampleLog.keys()) {
      all.add("--key");
      all.add(key.format());
    }
    return all.toArray(String[]::new);
  }

  private JsonObject json() {
    return JsonParser.parseString(out.toString()).getAsJsonObject();
  }

  private int run(String... arguments) {
    return Auditor.run(new PrintWriter(out), new PrintWriter(err), arguments);
  }
}
