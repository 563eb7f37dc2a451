package io.daybook.api;

import static org.assertj.core.api.Assertions.assertThat;

import io.daybook.Http;
import io.daybook.Http.Answer;
import io.daybook.IntegrationTest;
import io.daybook.api.Routes.Route;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/** What never gets to a resource, or comes to it in a strange way, is a problem with a code. */
@IntegrationTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class EdgeIT {
  private static final List<String> METHODS = List.of("GET", "POST", "PUT", "PATCH", "DELETE");

  @LocalServerPort private int port;
  @Autowired private RequestMappingHandlerMapping requestMappingHandlerMapping;

  private Player buyer;

  @BeforeAll
  void aBuyer() {
    buyer = new Stage(port).buyer();
  }

  @Test
  void aMethodThatAPathHasNotIsAnsweredWithThoseItHas() {
    List<Route> routes = Routes.of(requestMappingHandlerMapping);
    routes.stream()
        .map(Route::path)
        .distinct()
        .forEach(path -> {
          String allowed =
              routes.stream()
                  .filter(route -> route.path().equals(path) || matchesToo(route, path))
                  .map(Route::method)
                  .distinct()
                  .sorted()
                  .collect(Collectors.joining(", "));
          for (String method : METHODS) {
            if (!allowed.contains(method)) {
              Answer answer =
                  buyer
                      .http()
                      .send(buyer.http().request(path).method(method, BodyPublishers.noBody()));
              assertProblem(method + " " + path, answer, 405, "method_not_allowed");
              assertThat(answer.response().headers().firstValue("Allow")).contains(allowed);
            }
          }
        });
  }

  @Test
  void headAsksWhatGetAsks() {
    for (String path : List.of("/api/v1/shows", "/journal/log/checkpoint", "/v3/api-docs")) {
      assertThat(Http.anonymous(port).send(head(Http.anonymous(port), path)).status())
          .describedAs(path)
          .isEqualTo(200);
    }
    assertThat(Http.anonymous(port).send(head(Http.anonymous(port), "/api/v1/me")).status())
        .isEqualTo(401);
    assertThat(buyer.http().send(head(buyer.http(), "/api/v1/me")).status()).isEqualTo(200);
    assertThat(buyer.http().send(head(buyer.http(), "/api/v1/ledger/entries")).status())
        .isEqualTo(403);
  }

  private static HttpRequest.Builder head(Http caller, String path) {
    return caller.request(path).method("HEAD", BodyPublishers.noBody());
  }

  @Test
  void filesThatTheLogHasNotAreNotFoundLikeEverythingElse() {
    for (String file : List.of("checkpoints/999999999", "checkpoints/x", "tile/9/999", "tile/x")) {
      assertProblem(file, Http.anonymous(port).get("/journal/log/" + file), 404, "not_found");
    }
  }

  @Test
  void optionsNamesTheMethodsOfAPath() {
    Http nobody = Http.anonymous(port);

    Answer shows =
        nobody.send(nobody.request("/api/v1/shows").method("OPTIONS", BodyPublishers.noBody()));
    Answer nothing =
        nobody.send(nobody.request("/api/v1/nothing").method("OPTIONS", BodyPublishers.noBody()));

    assertThat(shows.status()).isEqualTo(200);
    assertThat(shows.response().headers().firstValue("Allow").orElse(""))
        .contains("GET", "HEAD", "POST");
    assertProblem("OPTIONS of nothing", nothing, 404, "not_found");
  }

  @Test
  void whatIsWrongWithABodyIsSaidInItsTermsNotInOurs() {
    for (String body : List.of("{", "{\"a\":NaN}", "{\"hold\":1,\"hold\":1}", "{\"hold\":'x'}")) {
      Answer answer = buyer.post("/api/v1/orders", body);

      assertProblem(body, answer, 400, "malformed_body");
      assertThat(answer.text("detail"))
          .describedAs(body)
          .doesNotContain("Source", "Feature", "java", "parser");
    }
  }

  /** {@code /{order}} takes {@code x:cancel} for an id too. */
  private static boolean matchesToo(Route route, String path) {
    return path.contains(":")
        && route.pattern().endsWith("}")
        && path.replaceFirst(":.*", "").equals(route.path());
  }

  @Test
  void everyWriteThatMovesSeatsOrMoneyNeedsAKey() {
    List<Route> withKey =
        Routes.of(requestMappingHandlerMapping).stream().filter(Route::needsKey).toList();

    assertThat(withKey).extracting(Route::pattern).hasSize(73);
    assertThat(
            Routes.of(requestMappingHandlerMapping).stream()
                .filter(route -> route.method().equals("POST") && !route.needsKey())
                .map(Route::pattern))
        .allMatch(pattern ->
            pattern.startsWith("/api/v1/auth/")
                || pattern.startsWith("/api/v1/admin/")
                || pattern.startsWith("/api/v1/webhooks/")
                || pattern.startsWith("/api/v1/status/"));
  }

  @Test
  void everyRouteButThePublicOnesWantsAToken() {
    Routes.of(requestMappingHandlerMapping).stream()
        .filter(route -> !isPublic(route))
        .forEach(route -> {
          Http nobody = Http.anonymous(port);
          Answer answer =
              nobody.send(
                  nobody.request(route.path()).method(route.method(), BodyPublishers.noBody()));
          assertProblem(route.toString(), answer, 401, "unauthenticated");
        });
  }

  private static boolean isPublic(Route route) {
    return Stream.of("/api/v1/auth/login", "/api/v1/auth/register", "/api/v1/auth/refresh")
            .anyMatch(route.pattern()::equals)
        || route.pattern().startsWith("/api/v1/webhooks/")
        || (route.method().equals("GET")
            && Stream.of(
                    "/api/v1/shows",
                    "/api/v1/audit/proofs/",
                    "/api/v1/audit/consistency",
                    "/api/v1/chain/status",
                    "/api/v1/chain/anchors")
                .anyMatch(route.pattern()::startsWith));
  }

  @Test
  void strangePathsAreRefused() {
    for (String path :
        List.of(
            "/api/v1/orders/%00",
            "/api/v1/orders/%0a",
            "/api/v1/orders/%2e%2e/shows",
            "/api/v1/orders/../shows",
            "/api/v1/orders/..%2fshows",
            "/api/v1/orders/%252e%252e",
            "/api/v1/orders;x=y",
            "/api/v1/orders;jsessionid=1",
            "/api/v1/orders/x;y",
            "/api/v1/orders%3b",
            "/api/v1//orders",
            "/api/v1/orders/",
            "/api/v1/orders/%",
            "/api/v1/orders/%zz",
            "/api/v1/orders/%ff",
            "/api/v1/orders/%c0%ae",
            "/api/v1/orders\\x",
            "/api/v1/orders/|",
            "/api/v1/orders/<x>",
            "/api/v1/orders/{x}",
            "/api/v1/orders/\u00e4",
            "/api/v1/orders/" + "x".repeat(4_000),
            "/api/v1/orders/" + "x".repeat(20_000),
            "/API/V1/orders",
            "/api/v2/orders",
            "/api/v1",
            "/api",
            "/error",
            "/journal/log/tile/0/%00",
            "/.well-known/nothing",
            "/actuator/env",
            "/nothing",
            "*")) {
      RawHttp.Answer answer = RawHttp.send(port, "GET " + path + " HTTP/1.1\n" + authorization());

      assertThat(answer.status()).describedAs(path + "\n" + answer.text()).isBetween(400, 499);
      assertThat(answer.isProblem()).describedAs(path + "\n" + answer.text()).isTrue();
    }
  }

  @Test
  void strangeRequestsAreRefused() {
    for (String head :
        List.of(
            "TRACE /api/v1/orders HTTP/1.1",
            "CONNECT /api/v1/orders HTTP/1.1",
            "BREW /api/v1/orders HTTP/1.1",
            "PROPFIND /api/v1/orders HTTP/1.1",
            "get /api/v1/orders HTTP/1.1",
            "GET /api/v1/orders HTTP/9.9",
            "GET /api/v1/orders HTTP/1.1\nX-Long: " + "x".repeat(20_000),
            "GET /api/v1/orders?limit=%00 HTTP/1.1",
            "GET /api/v1/orders?limit=%zz HTTP/1.1",
            "GET /api/v1/orders?x=%ff HTTP/1.1",
            "GET /api/v1/shows?% HTTP/1.1",
            "GET /api/v1/shows?a%0ab=1 HTTP/1.1",
            "GET /api/v1/shows?a=%00 HTTP/1.1",
            "GET /api/v1/shows HTTP/1.1\nX-Min-Position: \u0001",
            "GET /api/v1/shows HTTP/1.1\nX-Min-Position: \u00ff",
            "GET /api/v1/orders?after=\u00ff HTTP/1.1",
            "POST /api/v1/orders HTTP/1.1\nContent-Length: -1",
            "POST /api/v1/orders HTTP/1.1\nContent-Length: x",
            "POST /api/v1/orders HTTP/1.1\nContent-Length: 1\nTransfer-Encoding: nonsense",
            "POST /api/v1/orders HTTP/1.1\nContent-Type: application/json\n"
                + "Content-Length: 99999999999")) {
      RawHttp.Answer answer = RawHttp.send(port, head + "\n" + authorization());

      assertThat(answer.status())
          .describedAs(head + "\n" + answer.text())
          .isIn(200, 400, 404, 405, 413, 414, 431, 501, 505);
      assertThat(answer.text()).doesNotContain("Tomcat", "<html", "io.daybook", "Exception");
    }
  }

  private String authorization() {
    return "Authorization: Bearer " + buyer.http().accessToken();
  }

  @Test
  void parametersThatAreNoneAreRefused() {
    Player auditor = Player.demo(port, "aude");
    for (String query :
        List.of(
            "from=yesterday",
            "until=2030-13-01T00:00:00Z",
            "from=",
            "actor=%00",
            "type=%00",
            "aggregate=%00",
            "limit=%D9%A1",
            "limit=0")) {
      Answer answer = auditor.get("/api/v1/audit/activity?" + query);
      if (answer.status() != 200) {
        assertThat(answer.status()).describedAs(query + answer.response().body()).isEqualTo(400);
        assertThat(answer.text("code")).isNotEmpty();
      }
    }
    for (String query : List.of("from=x&to=1", "from=1", "from=-1&to=5", "from=5&to=1")) {
      Answer answer = auditor.get("/api/v1/audit/consistency?" + query);
      assertThat(answer.status()).describedAs(query + answer.response().body()).isEqualTo(400);
      assertThat(answer.text("code")).isNotEmpty();
    }
  }

  @Test
  void uploadsThatAreNoneAreRefused() {
    var stage = new Stage(port);
    Player organiser = stage.organiser();
    String path = stage.apply(organiser) + "/documents";
    byte[] pdf = "%PDF-1.7\n".getBytes(StandardCharsets.UTF_8);

    assertProblem(
        "a kind that is none",
        organiser.upload(path, "NOTHING", "application/pdf", pdf, key()),
        400,
        "bad_request");
    assertProblem(
        "a page for a PDF",
        organiser.upload(
            path,
            "REGISTER_EXTRACT",
            "application/pdf",
            "<html>".getBytes(StandardCharsets.UTF_8),
            key()),
        415,
        "unsupported_media_type");
    assertProblem(
        "nothing",
        organiser.upload(path, "REGISTER_EXTRACT", "application/pdf", new byte[0], key()),
        415,
        "unsupported_media_type");
    assertProblem(
        "a byte too many",
        organiser.upload(
            path, "REGISTER_EXTRACT", "application/pdf", largePdf(10 * 1024 * 1024 + 1), key()),
        413,
        "body_too_large");
    assertProblem("no form", organiser.post(path, "{}"), 415, "unsupported_media_type");
    for (String type : List.of("multipart/form-data", "multipart/form-data; boundary=x")) {
      Answer answer =
          organiser
              .http()
              .send(
                  organiser
                      .http()
                      .request(path)
                      .header("Content-Type", type)
                      .header("Idempotency-Key", key())
                      .POST(BodyPublishers.ofString("nonsense")));
      assertThat(answer.status()).describedAs(type + answer.response().body()).isEqualTo(400);
      assertThat(answer.text("code")).isNotEmpty();
    }
    assertThat(
            organiser
                .upload(
                    path, "REGISTER_EXTRACT", "application/pdf", largePdf(10 * 1024 * 1024), key())
                .status())
        .isEqualTo(201);
  }

  private static byte[] largePdf(int bytes) {
    byte[] pdf = new byte[bytes];
    byte[] start = "%PDF-1.7\n".getBytes(StandardCharsets.UTF_8);
    System.arraycopy(start, 0, pdf, 0, start.length);
    return pdf;
  }

  private static String key() {
    return UUID.randomUUID().toString();
  }

  private static void assertProblem(String what, Answer answer, int status, String code) {
    String described = what + ": " + answer.response().body();
    assertThat(answer.status()).describedAs(described).isEqualTo(status);
    assertThat(answer.response().headers().firstValue("Content-Type").orElse(""))
        .describedAs(described)
        .startsWith("application/problem+json");
    assertThat(answer.text("code")).describedAs(described).isEqualTo(code);
  }
}
