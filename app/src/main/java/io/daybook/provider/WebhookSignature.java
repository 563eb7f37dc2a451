package io.daybook.provider;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import javax.crypto.Mac;
import javax.crypto.SecretKey;

/**
 * The signature of a webhook: {@code v1,} and the base-64 HMAC-SHA256 of id, time and body, joined
 * by full stops (Standard Webhooks 1.0, "Signature scheme").
 */
final class WebhookSignature {
  private static final Duration TOLERANCE = Duration.ofMinutes(5);
  private static final String VERSION = "v1,";

  private final SecretKey secret;
  private final Clock clock;

  WebhookSignature(SecretKey secret, Clock clock) {
    this.secret = secret;
    this.clock = clock;
  }

  String sign(String id, Instant at, byte[] body) {
    return VERSION + Base64.getEncoder().encodeToString(mac(id, at.getEpochSecond(), body));
  }

  /** Whether one of the space-separated {@code signatures} is ours and not older than 5 minutes. */
  boolean isValid(String id, String epochSeconds, String signatures, byte[] body) {
    try {
      long at = Long.parseLong(epochSeconds);
      Duration age = Duration.between(Instant.ofEpochSecond(at), clock.instant()).abs();
      if (age.compareTo(TOLERANCE) > 0) {
        return false;
      }
      byte[] expected = mac(id, at, body);
      for (String signature : signatures.split(" ", 10)) {
        if (signature.startsWith(VERSION)
            && MessageDigest.isEqual(
                expected, Base64.getDecoder().decode(signature.substring(VERSION.length())))) {
          return true;
        }
      }
      return false;
    } catch (IllegalArgumentException | DateTimeException | ArithmeticException malformed) {
      return false;
    }
  }

  private byte[] mac(String id, long epochSeconds, byte[] body) {
    try {
      Mac mac = Mac.getInstance("HmacSHA256");
      mac.init(secret);
      mac.update((id + "." + epochSeconds + ".").getBytes(StandardCharsets.UTF_8));
      return mac.doFinal(body);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("HMAC-SHA256 is in every JDK", e);
    }
  }
}
