package io.daybook.api;

import static org.assertj.core.api.Assertions.assertThat;

import io.daybook.Http.Answer;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import java.util.UUID;
import tools.jackson.databind.JsonNode;

/** Loads and activates lists over REST, each by another officer. */
public final class Lists {
  private final int port;
  private final Stage stage;

  public Lists(int port) {
    this.port = port;
    this.stage = new Stage(port);
  }

  /** Returns a name that is on no list. */
  public static String newName(String prefix) {
    return prefix
        + " "
        + UUID.randomUUID()
            .toString()
            .replace("-", "")
            .replaceAll("[0-9]", "")
            .concat("ovakumi")
            .substring(0, 7);
  }

  /** Lets {@code officer} load a table as the next version of a list. */
  public Answer load(String officer, String name, String csv) {
    String boundary = "boundary-of-a-test";
    String body =
        part(boundary, "name\"", name)
            + part(boundary, "source\"", "a test")
            + part(boundary, "file\"; filename=\"list.csv\"", csv)
            + "--"
            + boundary
            + "--\r\n";
    Player player = Player.demo(port, officer);
    return player
        .http()
        .send(
            player
                .http()
                .request("/api/v1/compliance/watchlists")
                .header("Content-Type", "multipart/form-data; boundary=" + boundary)
                .header("Idempotency-Key", UUID.randomUUID().toString())
                .POST(BodyPublishers.ofByteArray(body.getBytes(StandardCharsets.UTF_8))));
  }

  private static String part(String boundary, String field, String text) {
    return "--"
        + boundary
        + "\r\nContent-Disposition: form-data; name=\""
        + field
        + "\r\n\r\n"
        + text
        + "\r\n";
  }

  /** Loads a table and makes it active; returns when all cases were screened again. */
  public String activate(String name, String csv) {
    Answer loaded = load("olga", name, csv);
    assertThat(loaded.status()).describedAs(loaded.response().body()).isEqualTo(201);
    String list = loaded.text("watchlist");
    int version = loaded.json().path("versions").path(0).path("version").asInt();
    String path = "/api/v1/compliance/watchlists/" + list;
    Player pavel = Player.demo(port, "pavel");
    Answer active = pavel.act(path + "/versions/" + version + ":activate");
    assertThat(active.status()).describedAs(active.response().body()).isEqualTo(200);
    stage.await(() -> pavel.get(path), answer -> answer.json().hasNonNull("rescreenedCases"));
    return list;
  }

  /** Returns the hits of a case. */
  public JsonNode hits(String kybCase) {
    return Player.demo(port, "aude")
        .get("/api/v1/compliance/cases/" + kybCase + "/screening")
        .json()
        .path("hits");
  }

  /** Lets {@code officer} decide on a hit. */
  public Answer decide(String officer, String kybCase, JsonNode hit, String body) {
    String id = Objects.requireNonNull(hit.path("id").asString());
    return Player.demo(port, officer)
        .post("/api/v1/compliance/cases/" + kybCase + "/hits/" + id + ":decide", body);
  }
}
