package io.daybook.ui;

import io.daybook.Http;
import io.daybook.IntegrationTest;
import java.io.ByteArrayOutputStream;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.UUID;
import tools.jackson.databind.json.JsonMapper;

/** An organiser who applies through the REST API. */
final class Applicant {
  private static final JsonMapper JSON = JsonMapper.shared();
  private static final String PNG =
      "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR4nGP4z8DwHwAFAAH/iZk9HQAAAABJRU5ErkJggg==";

  private final String name;
  private final Http http;

  private Applicant(String name, Http http) {
    this.name = name;
    this.http = http;
  }

  /** Returns the user name. */
  String name() {
    return name;
  }

  /** Registers an applicant of the test's own. */
  static Applicant register(int port) {
    String name = "applicant-" + UUID.randomUUID().toString().substring(0, 8);
    Http anonymous = Http.anonymous(port);
    String password = IntegrationTest.DEMO_PASSWORD;
    expect(
        anonymous.post(
            "/api/v1/auth/register",
            """
            {"username": "%s", "password": "%s", "role": "ORGANISER"}
            """
                .formatted(name, password)),
        201);
    Http.Answer tokens =
        anonymous.post(
            "/api/v1/auth/login",
            """
            {"username": "%s", "password": "%s"}
            """
                .formatted(name, password));
    return new Applicant(name, anonymous.withToken(expect(tokens, 200).text("accessToken")));
  }

  /** Hands in a complete case and returns its id. */
  String handIn(String legalName) {
    Http.Answer applied =
        send(
            "/api/v1/organizers",
            "application/json",
            """
            {"legalName": %s, "registrationNumber": "HRB 4711 B", "country": "DE",
             "activity": "Concerts and readings in small venues"}
            """
                .formatted(JSON.writeValueAsString(legalName)));
    String kybCase = expect(applied, 201).text("kybCase");
    String path = "/api/v1/organizers/" + applied.text("id") + "/kyb-cases/" + kybCase;
    attach(path, "REGISTER_EXTRACT");
    attach(path, "OWNERSHIP_STATEMENT");
    expect(send(path + ":submit", "application/json", "{}"), 202);
    return kybCase;
  }

  private void attach(String path, String kind) {
    byte[] png = Base64.getDecoder().decode(PNG);
    var body = new ByteArrayOutputStream();
    body.writeBytes(
        """
        --x\r
        Content-Disposition: form-data; name="kind"\r
        \r
        %s\r
        --x\r
        Content-Disposition: form-data; name="file"; filename="document"\r
        Content-Type: image/png\r
        \r
        """
            .formatted(kind)
            .getBytes(StandardCharsets.UTF_8));
    body.writeBytes(png);
    // After the picture's end, where viewers do not look: so that each document has its own hash.
    body.writeBytes(kind.getBytes(StandardCharsets.UTF_8));
    body.writeBytes("\r\n--x--\r\n".getBytes(StandardCharsets.UTF_8));
    expect(
        http.send(
            http.request(path + "/documents")
                .header("Content-Type", "multipart/form-data; boundary=x")
                .header("Idempotency-Key", UUID.randomUUID().toString())
                .POST(BodyPublishers.ofByteArray(body.toByteArray()))),
        201);
  }

  private Http.Answer send(String path, String mediaType, String body) {
    return http.send(
        http.request(path)
            .header("Content-Type", mediaType)
            .header("Idempotency-Key", UUID.randomUUID().toString())
            .POST(BodyPublishers.ofString(body)));
  }

  private static Http.Answer expect(Http.Answer answer, int status) {
    if (answer.status() != status) {
      throw new AssertionError(answer.status() + ": " + answer.response().body());
    }
    return answer;
  }
}
