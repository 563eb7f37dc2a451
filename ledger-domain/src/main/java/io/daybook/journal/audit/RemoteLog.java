package io.daybook.journal.audit;

import java.io.IOException;
import java.io.InputStream;
import java.net.ConnectException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import java.time.Duration;
import java.util.Optional;

/** Reads the files of a journal over HTTP. */
final class RemoteLog implements AutoCloseable {
  private static final int ATTEMPTS = 6;
  private static final Duration FIRST_PAUSE = Duration.ofMillis(250);

  private final URI prefix;
  private final Optional<String> token;
  private final HttpClient client =
      HttpClient.newBuilder()
          .connectTimeout(Duration.ofSeconds(10))
          .followRedirects(HttpClient.Redirect.NEVER)
          .build();

  /** Reads from below {@code server}, an address that ends with a slash. */
  RemoteLog(URI server, Optional<String> token) {
    this.prefix = server.resolve("journal/log/");
    this.token = token;
  }

  /**
   * Opens one file; tries again for a while if the server is busy or does not answer.
   *
   * @throws NoSuchFileException if the server has no such file
   * @throws UsageException if the server wants another token
   * @throws IOException if it keeps failing
   */
  InputStream open(String name) throws IOException, InterruptedException {
    for (int attempt = 1; ; attempt++) {
      try {
        return body(name, client.send(request(name), BodyHandlers.ofInputStream()));
      } catch (ConnectException e) {
        throw new IOException("no connection to " + prefix, e);
      } catch (IOException e) {
        if (attempt == ATTEMPTS || e instanceof FileSystemException) {
          throw e;
        }
        Thread.sleep(FIRST_PAUSE.multipliedBy(1L << attempt));
      }
    }
  }

  private HttpRequest request(String name) {
    var request = HttpRequest.newBuilder(prefix.resolve(name)).timeout(Duration.ofMinutes(1));
    token.ifPresent(value -> request.header("Authorization", "Bearer " + value));
    return request.GET().build();
  }

  private static InputStream body(String name, HttpResponse<InputStream> response)
      throws IOException {
    int status = response.statusCode();
    if (status == 200) {
      return response.body();
    }
    response.body().close();
    if (status == 401 || status == 403) {
      throw new UsageException(
          "the server refuses "
              + name
              + " (HTTP "
              + status
              + "): pass an auditor's token with --token-file or DAYBOOK_TOKEN");
    }
    throw failure(name, status);
  }

  /** Only a busy or broken server may answer otherwise the next time. */
  private static IOException failure(String name, int status) {
    if (status == 404 || status == 410) {
      return new NoSuchFileException(name);
    }
    boolean isPassing = status == 429 || status >= 500;
    String reason = "the server answers HTTP " + status;
    return isPassing
        ? new IOException(name + ": " + reason)
        : new FileSystemException(name, null, reason + ", so this is no journal's address");
  }

  @Override
  public void close() {
    client.shutdownNow();
  }
}
