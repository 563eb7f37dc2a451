package io.daybook.security;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;

/** Problem details (RFC 9457) of sign-in and permissions, each with a stable {@code code}. */
final class Problems {
  private Problems() {}

  static ProblemDetail of(HttpStatus status, String code, String detail) {
    ProblemDetail problem = ProblemDetail.forStatusAndDetail(status, detail);
    problem.setProperty("code", code);
    return problem;
  }

  /** Writes a problem outside of any controller; no argument may come from the request. */
  static void write(HttpServletResponse response, HttpStatus status, String code, String detail)
      throws IOException {
    response.setStatus(status.value());
    response.setContentType(MediaType.APPLICATION_PROBLEM_JSON_VALUE);
    response.setCharacterEncoding(StandardCharsets.UTF_8);
    response
        .getWriter()
        .write(
            """
            {"type":"about:blank","title":"%s","status":%d,"detail":"%s","code":"%s"}\
            """
                .formatted(status.getReasonPhrase(), status.value(), detail, code));
  }
}
