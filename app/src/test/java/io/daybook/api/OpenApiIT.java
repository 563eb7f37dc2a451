package io.daybook.api;

import static org.assertj.core.api.Assertions.assertThat;

import io.daybook.Http;
import io.daybook.Http.Answer;
import io.daybook.IntegrationTest;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import tools.jackson.databind.JsonNode;

/** The API's own description says what clients must know. */
@IntegrationTest
class OpenApiIT {
  @LocalServerPort private int port;
  @Autowired private RequestMappingHandlerMapping requestMappingHandlerMapping;

  private JsonNode description() {
    return Http.anonymous(port).get("/v3/api-docs").json();
  }

  @Test
  void everyRouteIsDescribedWithItsParametersAndProblems() {
    JsonNode paths = description().required("paths");

    for (Routes.Route route : Routes.of(requestMappingHandlerMapping)) {
      JsonNode operation =
          paths.path(route.pattern()).path(route.method().toLowerCase(Locale.ROOT));
      List<String> parameters =
          operation
              .path("parameters")
              .valueStream()
              .map(parameter -> parameter.required("name").asString())
              .toList();

      assertThat(operation.isObject()).describedAs(route.toString()).isTrue();
      assertThat(parameters.contains("Idempotency-Key"))
          .describedAs(route.toString())
          .isEqualTo(route.needsKey());
      assertThat(parameters).doesNotContain("key", "page", "principal", "caller");
      assertThat(operation.path("responses").path("4XX").path("content").propertyNames())
          .containsExactly("application/problem+json");
    }
  }

  @Test
  void callersNeedAToken() {
    JsonNode bearer =
        description().required("components").required("securitySchemes").path("bearer");

    assertThat(bearer.path("scheme").asString()).isEqualTo("bearer");
    assertThat(description().required("security").path(0).has("bearer")).isTrue();
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
