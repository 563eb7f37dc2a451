package io.daybook.api;

import java.util.Locale;
import java.util.Map;
import org.springframework.http.HttpStatus;

/** The code of a problem that nothing but its status tells about. */
final class ProblemCodes {
  private static final Map<HttpStatus, String> CODES =
      Map.ofEntries(
          Map.entry(HttpStatus.BAD_REQUEST, "bad_request"),
          Map.entry(HttpStatus.UNAUTHORIZED, "unauthenticated"),
          Map.entry(HttpStatus.FORBIDDEN, "forbidden"),
          Map.entry(HttpStatus.NOT_FOUND, "not_found"),
          Map.entry(HttpStatus.METHOD_NOT_ALLOWED, "method_not_allowed"),
          Map.entry(HttpStatus.NOT_ACCEPTABLE, "not_acceptable"),
          Map.entry(HttpStatus.CONTENT_TOO_LARGE, "body_too_large"),
          Map.entry(HttpStatus.UNSUPPORTED_MEDIA_TYPE, "unsupported_media_type"),
          Map.entry(HttpStatus.UNPROCESSABLE_CONTENT, "invalid_request"),
          Map.entry(HttpStatus.INTERNAL_SERVER_ERROR, "internal_error"),
          Map.entry(HttpStatus.SERVICE_UNAVAILABLE, "unavailable"));

  private ProblemCodes() {}

  static String of(HttpStatus status) {
    return CODES.getOrDefault(status, status.name().toLowerCase(Locale.ROOT));
  }
}
