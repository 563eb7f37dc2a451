package io.daybook.provider;

import static org.assertj.core.api.Assertions.assertThat;

import io.daybook.Http;
import io.daybook.Http.Answer;
import io.daybook.IntegrationTest;
import io.daybook.api.Player;
import io.daybook.api.Stage;
import io.daybook.api.Stage.OnSale;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;

/** Webhooks are taken once if they are signed, whatever they say. */
@IntegrationTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class WebhookIT {
  private static final String PATH = "/api/v1/webhooks/inbound/simulator";

  @LocalServerPort private int port;
  @Autowired private WebhookSignature signature;
  @Autowired private JdbcClient database;

  private Stage stage;
  private OnSale sale;

  @BeforeAll
  void aShowIsOnSale() {
    stage = new Stage(port);
    sale = stage.onSale(stage.clearedOrganiser(), 100);
  }

  @Test
  void whatIsNotSignedIsRefused() {
    String id = id();
    Instant now = Instant.now();
    byte[] body = captured(id, "pay_" + "0".repeat(26), 100);
    String signed = signature.sign(id, now, body);
    Instant old = now.minus(Duration.ofMinutes(6));

    for (Answer answer :
        List.of(
            send(id, now, "", body),
            send(id, now, "v1,AAAA", body),
            send("", now, signed, body),
            send(id() + "x", now, signed, body),
            send(id, now, signed, captured(id, "pay_" + "0".repeat(26), 101)),
            send(id, old, signature.sign(id, old, body), body),
            send("x".repeat(101), now, signature.sign("x".repeat(101), now, body), body))) {
      assertThat(answer.status()).isEqualTo(400);
      assertThat(answer.text("code")).isEqualTo("bad_signature");
    }
    assertThat(outcomeOf(id)).isEmpty();
  }

  @Test
  void anotherProviderDoesNotExist() {
    Http nobody = Http.anonymous(port);

    Answer answer =
        nobody.send(
            nobody
                .request("/api/v1/webhooks/inbound/nobody")
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString("{}")));

    assertThat(answer.status()).isEqualTo(404);
    assertThat(answer.text("code")).isEqualTo("not_found");
  }

  @Test
  void moneyThatMatchesNoPaymentWaitsInSuspenseOnce() {
    String id = id();
    byte[] body = captured(id, "pay_" + "0".repeat(26), 1_23);
    long before = suspense();

    assertThat(deliver(id, body).status()).isEqualTo(200);
    assertThat(deliver(id, body).status()).isEqualTo(200);

    assertThat(outcomeOf(id)).isEqualTo("suspense");
    stage.await(this::trialBalance, _ -> suspense() == before + 1_23);
    assertThat(difference()).isZero();
  }

  @Test
  void moneyOfAnotherAmountThanAskedForWaitsInSuspense() {
    Player buyer = stage.buyer();
    String order = stage.order(buyer, sale);
    String payment = stage.pay(buyer, order, "sim_silent").text("id");
    String id = id();
    long before = suspense();

    assertThat(deliver(id, captured(id, payment, 44_99)).status()).isEqualTo(200);

    assertThat(outcomeOf(id)).isEqualTo("suspense");
    stage.await(this::trialBalance, _ -> suspense() == before + 44_99);
    assertThat(buyer.get(order).text("state")).isEqualTo("PAYMENT_PENDING");
  }

  @Test
  void moneyThatTheLedgerRefusesDoesNotWaitForEver() {
    String twice = id();
    deliver(twice, captured(twice, "pay_" + "0".repeat(26), 5));
    String other = id();

    assertThat(deliver(other, captured(twice, "pay_" + "0".repeat(26), 6)).status()).isEqualTo(200);

    assertThat(outcomeOf(other)).isEqualTo("unbookable");
    assertThat(difference()).isZero();
  }

  @Test
  void whatIsNotUnderstoodIsKeptAndAnswered() {
    for (String body :
        List.of(
            "",
            "x",
            "{}",
            "[]",
            "{\"id\":\"1\"}",
            "{\"amountMinor\":1,\"currency\":\"EUR\"}",
            "{\"id\":\"%s\",\"amountMinor\":1,\"currency\":\"EUR\"}",
            "{\"id\":\"%s\",\"type\":\"payment.disputed\",\"payment\":\"x\",\"amountMinor\":1,"
                + "\"currency\":\"EUR\"}",
            "{\"id\":\"%s\",\"type\":\"payment.captured\",\"payment\":\"x\",\"amountMinor\":1,"
                + "\"currency\":\"XXY\"}",
            "{\"id\":\"%s\",\"type\":\"payment.captured\",\"payment\":\"x\",\"amountMinor\":1,"
                + "\"currency\":\"XXX\"}",
            "{\"id\":\"\",\"type\":\"payment.captured\",\"payment\":\"x\",\"amountMinor\":1,"
                + "\"currency\":\"EUR\"}",
            "{\"id\":\"%s\",\"type\":\"payment.captured\",\"payment\":\"x\",\"amountMinor\":-1,"
                + "\"currency\":\"EUR\"}",
            "{\"id\":\"%s\",\"type\":\"refund.succeeded\",\"payment\":\"pay_%s\",\"amountMinor\":1,"
                + "\"currency\":\"EUR\"}")) {
      String id = id();
      byte[] bytes = body.formatted(id, "0".repeat(26)).getBytes(StandardCharsets.UTF_8);

      Answer answer = deliver(id, bytes);

      if (body.isEmpty()) {
        assertThat(answer.status()).isEqualTo(400);
      } else {
        assertThat(answer.status()).describedAs(body + answer.response().body()).isEqualTo(200);
        assertThat(outcomeOf(id)).describedAs(body).isNotEmpty();
      }
    }
  }

  @Test
  void bytesThatAreNoTextAreRefused() {
    for (byte[] body : List.of(new byte[] {-1, -2, 0}, new byte[] {'{', 0, '}'})) {
      Answer answer = deliver(id(), body);

      assertThat(answer.status()).isEqualTo(400);
      assertThat(answer.text("code")).isEqualTo("malformed_body");
    }
  }

  @Test
  void everySortOfProviderLeadsToOneTicketOrNone() {
    for (String method : List.of("sim_ok", "sim_duplicate", "sim_lost", "sim_reordered")) {
      Player buyer = stage.buyer();
      String order = stage.order(buyer, sale);
      assertThat(stage.pay(buyer, order, method).status()).isEqualTo(202);

      Answer fulfilled = stage.awaitState(buyer, order, "FULFILLED");

      assertThat(fulfilled.json().required("tickets").size()).describedAs(method).isEqualTo(1);
    }
    for (String method : List.of("sim_declined", "4111111111111111")) {
      Player buyer = stage.buyer();
      String order = stage.order(buyer, sale);
      stage.pay(buyer, order, method);

      stage.awaitState(buyer, order, "AWAITING_PAYMENT");
      assertThat(stage.pay(buyer, order, "sim_ok").status()).isEqualTo(202);
      stage.awaitState(buyer, order, "FULFILLED");
    }
    assertThat(difference()).isZero();
  }

  @Test
  void aSilentProviderLeavesTheOrderWaiting() {
    Player buyer = stage.buyer();
    String order = stage.order(buyer, sale);
    stage.pay(buyer, order, "sim_silent");

    Answer cancelled = buyer.act(order + ":cancel");

    assertThat(cancelled.status()).isEqualTo(409);
    assertThat(cancelled.text("code")).isEqualTo("payment_under_way");
    assertThat(buyer.get(order).text("state")).isEqualTo("PAYMENT_PENDING");
  }

  private Answer deliver(String id, byte[] body) {
    Instant now = Instant.now();
    return send(id, now, signature.sign(id, now, body), body);
  }

  private Answer send(String id, Instant at, String signatures, byte[] body) {
    Http nobody = Http.anonymous(port);
    return nobody.send(
        nobody
            .request(PATH)
            .header("Content-Type", "application/json")
            .header("Webhook-Id", id)
            .header("Webhook-Timestamp", Long.toString(at.getEpochSecond()))
            .header("Webhook-Signature", signatures)
            .POST(BodyPublishers.ofByteArray(body)));
  }

  private static String id() {
    return "evt_test_" + UUID.randomUUID();
  }

  private static byte[] captured(String id, String payment, long amountMinor) {
    return """
    {"id":"%s","type":"payment.captured","payment":"%s","amountMinor":%d,"currency":"EUR"}\
    """
        .formatted(id, payment, amountMinor)
        .getBytes(StandardCharsets.UTF_8);
  }

  /** Returns what became of an event; nothing if it was not stored or still waits. */
  private String outcomeOf(String id) {
    return database
        .sql("select coalesce(outcome, '') from bridge.provider_events where event_id = ?")
        .param(id)
        .query(String.class)
        .optional()
        .orElse("");
  }

  private Answer trialBalance() {
    return Player.demo(port, "aude").get("/api/v1/ledger/trial-balance");
  }

  private long suspense() {
    return trialBalance()
        .json()
        .required("accounts")
        .valueStream()
        .filter(account -> account.required("account").asString().contains("suspense"))
        .mapToLong(account -> account.required("balanceMinor").asLong())
        .sum();
  }

  private long difference() {
    JsonNode totals = trialBalance().json().required("totals");
    return totals.valueStream().mapToLong(total -> total.path("differenceMinor").asLong()).sum();
  }
}
