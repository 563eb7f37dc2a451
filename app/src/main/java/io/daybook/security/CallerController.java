package io.daybook.security;

import java.util.Map;
import org.springframework.http.MediaType;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** Tells callers who they are, and everybody how to check that a token is ours. */
@RestController
class CallerController {
  private final AccessTokens accessTokens;

  CallerController(AccessTokens accessTokens) {
    this.accessTokens = accessTokens;
  }

  @GetMapping(path = "/api/v1/me", produces = MediaType.APPLICATION_JSON_VALUE)
  Caller me(@AuthenticationPrincipal Caller caller) {
    return caller;
  }

  @GetMapping(path = "/.well-known/jwks.json", produces = MediaType.APPLICATION_JSON_VALUE)
  Map<String, Object> keys() {
    return accessTokens.keySet();
  }
}
