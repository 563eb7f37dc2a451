package io.daybook.security;

import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.HeadersConfigurer;
import org.springframework.security.web.header.writers.CrossOriginOpenerPolicyHeaderWriter.CrossOriginOpenerPolicy;
import org.springframework.security.web.header.writers.ReferrerPolicyHeaderWriter.ReferrerPolicy;

/** What browsers are told not to do with our answers. */
final class SecurityHeaders {
  /** Our own files only; no inline script, no inline style, no frame. */
  static final String PAGE_POLICY =
      "default-src 'self'; img-src 'self' data:; object-src 'none'; base-uri 'none';"
          + " form-action 'self'; frame-ancestors 'none'";

  /** Answers for programs load nothing. */
  static final String API_POLICY = "default-src 'none'; frame-ancestors 'none'";

  /** The API's documentation page styles itself inline. */
  private static final String DOCUMENTATION_POLICY =
      PAGE_POLICY + "; style-src 'self' 'unsafe-inline'";

  private static final String CONTENT_SECURITY_POLICY = "Content-Security-Policy";

  private SecurityHeaders() {}

  static void add(HeadersConfigurer<HttpSecurity> headers, String policy) {
    headers
        .addHeaderWriter((request, response) -> {
          // An answer may have a stricter policy of its own.
          if (!response.containsHeader(CONTENT_SECURITY_POLICY)) {
            response.setHeader(
                CONTENT_SECURITY_POLICY,
                request.getRequestURI().startsWith("/swagger-ui") ? DOCUMENTATION_POLICY : policy);
          }
        })
        .referrerPolicy(referrer -> referrer.policy(ReferrerPolicy.SAME_ORIGIN))
        .crossOriginOpenerPolicy(opener -> opener.policy(CrossOriginOpenerPolicy.SAME_ORIGIN))
        .permissionsPolicyHeader(
            permissions -> permissions.policy("camera=(), microphone=(), geolocation=()"));
  }
}
