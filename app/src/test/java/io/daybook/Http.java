package io.daybook;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Calls the application under test as one user, or as nobody. */
public final class Http {
  private static final HttpClient CLIENT = HttpClient.newHttpClient();
  private static final JsonMapper JSON = JsonMapper.shared();

  private final int port;
  private final @Nullable String accessToken;

  private Http(int port, @Nullable String accessToken) {
    this.port = port;
    this.accessToken = accessToken;
  }

  /** Returns a caller without a token; {@code port} is {@code @LocalServerPort}. */
  public static Http anonymous(int port) {
    return new Http(port, null);
  }

  /** An answer: its status, and its body if that is JSON. */
  public record Answer(HttpResponse<String> response) {
    public int status() {
      return response.statusCode();
    }

    public JsonNode json() {
      return JSON.readTree(response.body());
    }

    public String text(String field) {
      return json().path(field).asString("");
    }
  }

  /** Returns a caller with this access token. */
  public Http withToken(String token) {
    return new Http(port, token);
  }

  /** Returns a caller who has signed in as this demo user. */
  public Http as(String demoUser) {
    Answer answer =
        post(
            "/api/v1/auth/login",
            """
            {"username": "%s", "password": "%s"}
            """
                .formatted(demoUser, IntegrationTest.DEMO_PASSWORD));
    if (answer.status() != 200) {
      throw new AssertionError("sign-in as " + demoUser + ": " + answer.response().body());
    }
    return withToken(answer.text("accessToken"));
  }

  /** Returns this caller's access token; empty for nobody. */
  public String accessToken() {
    return accessToken == null ? "" : accessToken;
  }

  public Answer get(String path) {
    return send(request(path).GET());
  }

  public Answer post(String path, String json) {
    return send(
        request(path)
            .header("Content-Type", "application/json")
            .POST(BodyPublishers.ofString(json)));
  }

  /** Sends any request; start it with {@link #request}. */
  public Answer send(HttpRequest.Builder request) {
    try {
      return new Answer(CLIENT.send(request.build(), BodyHandlers.ofString()));
    } catch (IOException e) {
      throw new AssertionError(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new AssertionError(e);
    }
  }

  /** Returns a request to {@code path} that carries this caller's token. */
  public HttpRequest.Builder request(String path) {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path));
    return accessToken == null ? request : request.header("Authorization", "Bearer " + accessToken);
  }
}
