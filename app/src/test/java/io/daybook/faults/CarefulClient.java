package io.daybook.faults;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * A client that does what the API guide asks of it: it repeats a request whose outcome it does not
 * know, with the same Idempotency-Key, until it has a final answer.
 */
final class CarefulClient {
  private static final HttpClient HTTP =
      HttpClient.newBuilder()
          .version(HttpClient.Version.HTTP_1_1)
          .connectTimeout(Duration.ofSeconds(5))
          .build();
  private static final JsonMapper JSON = JsonMapper.shared();
  private static final Duration TIMEOUT = Duration.ofSeconds(15);
  private static final Duration PATIENCE = Duration.ofSeconds(60);
  private static final long PAUSE_MILLIS = 100;

  private final URI base;
  private final @Nullable String token;
  private final Map<String, AtomicInteger> repeats;

  private CarefulClient(URI base, @Nullable String token, Map<String, AtomicInteger> repeats) {
    this.base = base;
    this.token = token;
    this.repeats = repeats;
  }

  /** Returns a client of nobody. */
  static CarefulClient anonymous(URI base) {
    return new CarefulClient(base, null, Collections.synchronizedMap(new TreeMap<>()));
  }

  /** A final answer. */
  record Answer(int status, String body, boolean isReplayed) {
    JsonNode json() {
      return JSON.readTree(body);
    }

    String text(String field) {
      return json().required(field).asString();
    }
  }

  /** Returns a client of this user, who exists. */
  CarefulClient as(String username) {
    return signedIn(username, DaybookProcess.PASSWORD);
  }

  /** Returns a client of a new user. */
  CarefulClient register(String username, String role) {
    String password = "the password of " + username;
    post("/api/v1/auth/register", Map.of("username", username, "password", password, "role", role));
    return signedIn(username, password);
  }

  private CarefulClient signedIn(String username, String password) {
    Answer answer = post("/api/v1/auth/login", Map.of("username", username, "password", password));
    return new CarefulClient(base, answer.text("accessToken"), repeats);
  }

  String token() {
    return String.valueOf(token);
  }

  /** Returns why requests were repeated, and how often. */
  Map<String, AtomicInteger> repeats() {
    return repeats;
  }

  JsonNode get(String path) {
    return success(send(request(path).GET())).json();
  }

  /** Returns a text that needs no parsing. */
  String text(String path) {
    return success(send(request(path).GET())).body();
  }

  /** Writes with a key that no other write has. */
  Answer post(String path, Object body) {
    return post(path, UUID.randomUUID().toString(), body);
  }

  /** Writes under {@code key}; anything but success fails the test. */
  Answer post(String path, String key, Object body) {
    return success(
        send(
            request(path)
                .header("Content-Type", "application/json")
                .header("Idempotency-Key", key)
                .POST(BodyPublishers.ofString(JSON.writeValueAsString(body)))));
  }

  /** Uploads a document in the way of an HTML form. */
  Answer upload(String path, String kind, String content) {
    String form =
        """
        --%1$s\r
        Content-Disposition: form-data; name="kind"\r
        \r
        %2$s\r
        --%1$s\r
        Content-Disposition: form-data; name="file"; filename="document"\r
        Content-Type: application/pdf\r
        \r
        %%PDF-1.7 %3$s\r
        --%1$s--\r
        """
            .formatted("the-boundary", kind, content);
    return success(
        send(
            request(path)
                .header("Content-Type", "multipart/form-data; boundary=the-boundary")
                .header("Idempotency-Key", UUID.randomUUID().toString())
                .POST(BodyPublishers.ofString(form))));
  }

  void download(String path, Path file) {
    try {
      HttpResponse<Path> response =
          HTTP.send(request(path).GET().build(), BodyHandlers.ofFile(file));
      if (response.statusCode() != 200) {
        throw new AssertionError(path + " answers " + response.statusCode());
      }
    } catch (IOException e) {
      throw new AssertionError(e);
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  private HttpRequest.Builder request(String path) {
    HttpRequest.Builder request = HttpRequest.newBuilder(base.resolve(path)).timeout(TIMEOUT);
    return token == null ? request : request.header("Authorization", "Bearer " + token);
  }

  private Answer send(HttpRequest.Builder builder) {
    HttpRequest request = builder.build();
    Instant end = Instant.now().plus(PATIENCE);
    while (true) {
      String reason;
      long pause = PAUSE_MILLIS;
      try {
        HttpResponse<String> response = HTTP.send(request, BodyHandlers.ofString());
        if (isFinal(response)) {
          boolean isReplayed = response.headers().firstValue("Idempotency-Replayed").isPresent();
          return new Answer(response.statusCode(), response.body(), isReplayed);
        }
        reason = response.statusCode() + " " + JSON.readTree(response.body()).path("code");
        pause = 1000 * response.headers().firstValueAsLong("Retry-After").orElse(1);
      } catch (IOException e) {
        reason = e.getClass().getSimpleName();
      } catch (InterruptedException e) {
        throw new IllegalStateException(e);
      }
      repeats.computeIfAbsent(reason, _ -> new AtomicInteger()).incrementAndGet();
      if (Instant.now().isAfter(end)) {
        throw new AssertionError(
            request.method() + " " + request.uri() + ": after " + PATIENCE + " still " + reason);
      }
      DaybookProcess.pause(pause);
    }
  }

  /** Whether a repeat could bring another answer. */
  private static boolean isFinal(HttpResponse<String> response) {
    int status = response.statusCode();
    return status < 500 && status != 429 && response.headers().firstValue("Retry-After").isEmpty();
  }

  private Answer success(Answer answer) {
    if (answer.status() >= 300) {
      throw new AssertionError("answered " + answer.status() + ": " + answer.body());
    }
    return answer;
  }
}
