package io.daybook.demo;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** One user's calls of the REST API. */
final class RestSession {
  private static final Duration TIMEOUT = Duration.ofSeconds(60);
  private static final int MAX_TRIES = 5;

  private final HttpClient http;
  private final JsonMapper json;
  private final URI base;
  private final @Nullable String token;

  private RestSession(HttpClient http, JsonMapper json, URI base, @Nullable String token) {
    this.http = http;
    this.json = json;
    this.base = base;
    this.token = token;
  }

  /** Starts without a user, over connections that all its users share. */
  static RestSession anonymous(HttpClient http, URI base, JsonMapper json) {
    return new RestSession(http, json, base, null);
  }

  /** What an answer says: its body and the journal position of the write, -1 if it wrote none. */
  record Answer(JsonNode body, long position) {
    String text(String field) {
      return body.required(field).asString();
    }
  }

  /** Returns a session of the user who signs in. */
  RestSession signIn(String username, String password) {
    Answer answer = post("/api/v1/auth/login", Map.of("username", username, "password", password));
    return new RestSession(http, json, base, answer.text("accessToken"));
  }

  Answer get(String path) {
    return send(request(path).GET().build());
  }

  /** Returns what {@code path} answers, as text. */
  String text(String path) {
    try {
      return http.send(request(path).GET().build(), BodyHandlers.ofString()).body();
    } catch (IOException e) {
      throw new DemoFailed(path + " could not be read: " + e.getMessage());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new DemoFailed("interrupted");
    }
  }

  /** Posts {@code body} with an Idempotency-Key of its own. */
  Answer post(String path, Object body) {
    byte[] bytes = json.writeValueAsString(body).getBytes(StandardCharsets.UTF_8);
    return send(
        request(path)
            .header("Content-Type", "application/json")
            .header("Idempotency-Key", UUID.randomUUID().toString())
            .POST(BodyPublishers.ofByteArray(bytes))
            .build());
  }

  /** Uploads a document in the way of an HTML form (RFC 7578). */
  Answer upload(String path, String kind, byte[] pdf) {
    String boundary = UUID.randomUUID().toString();
    String head =
        """
        --%1$s\r
        Content-Disposition: form-data; name="kind"\r
        \r
        %2$s\r
        --%1$s\r
        Content-Disposition: form-data; name="file"; filename="document"\r
        Content-Type: application/pdf\r
        \r
        """
            .formatted(boundary, kind);
    BodyPublisher body =
        BodyPublishers.concat(
            BodyPublishers.ofString(head),
            BodyPublishers.ofByteArray(pdf),
            BodyPublishers.ofString("\r\n--" + boundary + "--\r\n"));
    return send(
        request(path)
            .header("Content-Type", "multipart/form-data; boundary=" + boundary)
            .header("Idempotency-Key", UUID.randomUUID().toString())
            .POST(body)
            .build());
  }

  /** Saves what {@code path} answers. */
  void download(String path, Path file) {
    try {
      HttpResponse<InputStream> response =
          http.send(request(path).GET().build(), BodyHandlers.ofInputStream());
      try (InputStream body = response.body()) {
        if (response.statusCode() != 200) {
          throw new DemoFailed(path + " answered " + response.statusCode());
        }
        Files.copy(body, file, StandardCopyOption.REPLACE_EXISTING);
      }
    } catch (IOException e) {
      throw new DemoFailed(path + " could not be downloaded: " + e.getMessage());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new DemoFailed("interrupted");
    }
  }

  private HttpRequest.Builder request(String path) {
    var request = HttpRequest.newBuilder(base.resolve(path)).timeout(TIMEOUT);
    if (token != null) {
      request.header("Authorization", "Bearer " + token);
    }
    return request;
  }

  /** Sends; repeats what may be repeated, as any client should. */
  private Answer send(HttpRequest request) {
    for (int attempt = 1; ; attempt++) {
      try {
        HttpResponse<String> response = http.send(request, BodyHandlers.ofString());
        int status = response.statusCode();
        if (status < 300) {
          long position = response.headers().firstValueAsLong("X-Journal-Position").orElse(-1);
          String body = response.body().isEmpty() ? "{}" : response.body();
          return new Answer(json.readTree(body), position);
        }
        if (attempt == MAX_TRIES || response.headers().firstValue("Retry-After").isEmpty()) {
          throw new DemoFailed(
              request.method()
                  + " "
                  + request.uri().getPath()
                  + " answered "
                  + status
                  + ": "
                  + response.body());
        }
      } catch (IOException e) {
        if (attempt == MAX_TRIES) {
          throw new DemoFailed(request.uri().getPath() + " could not be reached: " + e);
        }
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        throw new DemoFailed("interrupted");
      }
      pause(Duration.ofSeconds(1));
    }
  }

  static void pause(Duration duration) {
    try {
      Thread.sleep(duration);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new DemoFailed("interrupted");
    }
  }
}
