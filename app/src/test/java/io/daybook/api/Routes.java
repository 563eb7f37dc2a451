package io.daybook.api;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/** The routes that the server really has, so that no test forgets a new one. */
final class Routes {
  private static final Map<String, String> PREFIXES =
      Map.ofEntries(
          Map.entry("organiser", "org"),
          Map.entry("kybCase", "kyb"),
          Map.entry("task", "kyb"),
          Map.entry("show", "shw"),
          Map.entry("hold", "hld"),
          Map.entry("order", "ord"),
          Map.entry("payment", "pay"),
          Map.entry("ticket", "tkt"),
          Map.entry("payout", "pyo"),
          Map.entry("payoutAccount", "pac"),
          Map.entry("entry", "ent"),
          Map.entry("user", "usr"),
          Map.entry("erasure", "ers"),
          Map.entry("legalHold", "lgh"),
          Map.entry("document", "doc"),
          Map.entry("webhook", "whk"),
          Map.entry("reconciliation", "rcn"));

  private Routes() {}

  /** One method of one path, and whether it reads a JSON body or needs an Idempotency-Key. */
  record Route(String method, String pattern, boolean readsJson, boolean needsKey) {
    /** Returns the path with well-formed ids of nothing. */
    String path() {
      String path = pattern;
      for (Map.Entry<String, String> prefix : PREFIXES.entrySet()) {
        path = path.replace("{" + prefix.getKey() + "}", prefix.getValue() + "_" + "0".repeat(26));
      }
      return path.replaceAll("\\{[^}]*}", "nothing");
    }
  }

  /** Returns all routes under {@code /api/}. */
  static List<Route> of(RequestMappingHandlerMapping mapping) {
    return mapping.getHandlerMethods().entrySet().stream()
        .flatMap(entry -> routes(entry.getKey(), entry.getValue()))
        .filter(route -> route.pattern().startsWith("/api/"))
        .sorted((a, b) -> (a.pattern() + a.method()).compareTo(b.pattern() + b.method()))
        .toList();
  }

  private static Stream<Route> routes(RequestMappingInfo info, HandlerMethod handler) {
    boolean needsKey =
        Stream.of(handler.getMethodParameters())
            .anyMatch(parameter -> parameter.getParameterType() == WriteKey.class);
    boolean multipart =
        info.getConsumesCondition()
            .getConsumableMediaTypes()
            .contains(MediaType.MULTIPART_FORM_DATA);
    boolean readsJson =
        !multipart
            && Stream.of(handler.getMethodParameters())
                .anyMatch(parameter ->
                    parameter.hasParameterAnnotation(RequestBody.class)
                        && parameter.getParameterType() != byte[].class);
    return info.getPatternValues().stream()
        .flatMap(pattern ->
            info.getMethodsCondition().getMethods().stream()
                .map(RequestMethod::name)
                .map(method -> new Route(method, pattern, readsJson, needsKey)));
  }
}
