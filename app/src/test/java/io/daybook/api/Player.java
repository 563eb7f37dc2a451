package io.daybook.api;

import static org.assertj.core.api.Assertions.assertThat;

import io.daybook.Http;
import io.daybook.Http.Answer;
import io.daybook.IntegrationTest;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.UUID;

/**
 * One user's calls of the API, with an Idempotency-Key on each write.
 *
 * @param name the user name
 * @param id the user's id
 */
public record Player(String name, String id, Http http) {
  /** Returns a new user of {@code role}, BUYER or ORGANISER. */
  public static Player register(int port, String role) {
    Http nobody = Http.anonymous(port);
    String name = role.toLowerCase(java.util.Locale.ROOT) + "-" + UUID.randomUUID();
    Answer registered =
        nobody.post(
            "/api/v1/auth/register",
            """
            {"username": "%s", "password": "%s", "role": "%s"}
            """
                .formatted(name, IntegrationTest.DEMO_PASSWORD, role));
    assertThat(registered.status()).isEqualTo(201);
    return new Player(name, registered.text("userId"), nobody.as(name));
  }

  /** Returns a demo user. */
  public static Player demo(int port, String name) {
    Http http = Http.anonymous(port).as(name);
    return new Player(name, http.get("/api/v1/me").text("userId"), http);
  }

  /** Reads. */
  public Answer get(String path) {
    return http.get(path);
  }

  /** Writes with a new key. */
  public Answer post(String path, String json) {
    return post(path, json, UUID.randomUUID().toString());
  }

  /** Writes with {@code key}. */
  public Answer post(String path, String json, String key) {
    return http.send(
        http.request(path)
            .header("Content-Type", "application/json")
            .header("Idempotency-Key", key)
            .POST(BodyPublishers.ofString(json)));
  }

  /** Does what has no body, such as {@code :publish}. */
  public Answer act(String path) {
    return act(path, UUID.randomUUID().toString());
  }

  /** As {@link #act(String)}, with {@code key}. */
  public Answer act(String path, String key) {
    return http.send(
        http.request(path).header("Idempotency-Key", key).POST(BodyPublishers.noBody()));
  }

  /** Deletes. */
  public Answer delete(String path) {
    return http.send(http.request(path).DELETE());
  }

  /** Uploads a document of {@code kind} in the way of an HTML form (RFC 7578). */
  public Answer upload(String path, String kind, String mediaType, byte[] content, String key) {
    String boundary = "boundary-of-a-test";
    String head =
        """
        --%1$s\r
        Content-Disposition: form-data; name="kind"\r
        \r
        %2$s\r
        --%1$s\r
        Content-Disposition: form-data; name="file"; filename="document"\r
        Content-Type: %3$s\r
        \r
        """
            .formatted(boundary, kind, mediaType);
    return http.send(
        http.request(path)
            .header("Content-Type", "multipart/form-data; boundary=" + boundary)
            .header("Idempotency-Key", key)
            .POST(
                BodyPublishers.concat(
                    BodyPublishers.ofString(head),
                    BodyPublishers.ofByteArray(content),
                    BodyPublishers.ofString("\r\n--" + boundary + "--\r\n"))));
  }
}
