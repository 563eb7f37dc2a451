package io.daybook.api;

import static org.assertj.core.api.Assertions.assertThat;

import io.daybook.Http;
import io.daybook.Http.Answer;
import io.daybook.IntegrationTest;
import io.daybook.api.Routes.Route;
import jakarta.validation.Validator;
import java.io.IOException;
import java.lang.reflect.Type;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The API's own description says what clients must know, and what the guide says. */
@IntegrationTest
class OpenApiIT {
  private static final Pattern GUIDE_ROW =
      Pattern.compile("(?m)^\\| (`(?:GET|POST|DELETE) .*?) \\| (.*?) \\| (\\d{3}) \\|(.*?)\\|$");
  private static final Pattern GUIDE_CODE =
      Pattern.compile("(?m)^\\| `([a-z0-9_]+)` \\| (\\d{3}) \\|");
  private static final Pattern CODE =
      Pattern.compile("(\\d{3}) `([a-z0-9_]+)`(?:, `([a-z0-9_]+)`)?");

  @LocalServerPort private int port;
  @Autowired private RequestMappingHandlerMapping requestMappingHandlerMapping;
  @Autowired private JsonMapper json;
  @Autowired private Validator validator;

  private JsonNode description() {
    return Http.anonymous(port).get("/v3/api-docs").json();
  }

  /** Returns the operations by method and path: {@code GET /api/v1/me}. */
  private Map<String, JsonNode> operations() {
    Map<String, JsonNode> operations = new TreeMap<>();
    description()
        .required("paths")
        .properties()
        .forEach(path ->
            path.getValue()
                .properties()
                .forEach(method ->
                    operations.put(
                        method.getKey().toUpperCase(Locale.ROOT) + " " + path.getKey(),
                        method.getValue())));
    return operations;
  }

  private static JsonNode find(Map<String, JsonNode> operations, String name) {
    return Objects.requireNonNull(operations.get(name), () -> name + " is not described");
  }

  @Test
  void everyRouteIsDescribedWithItsParameters() {
    Map<String, JsonNode> operations = operations();

    for (Route route : Routes.of(requestMappingHandlerMapping)) {
      JsonNode operation = find(operations, route.method() + " " + route.pattern());
      List<String> parameters =
          operation.path("parameters").valueStream().map(p -> p.path("name").asString()).toList();

      assertThat(parameters.contains("Idempotency-Key"))
          .describedAs(route.toString())
          .isEqualTo(route.needsKey());
      assertThat(parameters).doesNotContain("key", "page", "principal", "caller", "kind", "file");
      assertThat(parameters.contains("X-Min-Position"))
          .describedAs(route.toString())
          .isEqualTo(route.method().equals("GET"));
    }
  }

  @Test
  void everyOperationHasANameASummaryItsAnswerAndItsProblems() {
    Set<String> ids = new HashSet<>();

    operations()
        .forEach((name, operation) -> {
          assertThat(operation.path("summary").asString("")).describedAs(name).isNotEmpty();
          assertThat(ids.add(operation.path("operationId").asString("")))
              .describedAs(name)
              .isTrue();
          JsonNode responses = operation.path("responses");
          assertThat(responses.propertyNames().stream().filter(s -> s.startsWith("2")))
              .describedAs(name)
              .hasSize(1);
          assertThat(responses.propertyNames()).describedAs(name).contains("400", "500", "503");
          responses
              .properties()
              .forEach(response -> {
                if (!response.getKey().startsWith("2")) {
                  JsonNode problem =
                      response.getValue().path("content").path("application/problem+json");
                  assertThat(problem.path("schema").path("$ref").asString(""))
                      .describedAs(name)
                      .isEqualTo("#/components/schemas/Problem");
                  assertThat(problem.path("examples").isEmpty()).describedAs(name).isFalse();
                }
              });
        });
  }

  @Test
  void everyReferenceLeadsSomewhere() {
    JsonNode document = description();

    for (JsonNode reference : document.findValues("$ref")) {
      assertThat(document.at(reference.asString().substring(1)).isObject())
          .describedAs(reference.asString())
          .isTrue();
    }
  }

  @Test
  void problemsAreThoseOfTheGuide() throws Exception {
    Set<String> known =
        GUIDE_CODE
            .matcher(guide())
            .results()
            .map(row -> row.group(2) + " " + row.group(1))
            .collect(Collectors.toSet());

    operations()
        .forEach((name, operation) ->
            assertThat(known).describedAs(name).containsAll(problems(operation)));
  }

  @Test
  void answersAndRefusalsAreThoseOfTheGuide() throws Exception {
    Map<String, JsonNode> operations = operations();
    Set<String> inGuide = new HashSet<>();

    for (MatchResult row : GUIDE_ROW.matcher(guide()).results().toList()) {
      for (String operation : GuideRoutes.of(row.group(1), operations.keySet())) {
        inGuide.add(operation);
        JsonNode described = find(operations, operation);
        assertThat(described.path("responses").propertyNames())
            .describedAs(operation)
            .contains(row.group(3));
        for (String problem : codes(row.group(4))) {
          if (!operation.startsWith("GET") || !row.group(1).contains(", `")) {
            assertThat(problems(described)).describedAs(operation).contains(problem);
          }
        }
      }
    }

    assertThat(operations.keySet().stream().filter(name -> name.contains(" /api/v1/")))
        .allSatisfy(name -> assertThat(inGuide).contains(name));
  }

  private static Set<String> problems(JsonNode operation) {
    return operation.path("responses").properties().stream()
        .flatMap(response ->
            response
                .getValue()
                .path("content")
                .path("application/problem+json")
                .path("examples")
                .propertyNames()
                .stream()
                .map(code -> response.getKey() + " " + code))
        .collect(Collectors.toSet());
  }

  private static List<String> codes(String cell) {
    return CODE.matcher(cell)
        .results()
        .flatMap(found ->
            Stream.of(found.group(2), found.group(3))
                .filter(code -> code != null)
                .map(code -> found.group(1) + " " + code))
        .toList();
  }

  private static String guide() throws IOException {
    return Files.readString(Path.of("../docs/api.md"));
  }

  @Test
  void everyExampleOfABodyIsOneThatIsRead() {
    Map<String, JsonNode> operations = operations();
    requestMappingHandlerMapping
        .getHandlerMethods()
        .forEach((info, handler) ->
            Stream.of(handler.getMethodParameters())
                .filter(parameter -> parameter.hasParameterAnnotation(RequestBody.class))
                .filter(parameter -> parameter.getParameterType() != byte[].class)
                .forEach(parameter -> {
                  String name = "POST " + info.getPatternValues().iterator().next();
                  JsonNode example =
                      find(operations, name).at("/requestBody/content/application~1json/example");
                  assertThat(example.isObject()).describedAs(name).isTrue();
                  assertThat(validator.validate(read(example, parameter.getGenericParameterType())))
                      .describedAs(name)
                      .isEmpty();
                }));
  }

  private Object read(JsonNode example, Type type) {
    return json.readValue(example.toString(), json.constructType(type));
  }

  @Test
  void onlyWhatIsNotPublicWantsAToken() {
    Map<String, JsonNode> operations = operations();

    assertThat(find(operations, "GET /api/v1/shows").has("security")).isFalse();
    assertThat(find(operations, "POST /api/v1/auth/login").has("security")).isFalse();
    assertThat(find(operations, "GET /api/v1/orders").path("security").path(0).has("bearer"))
        .isTrue();
    assertThat(find(operations, "POST /api/v1/payouts").path("description").asString(""))
        .contains("ORGANISER");
    for (Route route : Routes.of(requestMappingHandlerMapping)) {
      int status =
          Http.anonymous(port)
              .send(
                  Http.anonymous(port)
                      .request(route.path())
                      .header("Content-Type", "application/json")
                      .method(route.method(), java.net.http.HttpRequest.BodyPublishers.noBody()))
              .status();
      String name = route.method() + " " + route.pattern();
      assertThat(find(operations, name).has("security")).describedAs(name).isEqualTo(status == 401);
    }
  }

  @Test
  void idsAndMoneyAreDescribedAsTheyAreWritten() {
    JsonNode schemas = description().required("components").required("schemas");

    JsonNode hold = schemas.path("HoldBody").path("properties");
    assertThat(hold.path("id").path("type").asString("")).isEqualTo("string");
    assertThat(hold.path("id").path("pattern").asString("")).startsWith("hld_");
    String money = hold.path("total").path("$ref").asString("");
    assertThat(
            schemas
                .path(money.substring(money.lastIndexOf('/') + 1))
                .path("properties")
                .propertyNames())
        .containsExactlyInAnyOrder("amountMinor", "currency");
    assertThat(schemas.path("OrderBody").path("required").toString())
        .contains("\"state\"")
        .doesNotContain("\"paidAt\"");
    assertThat(schemas.propertyNames())
        .doesNotContain("OrderId", "ShowId", "Money", "StreamingResponseBody");
  }

  @Test
  void thePageAndItsFilesLoad() {
    for (String path :
        List.of(
            "/swagger-ui/index.html",
            "/swagger-ui/swagger-ui-bundle.js",
            "/v3/api-docs/swagger-config",
            "/v3/api-docs.yaml")) {
      Answer answer = Http.anonymous(port).get(path);

      assertThat(answer.status()).describedAs(path).isEqualTo(200);
    }
    assertThat(Http.anonymous(port).get("/swagger-ui.html").status()).isEqualTo(302);
  }
}
