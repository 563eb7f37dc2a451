package io.daybook.provider;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.Test;

class WebhookSignatureTest {
  private static final Instant NOW = Instant.ofEpochSecond(1_900_000_000);
  private static final byte[] BODY = "{}".getBytes(StandardCharsets.UTF_8);

  private final WebhookSignature signature = ofSecret("0123456789abcdef");

  private static WebhookSignature ofSecret(String secret) {
    var key = new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), "HmacSHA256");
    return new WebhookSignature(key, Clock.fixed(NOW, ZoneOffset.UTC));
  }

  private boolean isValid(String id, Instant at, String signatures, byte[] body) {
    return signature.isValid(id, Long.toString(at.getEpochSecond()), signatures, body);
  }

  @Test
  void takesWhatItSigned() {
    assertThat(isValid("evt_1", NOW, signature.sign("evt_1", NOW, BODY), BODY)).isTrue();
  }

  @Test
  void takesOneValidSignatureAmongOthers() {
    String others = "v1,AAAA v2,nonsense ";

    assertThat(isValid("evt_1", NOW, others + signature.sign("evt_1", NOW, BODY), BODY)).isTrue();
  }

  @Test
  void refusesAnotherIdTimeBodyOrSecret() {
    String signed = signature.sign("evt_1", NOW, BODY);

    assertThat(isValid("evt_2", NOW, signed, BODY)).isFalse();
    assertThat(isValid("evt_1", NOW.plusSeconds(1), signed, BODY)).isFalse();
    assertThat(isValid("evt_1", NOW, signed, new byte[] {'[', ']'})).isFalse();
    assertThat(isValid("evt_1", NOW, ofSecret("fedcba9876543210").sign("evt_1", NOW, BODY), BODY))
        .isFalse();
  }

  @Test
  void takesFiveMinutesAndNotASecondMoreEitherWay() {
    for (Duration age : new Duration[] {Duration.ofMinutes(5), Duration.ofMinutes(-5)}) {
      Instant just = NOW.minus(age);
      Instant beyond = just.minusSeconds(age.isNegative() ? -1 : 1);

      assertThat(isValid("e", just, signature.sign("e", just, BODY), BODY)).isTrue();
      assertThat(isValid("e", beyond, signature.sign("e", beyond, BODY), BODY)).isFalse();
    }
  }

  @Test
  void refusesNonsense() {
    for (String signatures : new String[] {"", " ", "v1,", "v1,%%%", "v1", "v2,AAAA", "v1,AAAA"}) {
      assertThat(isValid("e", NOW, signatures, BODY)).describedAs(signatures).isFalse();
    }
    String signed = signature.sign("e", NOW, BODY);
    for (String time :
        new String[] {"", "now", "-1", "9223372036854775807", "1e9", "1900000000.0"}) {
      assertThat(signature.isValid("e", time, signed, BODY)).describedAs(time).isFalse();
    }
  }
}
