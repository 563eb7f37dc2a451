package io.daybook.feed.webhook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.net.UnknownHostException;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Webhooks go to the public Internet, or where the operator says. */
class DestinationsTest {
  private final Destinations strict = new Destinations(Set.of());
  private final Destinations trusting = new Destinations(Set.of("localhost"));

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        " ",
        "x",
        "/path",
        "http://1.1.1.1/",
        "ftp://1.1.1.1/",
        "https://",
        "https:///path",
        "https://user@1.1.1.1/",
        "https://1.1.1.1/?token=1",
        "https://1.1.1.1/#part",
        "https://1.1.1.1:0/",
        "https://1.1.1.1:65536/",
        "https://127.0.0.1/",
        "https://10.0.0.1/",
        "https://169.254.169.254/latest/meta-data",
        "https://[::1]/",
        "https://[::ffff:10.0.0.1]/",
        "https://localhost/",
        "HTTPS://LOCALHOST/",
        "https://1.1.1.1/\u0000",
        "https://1.1.1.1/ä"
      })
  void refusesWhatIsNotPublicHttps(String url) {
    assertThat(strict.objection(url)).isPresent();
  }

  @Test
  void takesPublicHttps() {
    assertThat(strict.objection("https://1.1.1.1/daybook")).isEmpty();
    assertThat(strict.objection("https://1.1.1.1:8443/daybook")).isEmpty();
    assertThat(strict.objection("https://[2606:4700:4700::1111]/")).isEmpty();
  }

  @Test
  void takesHttpToATrustedHostAlone() {
    assertThat(trusting.objection("http://localhost:8080/")).isEmpty();
    assertThat(trusting.objection("http://127.0.0.1:8080/")).isPresent();
  }

  @Test
  void aConnectionIsMadeToWhatWasCheckedAndToNothingElse() throws Exception {
    assertThat(trusting.resolve("LocalHost")).isNotEmpty();
    assertThatExceptionOfType(UnknownHostException.class)
        .isThrownBy(() -> strict.resolve("localhost"));
    assertThatExceptionOfType(UnknownHostException.class).isThrownBy(() -> strict.resolve("[::1]"));
  }
}
