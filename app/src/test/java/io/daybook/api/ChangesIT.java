package io.daybook.api;

import static org.assertj.core.api.Assertions.assertThat;

import io.daybook.Http.Answer;
import io.daybook.IntegrationTest;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.JsonNode;

/** Other systems follow the journal by position and learn nothing about people. */
@IntegrationTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ChangesIT {
  @LocalServerPort private int port;

  private Stage stage;
  private Stage.OnSale sale;
  private Player buyer;
  private Player auditor;
  private String order;

  @BeforeAll
  void somebodyBuys() {
    stage = new Stage(port);
    auditor = Player.demo(port, "aude");
    sale = stage.onSale(stage.clearedOrganiser(), 10);
    buyer = stage.buyer();
    order = stage.buy(buyer, sale);
  }

  private List<JsonNode> all(String filter) {
    var all = new ArrayList<JsonNode>();
    long after = -1;
    while (true) {
      String start = after < 0 ? "" : "&after=" + after;
      Answer answer = auditor.get("/api/v1/changes?limit=100" + start + filter);
      assertThat(answer.status()).describedAs(answer.response().body()).isEqualTo(200);
      answer.json().path("data").forEach(all::add);
      if (!answer.json().path("hasMore").asBoolean(false)) {
        return all;
      }
      after = answer.json().path("next").asLong(-1);
    }
  }

  @Test
  void allFactsComeInTheirOrderAndOnce() {
    List<Long> positions = all("").stream().map(c -> c.path("position").asLong(-1)).toList();

    assertThat(positions).isSorted().doesNotHaveDuplicates().hasSizeGreaterThan(10);
  }

  @Test
  void nothingPersonalIsInThem() {
    String facts = all("").toString();

    assertThat(facts).contains(order.substring(order.lastIndexOf('/') + 1));
    assertThat(facts).doesNotContain("sealed:1:", "usr_", "retention.", "Nachtwache GmbH");
  }

  @Test
  void aTypeAFamilyAndAnAggregateCanBeAskedFor() {
    String id = order.substring(order.lastIndexOf('/') + 1);

    assertThat(all("&type=ledger.book.EntryPosted"))
        .isNotEmpty()
        .allMatch(c -> c.path("type").asString("").equals("ledger.book.EntryPosted"));
    assertThat(all("&type=ticketing.order.*&type=ticketing.ticket.*"))
        .isNotEmpty()
        .allMatch(c -> c.path("type").asString("").startsWith("ticketing."));
    assertThat(all("&aggregateId=" + id))
        .extracting(c -> c.path("type").asString(""))
        .startsWith("ticketing.order.OrderPlaced")
        .endsWith("ticketing.order.OrderFulfilled");
    assertThat(all("&aggregateType=Book"))
        .allMatch(c -> c.path("type").asString("").contains("book"));
  }

  @Test
  void whoWaitsIsToldAtOnce() throws Exception {
    long last =
        auditor.get("/api/v1/changes?limit=100&after=999999999").json().path("next").asLong();
    assertThat(last).isEqualTo(999_999_999L);
    long end = end();
    CompletableFuture<Answer> waiting =
        CompletableFuture.supplyAsync(() ->
            auditor.get("/api/v1/changes?wait=20&type=ticketing.show.ShowCreated&after=" + end));
    assertThat(waiting).isNotDone();

    stage.onSale(sale.organiser(), 5);

    JsonNode change = waiting.get(15, TimeUnit.SECONDS).json().path("data").path(0);
    assertThat(change.path("type").asString("")).isEqualTo("ticketing.show.ShowCreated");
    assertThat(change.path("position").asLong(-1)).isGreaterThan(end);
  }

  private long end() {
    List<JsonNode> all = all("");
    return all.getLast().path("position").asLong(-1);
  }

  @Test
  void whoWaitsForNothingIsAnsweredInTime() {
    Instant start = Instant.now();

    Answer answer = auditor.get("/api/v1/changes?wait=1&aggregateId=nothing&after=" + end());

    assertThat(answer.json().path("data").isEmpty()).isTrue();
    assertThat(Duration.between(start, Instant.now()))
        .isBetween(Duration.ofMillis(900), Duration.ofSeconds(6));
  }

  @Test
  void whatMakesNoSenseIsRefused() {
    for (String query :
        List.of(
            "type=ledger.book.EntryLost",
            "type=*",
            "type=retention.*",
            "after=-1",
            "after=x",
            "after=1&after=2",
            "limit=0",
            "limit=101",
            "wait=31",
            "wait=1s",
            "aggregateId=%00",
            "aggregateType=" + "x".repeat(256))) {
      Answer answer = auditor.get("/api/v1/changes?" + query);

      assertThat(answer.status()).describedAs(query + answer.response().body()).isEqualTo(400);
    }
  }

  @Test
  void othersMayNotRead() {
    assertThat(buyer.get("/api/v1/changes").status()).isEqualTo(403);
    assertThat(sale.organiser().get("/api/v1/changes").status()).isEqualTo(403);
    assertThat(Player.demo(port, "olga").get("/api/v1/changes").status()).isEqualTo(403);
    assertThat(io.daybook.Http.anonymous(port).get("/api/v1/changes").status()).isEqualTo(401);
  }
}
