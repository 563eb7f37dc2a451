package io.daybook.retention;

import static org.assertj.core.api.Assertions.assertThat;

import io.daybook.Http.Answer;
import io.daybook.IntegrationTest;
import io.daybook.api.Player;
import io.daybook.api.Stage;
import io.daybook.api.Stage.OnSale;
import io.daybook.ledger.CommandSender;
import io.daybook.security.personal.DataKeyDestruction;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What ends by itself, as the clock goes on. Shows of these tests start on 1 January 2030. */
@IntegrationTest
class RetentionScheduleIT {
  private static final Instant SHOW = Instant.parse("2030-01-01T20:00:00Z");
  private static final String PLANTED = "the buyer fell ill";

  @LocalServerPort private int port;
  @Autowired private JdbcClient database;
  @Autowired private CommandSender commands;
  @Autowired private DataKeyDestruction keys;
  @Autowired private RetentionProperties periods;

  private Stage stage;
  private Player olga;
  private Player pavel;
  private OnSale sale;
  private Player buyer;
  private String order;

  @BeforeEach
  void anOrderIsRefunded() {
    stage = new Stage(port);
    olga = Player.demo(port, "olga");
    pavel = Player.demo(port, "pavel");
    sale = stage.onSale(stage.clearedOrganiser(), 5);
    buyer = stage.buyer();
    order = stage.buy(buyer, sale);
    Answer refunded =
        sale.organiser().post(order + "/refunds", "{\"reason\": \"" + PLANTED + "\"}");
    assertThat(refunded.status()).isEqualTo(202);
    stage.awaitState(buyer, order, "REFUNDED");
  }

  @Test
  void thePeriodsAreThoseOfTheGuide() {
    assertThat(periods)
        .isEqualTo(
            new RetentionProperties(
                Duration.ofDays(90),
                Duration.ofDays(1826),
                Duration.ofDays(2),
                Duration.ofHours(1)));
    assertThat(olga.get("/api/v1/compliance/retention").status()).isEqualTo(200);
  }

  @Test
  void ninetyDaysAfterAShowItsOrdersAreArchivedAndTheirTextsEnd() {
    sweepAt(SHOW.plus(Duration.ofDays(90)));
    assertThat(isListed()).isTrue();
    assertThat(reason()).isEqualTo(PLANTED);

    sweepAt(SHOW.plus(Duration.ofDays(90)).plusMillis(1));

    assertThat(isListed()).isFalse();
    stage.await(() -> buyer.get(order), answer -> answer.text("reason").equals("[erased]"));
    assertThat(buyer.get("/api/v1/me/data").json().path("orders").path(0).path("order").asString())
        .isEqualTo(order.substring(order.lastIndexOf('/') + 1));
    assertThat(recorded("retention.ShowArchived")).isPositive();
    assertThat(recorded("retention.DataExpired")).isPositive();
  }

  @Test
  void aLegalHoldOutlastsTheSchedule() {
    String holds = "/api/v1/compliance/subjects/" + buyer.id() + "/legal-holds";
    Answer proposed = olga.post(holds, "{\"reference\": \"4-Js-12/26\"}");
    String hold = holds + "/" + proposed.text("id");
    assertThat(olga.act(hold + ":approve").text("code")).isEqualTo("second_person_needed");
    assertThat(pavel.act(hold + ":approve").status()).isEqualTo(202);
    awaitHold(proposed.text("id"), "PLACED");

    sweepAt(SHOW.plus(Duration.ofDays(1000)));
    pause();
    assertThat(reason()).isEqualTo(PLANTED);
    Answer refused =
        olga.post(
            "/api/v1/compliance/subjects/" + buyer.id() + "/erasures",
            """
            {"classes": ["TICKETING"], "level": "KEYS", "basis": "REQUEST_OF_PERSON"}
            """);
    assertThat(refused.text("code")).isEqualTo("under_legal_hold");

    assertThat(pavel.act(hold + ":release").status()).isEqualTo(202);
    assertThat(olga.act(hold + ":approve").status()).isEqualTo(202);
    awaitHold(proposed.text("id"), "RELEASED");
    sweepAt(SHOW.plus(Duration.ofDays(1000)));
    stage.await(() -> buyer.get(order), answer -> answer.text("reason").equals("[erased]"));
  }

  @Test
  void aCaseIsKeptForFiveYearsWhateverThePersonWishes() {
    Player organiser = sale.organiser();
    String request =
        """
        {"classes": ["KYB"], "level": "KEYS", "basis": "REQUEST_OF_PERSON"}
        """;
    String erasures = "/api/v1/compliance/subjects/" + organiser.id() + "/erasures";

    assertThat(olga.post(erasures, request).text("code")).isEqualTo("retention_runs");

    sweepAt(SHOW.plus(Duration.ofDays(1826)));
    pause();
    assertThat(legalName(organiser)).isEqualTo("Nachtwache GmbH");
    sweepAt(SHOW.plus(Duration.ofDays(1826)).plusMillis(1));
    stage.await(
        () -> olga.get("/api/v1/compliance/subjects/" + organiser.id() + "/data"),
        answer -> answer.json().findValuesAsString("legalName").contains("[erased]"));
  }

  @Test
  void answersAreForgottenAfterTwoDays() {
    String key = UUID.randomUUID().toString();
    String show = Stage.showRequest(3);
    Answer first = sale.organiser().post("/api/v1/shows", show, key);
    Answer repeated = sale.organiser().post("/api/v1/shows", show, key);
    assertThat(repeated.response().headers().firstValue("Idempotency-Replayed")).isPresent();

    sweepAt(Instant.now().plus(periods.answers()).plus(Duration.ofMinutes(1)), periods);

    // The write is not made twice even so: its id follows from the key.
    Answer later = sale.organiser().post("/api/v1/shows", show, key);
    assertThat(later.text("id")).isEqualTo(first.text("id"));
    assertThat(later.response().headers().firstValue("Idempotency-Replayed")).isEmpty();
  }

  @Test
  void exportsAreForThePersonAndForOfficersAndAreRecorded() {
    long before = recorded("retention.DataExported");

    assertThat(buyer.get("/api/v1/me/data").text("person")).isEqualTo(buyer.id());
    String path = "/api/v1/compliance/subjects/" + buyer.id() + "/data";
    assertThat(olga.get(path).text("person")).isEqualTo(buyer.id());
    for (String other : new String[] {"aude", "ada", "anna"}) {
      assertThat(Player.demo(port, other).get(path).status()).isEqualTo(403);
    }
    assertThat(recorded("retention.DataExported")).isEqualTo(before + 2);
  }

  /** Other tests of this application still need the answers of today. */
  private void sweepAt(Instant now) {
    sweepAt(
        now,
        new RetentionProperties(
            periods.ticketing(), periods.kyb(), Duration.ofDays(36_500), periods.interval()));
  }

  private void sweepAt(Instant now, RetentionProperties sweptPeriods) {
    Clock clock = Clock.fixed(now, ZoneOffset.UTC);
    var schedule = new RetentionSchedule(database, sweptPeriods, clock);
    var sweep = new RetentionSweep(schedule, commands, keys);
    sweep.sweep();
    pause();
    sweep.sweep();
    pause();
  }

  private void awaitHold(String id, String state) {
    stage.await(
        () -> olga.get("/api/v1/compliance/legal-holds?limit=100"),
        answer ->
            answer
                .json()
                .path("data")
                .valueStream()
                .anyMatch(hold ->
                    hold.path("id").asString().equals(id)
                        && hold.path("state").asString().equals(state)));
  }

  /** What was archived has to reach the read models before it can expire. */
  private static void pause() {
    try {
      Thread.sleep(500);
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  private boolean isListed() {
    return buyer
        .get("/api/v1/orders?limit=100")
        .json()
        .path("data")
        .valueStream()
        .anyMatch(listed -> order.endsWith(listed.path("id").asString()));
  }

  private String reason() {
    return buyer.get(order).text("reason");
  }

  private String legalName(Player organiser) {
    return olga.get("/api/v1/compliance/subjects/" + organiser.id() + "/data")
        .json()
        .findValuesAsString("legalName")
        .getFirst();
  }

  private long recorded(String type) {
    return database
        .sql("select count(*) from journal.records where payload_type = ?")
        .param(type)
        .query(Long.class)
        .single();
  }
}
