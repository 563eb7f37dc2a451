package io.daybook.security;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;

/**
 * Problem details (RFC 9457), each with a stable {@code code}; the problem's type is a URN of it.
 */
public final class Problems {
  private static final String TYPE = "urn:daybook:problem:";

  private Problems() {}

  /**
   * Returns a problem that the same request would meet again.
   *
   * @param detail one sentence for people: what was expected, what was found
   */
  public static ProblemDetail of(HttpStatus status, String code, @Nullable String detail) {
    ProblemDetail problem = ProblemDetail.forStatus(status);
    problem.setType(URI.create(TYPE + code));
    problem.setTitle(status.getReasonPhrase());
    problem.setDetail(detail);
    problem.setProperty("code", code);
    problem.setProperty("retryable", false);
    return problem;
  }

  /** Writes a problem outside of any controller; no argument may come from the request. */
  public static void write(
      HttpServletResponse response, HttpStatus status, String code, String detail)
      throws IOException {
    response.setStatus(status.value());
    response.setContentType(MediaType.APPLICATION_PROBLEM_JSON_VALUE);
    response.setCharacterEncoding(StandardCharsets.UTF_8);
    response
        .getWriter()
        .write(
            """
            {"type":"%s","title":"%s","status":%d,"detail":"%s","code":"%s","retryable":false}\
            """
                .formatted(TYPE + code, status.getReasonPhrase(), status.value(), detail, code));
  }
}
