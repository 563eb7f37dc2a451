package io.daybook.api;

import io.daybook.security.Role;
import io.swagger.v3.core.util.Json31;
import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.examples.Example;
import io.swagger.v3.oas.models.media.Content;
import io.swagger.v3.oas.models.media.MediaType;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.parameters.Parameter;
import io.swagger.v3.oas.models.responses.ApiResponse;
import io.swagger.v3.oas.models.responses.ApiResponses;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;

/** Which problems an operation may answer with: its own, and those of what it has in common. */
final class OpenApiProblems {
  private static final String PROBLEM_JSON = "application/problem+json";

  private final Map<Integer, Set<String>> codesByStatus = new TreeMap<>();

  private OpenApiProblems() {}

  static OpenApiProblems of(
      Operation operation, ApiOperation described, Optional<Set<Role>> roles) {
    var problems = new OpenApiProblems();
    problems.add("400 bad_request", "500 internal_error", "503 unavailable");
    described.refusals().forEach(problems::add);
    roles.ifPresent(_ -> problems.add("401 unauthenticated"));
    roles.filter(some -> !some.isEmpty()).ifPresent(_ -> problems.add("403 forbidden"));
    if (described.path().contains("{")) {
      problems.add("404 not_found");
    }
    problems.addOfBody(operation);
    problems.addOfParameters(operation);
    boolean isRead = described.method().equals(HttpMethod.GET);
    if (isRead && described.path().startsWith("/api/")) {
      problems.add("503 database_unavailable", "503 projection_behind");
    }
    if (described.success() != HttpStatus.NO_CONTENT) {
      problems.add("406 not_acceptable");
    }
    return problems;
  }

  private void addOfBody(Operation operation) {
    if (operation.getRequestBody() == null) {
      return;
    }
    add("400 malformed_body", "413 body_too_large", "415 unsupported_media_type");
    if (operation.getRequestBody().getContent().containsKey("application/json")) {
      add("422 invalid_request");
    }
  }

  private void addOfParameters(Operation operation) {
    List<Parameter> parameters = Optional.ofNullable(operation.getParameters()).orElse(List.of());
    for (Parameter parameter : parameters) {
      switch (parameter.getName()) {
        case WriteKeyResolver.HEADER ->
            add(
                "400 idempotency_key_required",
                "400 invalid_idempotency_key",
                "409 request_in_flight",
                "422 idempotency_key_reused",
                "503 journal_unavailable",
                "503 outcome_unknown",
                "503 projection_behind",
                "503 database_unavailable");
        case "after" -> add("400 invalid_parameter", "400 invalid_cursor");
        case JournalPositions.MINIMUM -> add("400 invalid_parameter");
        default -> {
          // Says nothing about problems.
        }
      }
    }
  }

  private void add(String... problems) {
    for (String problem : problems) {
      int space = problem.indexOf(' ');
      codesByStatus
          .computeIfAbsent(Integer.valueOf(problem.substring(0, space)), _ -> new TreeSet<>())
          .add(problem.substring(space + 1));
    }
  }

  void addTo(ApiResponses responses) {
    codesByStatus.forEach((status, codes) ->
        responses.addApiResponse(Integer.toString(status), response(status, codes)));
  }

  private static ApiResponse response(int status, Set<String> codes) {
    var content =
        new MediaType()
            .schema(new Schema<>().$ref("#/components/schemas/" + OpenApiSchemas.PROBLEM));
    codes.forEach(code -> content.addExamples(code, example(status, code)));
    return new ApiResponse()
        .description(String.join(", ", codes))
        .content(new Content().addMediaType(PROBLEM_JSON, content));
  }

  private static Example example(int status, String code) {
    String problem =
        """
        {"type":"urn:daybook:problem:%s","title":"%s","status":%d,"code":"%s","retryable":%b}\
        """
            .formatted(
                code,
                HttpStatus.valueOf(status).getReasonPhrase(),
                status,
                code,
                status == 503 || code.equals("request_in_flight"));
    return new Example().value(json(problem));
  }

  /** Returns {@code text} as the document's library keeps JSON. */
  static Object json(String text) {
    try {
      return Json31.mapper().readTree(text);
    } catch (com.fasterxml.jackson.core.JsonProcessingException e) {
      throw new UncheckedIOException(e);
    }
  }
}
