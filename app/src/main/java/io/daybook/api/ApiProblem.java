package io.daybook.api;

import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;

/** Ends a request with an RFC 9457 problem that has a stable code. */
final class ApiProblem extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final HttpStatus status;
  private final String code;
  private final @Nullable Duration retryAfter;

  private ApiProblem(HttpStatus status, String code, String detail, @Nullable Duration retryAfter) {
    super(detail, null, false, false); // Expected, so without a stack trace.
    this.status = status;
    this.code = code;
    this.retryAfter = retryAfter;
  }

  static ApiProblem of(HttpStatus status, String code, String detail) {
    return new ApiProblem(status, code, detail, null);
  }

  /** A problem that goes away by itself: the client may repeat the request after a while. */
  static ApiProblem retryable(HttpStatus status, String code, String detail, Duration after) {
    return new ApiProblem(status, code, detail, after);
  }

  /** Nothing is there, or nothing that the caller may know of. */
  static ApiProblem notFound(String what) {
    return of(HttpStatus.NOT_FOUND, "not_found", "There is no such " + what + ".");
  }

  HttpStatus status() {
    return status;
  }

  String code() {
    return code;
  }

  @Nullable Duration retryAfter() {
    return retryAfter;
  }
}
