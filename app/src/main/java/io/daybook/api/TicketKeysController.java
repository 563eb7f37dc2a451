package io.daybook.api;

import java.util.Map;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** Tells everybody the keys that ticket credentials are verified with, so scanners work offline. */
@RestController
class TicketKeysController {
  private final TicketCredentials credentials;

  TicketKeysController(TicketCredentials credentials) {
    this.credentials = credentials;
  }

  @GetMapping(path = "/.well-known/ticket-keys.json", produces = MediaType.APPLICATION_JSON_VALUE)
  Map<String, Object> keys() {
    return credentials.keySet();
  }
}
