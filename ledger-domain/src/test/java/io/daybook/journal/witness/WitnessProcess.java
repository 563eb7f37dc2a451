package io.daybook.journal.witness;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.StringWriter;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** A witness in a process of its own. */
final class WitnessProcess implements AutoCloseable {
  private static final HttpClient CLIENT = HttpClient.newHttpClient();

  private final Process process;
  private final int port;

  private WitnessProcess(Process process, int port) {
    this.process = process;
    this.port = port;
  }

  /** Starts a witness and waits until it listens. */
  static WitnessProcess start(Path state, Path key, Path password, String... logs)
      throws IOException {
    Process process = launch(state, key, password, logs);
    BufferedReader out = process.inputReader();
    var all = new StringWriter();
    for (String line = out.readLine(); line != null; line = out.readLine()) {
      all.append(line).append("\n");
      if (line.startsWith("listening on port ")) {
        return new WitnessProcess(
            process, Integer.parseInt(line.substring("listening on port ".length())));
      }
    }
    throw new AssertionError("no witness: " + all);
  }

  /** Starts one that is expected to end by itself, and returns what it says. */
  static String refused(Path state, Path key, Path password, String... logs)
      throws IOException, InterruptedException {
    Process process = launch(state, key, password, logs);
    String all =
        new String(
            process.getInputStream().readAllBytes(), java.nio.charset.StandardCharsets.UTF_8);
    if (!process.waitFor(30, TimeUnit.SECONDS) || process.exitValue() == 0) {
      throw new AssertionError("not refused: " + all);
    }
    return all;
  }

  private static Process launch(Path state, Path key, Path password, String... logs)
      throws IOException {
    var command =
        new ArrayList<>(
            List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-cp",
                System.getProperty(
                    "surefire.test.class.path", System.getProperty("java.class.path")),
                WitnessCommand.class.getName(),
                "run",
                "--state",
                state.toString(),
                "--key",
                key.toString(),
                "--password-file",
                password.toString(),
                "--listen",
                "127.0.0.1:0"));
    for (String log : logs) {
      command.addAll(List.of("--log", log));
    }
    return new ProcessBuilder(command).redirectErrorStream(true).start();
  }

  int port() {
    return port;
  }

  HttpResponse<String> add(byte[] body) throws IOException, InterruptedException {
    return CLIENT.send(
        request("/add-checkpoint").POST(HttpRequest.BodyPublishers.ofByteArray(body)).build(),
        HttpResponse.BodyHandlers.ofString());
  }

  HttpResponse<String> get(String path) throws IOException, InterruptedException {
    return CLIENT.send(request(path).GET().build(), HttpResponse.BodyHandlers.ofString());
  }

  private HttpRequest.Builder request(String path) {
    return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
        .timeout(Duration.ofSeconds(20));
  }

  /** As {@code kill -9}. */
  void kill() throws InterruptedException {
    process.destroyForcibly().waitFor();
  }

  @Override
  public void close() {
    process.destroyForcibly();
  }

  static Path password(Path folder) throws IOException {
    return Files.writeString(folder.resolve("password"), "a long password\n");
  }
}
