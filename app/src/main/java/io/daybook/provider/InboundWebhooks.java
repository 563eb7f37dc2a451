package io.daybook.provider;

import io.daybook.security.Problems;
import io.swagger.v3.oas.annotations.Parameter;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RestController;

/**
 * Takes providers' webhooks: verify the signature over the raw body, store by the provider's event
 * id, answer 200. What the notice leads to never changes the answer.
 */
@RestController
class InboundWebhooks {
  private static final String SIMULATOR = "simulator";

  private final WebhookSignature signature;
  private final ProviderInbox inbox;

  InboundWebhooks(WebhookSignature signature, ProviderInbox inbox) {
    this.signature = signature;
    this.inbox = inbox;
  }

  @PostMapping("/api/v1/webhooks/inbound/{provider}")
  ResponseEntity<?> receive(
      @PathVariable String provider,
      @Parameter(required = true) @RequestHeader(name = "Webhook-Id", defaultValue = "") String id,
      @Parameter(required = true) @RequestHeader(name = "Webhook-Timestamp", defaultValue = "")
          String timestamp,
      @Parameter(required = true) @RequestHeader(name = "Webhook-Signature", defaultValue = "")
          String signatures,
      @RequestBody byte[] body) {
    if (!provider.equals(SIMULATOR)) {
      return problem(HttpStatus.NOT_FOUND, "not_found", "There is no such payment provider.");
    }
    if (id.isEmpty() || id.length() > 100 || !signature.isValid(id, timestamp, signatures, body)) {
      return problem(
          HttpStatus.BAD_REQUEST, "bad_signature", "The webhook's signature is not valid.");
    }
    try {
      String text = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(body)).toString();
      if (text.indexOf('\0') >= 0) {
        throw new CharacterCodingException(); // PostgreSQL keeps no NUL in a text.
      }
      inbox.accept(provider, id, text);
    } catch (CharacterCodingException e) {
      return problem(HttpStatus.BAD_REQUEST, "malformed_body", "The body is not UTF-8 text.");
    }
    return ResponseEntity.ok().build();
  }

  private static ResponseEntity<ProblemDetail> problem(
      HttpStatus status, String code, String detail) {
    return ResponseEntity.status(status)
        .contentType(MediaType.APPLICATION_PROBLEM_JSON)
        .body(Problems.of(status, code, detail));
  }
}
