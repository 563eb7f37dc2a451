package io.daybook.api;

import static org.assertj.core.api.Assertions.assertThat;

import io.daybook.Http.Answer;
import io.daybook.IntegrationTest;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;

/** A write says where it stands in the journal, and a read may ask for that. */
@IntegrationTest
class ReadYourWritesIT {
  @LocalServerPort private int port;

  private Player organiser;

  @BeforeEach
  void anOrganiser() {
    organiser = new Stage(port).organiser();
  }

  @Test
  void aReadFromTheWritesPositionShowsIt() {
    for (int i = 0; i < 20; i++) {
      Answer written = organiser.post("/api/v1/shows", Stage.showRequest(10));
      String position = written.response().headers().firstValue("X-Journal-Position").orElseThrow();

      assertThat(get("/api/v1/shows/" + written.text("id"), position).status()).isEqualTo(200);
    }
  }

  @Test
  void aPositionOfTheFarFutureIsNotWaitedForLong() {
    long start = System.nanoTime();

    Answer answer = get("/api/v1/orders", "999999999999");

    assertThat(Duration.ofNanos(System.nanoTime() - start))
        .isBetween(Duration.ofSeconds(1), Duration.ofSeconds(4));
    assertThat(answer.status()).isEqualTo(503);
    assertThat(answer.text("code")).isEqualTo("projection_behind");
    assertThat(answer.json().path("retryable").asBoolean()).isTrue();
    assertThat(answer.response().headers().firstValue("Retry-After")).contains("1");
  }

  @Test
  void aPositionThatIsNoneIsRefused() {
    for (String position :
        List.of("-1", "1.0", "1e3", "abc", "", " ", "0x10", "99999999999999999999")) {
      Answer answer = get("/api/v1/orders", position);

      assertThat(answer.status()).describedAs(position).isEqualTo(400);
      assertThat(answer.text("code")).isEqualTo("invalid_parameter");
    }
  }

  private Answer get(String path, String minPosition) {
    return organiser
        .http()
        .send(organiser.http().request(path).header("X-Min-Position", minPosition).GET());
  }
}
