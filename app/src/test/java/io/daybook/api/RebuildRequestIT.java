package io.daybook.api;

import static org.assertj.core.api.Assertions.assertThat;

import io.daybook.Http.Answer;
import io.daybook.IntegrationTest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.JsonNode;

/** An administrator has read models built again; an auditor sees that they are the same. */
@IntegrationTest
class RebuildRequestIT {
  private static final String PROJECTIONS = "/api/v1/status/projections";

  @LocalServerPort private int port;

  private Player auditor;
  private Player administrator;

  @BeforeEach
  void somethingIsSold() {
    var stage = new Stage(port);
    stage.buy(stage.buyer(), stage.onSale(stage.clearedOrganiser(), 5));
    auditor = Player.demo(port, "aude");
    administrator = Player.demo(port, "ada");
    awaitEnd();
  }

  @Test
  void allReadModelsAreTheSameAfterwards() {
    JsonNode before = checksums();

    Answer answer = administrator.act(PROJECTIONS + ":rebuild");

    assertThat(answer.status()).isEqualTo(202);
    assertThat(answer.json().path("data")).hasSize(7);
    awaitEnd();
    assertThat(checksums()).isEqualTo(before);
  }

  @Test
  void oneReadModelIsTheSameAfterwards() {
    JsonNode before = checksums();

    Answer answer = administrator.act(PROJECTIONS + "/orders:rebuild");

    assertThat(answer.status()).isEqualTo(202);
    assertThat(answer.text("projection")).isEqualTo("orders");
    awaitEnd();
    assertThat(checksums()).isEqualTo(before);
  }

  @Test
  void whatDoesNotExistIsNotRebuilt() {
    assertThat(administrator.act(PROJECTIONS + "/nonsense:rebuild").status()).isEqualTo(404);
  }

  private JsonNode checksums() {
    JsonNode tables = auditor.get("/api/v1/status/checksums").json().path("data");
    assertThat(tables).hasSize(31);
    return tables;
  }

  private void awaitEnd() {
    boolean isBehind = true;
    while (isBehind) {
      isBehind = false;
      for (JsonNode projection : auditor.get(PROJECTIONS).json().path("data")) {
        isBehind |= projection.path("lagEvents").asLong() > 0;
        isBehind |= projection.path("rebuild").isObject();
      }
    }
  }
}
