package io.daybook.api;

import static org.assertj.core.api.Assertions.assertThat;

import io.daybook.Http.Answer;
import io.daybook.IntegrationTest;
import io.daybook.api.Stage.OnSale;
import io.daybook.security.personal.BlindIndex;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A write that is repeated with its Idempotency-Key has one effect and one answer. */
@IntegrationTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class IdempotencyIT {
  private static final int AT_ONCE = 8;

  @LocalServerPort private int port;
  @Autowired private JdbcClient database;
  @Autowired private BlindIndex index;

  private Stage stage;
  private OnSale sale;
  private Player buyer;

  @BeforeAll
  void aShowIsOnSale() {
    stage = new Stage(port);
    sale = stage.onSale(stage.clearedOrganiser(), 1_000);
    buyer = stage.buyer();
  }

  /** One write, repeated with the same key and body at each call. */
  private record Write(String name, Player caller, String key, Supplier<Answer> send) {
    static Write of(String name, Player caller, String path, String body) {
      String key = UUID.randomUUID().toString();
      return new Write(
          name,
          caller,
          key,
          () -> body.isEmpty() ? caller.act(path, key) : caller.post(path, body, key));
    }

    Answer go() {
      return send.get();
    }
  }

  /** Returns one write of each kind, none of them sent yet. */
  private List<Write> writes() {
    Player applicant = stage.organiser();
    String kybCase = stage.submit(stage.organiser());
    Player cleared = sale.organiser();
    String draft = cleared.post("/api/v1/shows", Stage.showRequest(5)).text("id");
    String hold = stage.hold(buyer, sale, 1).text("id");
    String order = stage.order(buyer, sale);
    String toCancel = stage.order(buyer, sale);
    String paid = stage.buy(buyer, sale);
    Player handsIn = stage.organiser();
    String caseToSubmit = stage.apply(handsIn);
    byte[] pdf = "%PDF-1.7\n".getBytes(java.nio.charset.StandardCharsets.UTF_8);
    for (String kind : List.of("REGISTER_EXTRACT", "OWNERSHIP_STATEMENT")) {
      handsIn.upload(caseToSubmit + "/documents", kind, "application/pdf", pdf, "key-" + kind);
    }
    return List.of(
        Write.of("apply", applicant, "/api/v1/organizers", Stage.business("New GmbH")),
        Write.of("submit", handsIn, caseToSubmit + ":submit", ""),
        Write.of("propose", Player.demo(port, "olga"), Stage.decision(kybCase), Stage.approval()),
        Write.of("approve", Player.demo(port, "pavel"), Stage.decision(kybCase), Stage.approval()),
        Write.of("create", cleared, "/api/v1/shows", Stage.showRequest(7)),
        Write.of("publish", cleared, "/api/v1/shows/" + draft + ":publish", ""),
        Write.of("hold", buyer, holds(), holdRequest(2)),
        Write.of("order", buyer, "/api/v1/orders", "{\"hold\": \"" + hold + "\"}"),
        Write.of("pay", buyer, order + "/payments", "{\"method\": \"sim_ok\"}"),
        Write.of("cancel", buyer, toCancel + ":cancel", ""),
        Write.of("refund", cleared, paid + "/refunds", "{\"reason\": \"Ill\"}"),
        Write.of(
            "payout", cleared, "/api/v1/payouts", Stage.payout(stage.payoutAccount(cleared), 1)));
  }

  private String holds() {
    return "/api/v1/shows/" + sale.show() + "/holds";
  }

  private String holdRequest(int quantity) {
    return "{\"ticketType\": \"%s\", \"quantity\": %d}".formatted(sale.ticketType(), quantity);
  }

  @Test
  void aRepeatIsAnsweredWithTheSameAnswer() {
    for (Write write : writes()) {
      Answer first = write.go();
      Answer second = write.go();

      assertThat(first.status()).describedAs(describe(write, first)).isBetween(200, 202);
      assertThat(second.status()).isEqualTo(first.status());
      assertThat(second.response().body()).isEqualTo(first.response().body());
      assertThat(header(first, "Idempotency-Replayed")).isEmpty();
      assertThat(header(second, "Idempotency-Replayed")).isEqualTo("true");
      for (String header : List.of("X-Journal-Position", "Location", "Content-Type")) {
        assertThat(header(second, header)).isEqualTo(header(first, header));
      }
    }
  }

  @Test
  void aRepeatAfterTheAnswerGotLostInACrashHasOneEffect() {
    for (Write write : writes()) {
      Answer first = write.go();
      // As if the process had died after the journal took the events and before it answered.
      int open =
          database
              .sql(
                  """
                  update bridge.idempotency_keys set status = null, location = null, body = null,
                    position = null, claimed_until = now() - interval '1 second'
                  where key = ?
                  """)
              .param(stored(write))
              .update();
      long events = eventsBy(write.caller());
      Answer second = write.go();

      assertThat(open).isEqualTo(1);
      assertThat(second.status()).describedAs(describe(write, second)).isEqualTo(first.status());
      assertThat(second.text("id")).isEqualTo(first.text("id"));
      assertThat(eventsBy(write.caller())).describedAs(write.name()).isEqualTo(events);
    }
  }

  @Test
  void aRepeatAfterTheKeyWasForgottenHasOneEffect() {
    for (Write write : writes()) {
      if (write.name().equals("propose")) {
        // Without the key's row it is a second decision by the same officer: refused.
        write.go();
        continue;
      }
      Answer first = write.go();
      database
          .sql("delete from bridge.idempotency_keys where key = ?")
          .param(stored(write))
          .update();
      long events = eventsBy(write.caller());
      Answer second = write.go();

      assertThat(second.status()).describedAs(describe(write, second)).isEqualTo(first.status());
      assertThat(second.text("id")).isEqualTo(first.text("id"));
      assertThat(eventsBy(write.caller())).describedAs(write.name()).isEqualTo(events);
    }
  }

  @Test
  void writesAtOnceHaveOneEffect() throws Exception {
    for (Write write : writes()) {
      List<Answer> answers = atOnce(AT_ONCE, write.send());
      List<Answer> done = answers.stream().filter(answer -> answer.status() < 300).toList();
      Set<String> ids = done.stream().map(answer -> answer.text("id")).collect(Collectors.toSet());

      assertThat(ids).describedAs(write.name()).hasSize(1);
      assertThat(done.stream().filter(answer -> header(answer, "Idempotency-Replayed").isEmpty()))
          .hasSize(1);
      answers.stream()
          .filter(answer -> answer.status() >= 300)
          .forEach(answer -> {
            assertThat(answer.status()).describedAs(describe(write, answer)).isEqualTo(409);
            assertThat(answer.text("code")).isEqualTo("request_in_flight");
            assertThat(header(answer, "Retry-After")).isEqualTo("1");
          });
    }
  }

  /** The table does not hold what clients chose. */
  private String stored(Write write) {
    return index.of("idempotency-key", write.key());
  }

  @Test
  void aWriteUnderWayIsSaidToBeSo() {
    Write write = Write.of("hold", buyer, holds(), holdRequest(1));
    write.go();
    database
        .sql(
            """
            update bridge.idempotency_keys
            set status = null, claimed_until = now() + interval '1 minute' where key = ?
            """)
        .param(stored(write))
        .update();

    Answer answer = write.go();

    assertThat(answer.status()).isEqualTo(409);
    assertThat(answer.text("code")).isEqualTo("request_in_flight");
  }

  @Test
  void aKeyIsForOneContent() {
    String key = UUID.randomUUID().toString();
    buyer.post(holds(), holdRequest(1), key);

    Answer other = buyer.post(holds(), holdRequest(2), key);
    Answer sameInOtherWords =
        buyer.post(holds(), "{\"quantity\":1,\"ticketType\":\"" + sale.ticketType() + "\"}", key);

    assertThat(other.status()).isEqualTo(422);
    assertThat(other.text("code")).isEqualTo("idempotency_key_reused");
    assertThat(sameInOtherWords.status()).isEqualTo(201);
  }

  @Test
  void aKeyIsOfOnePrincipalAndOneRoute() {
    String key = UUID.randomUUID().toString();
    Player other = stage.buyer();
    OnSale otherSale = stage.onSale(sale.organiser(), 10);
    Answer first = buyer.post(holds(), holdRequest(1), key);
    Answer ofAnother = other.post(holds(), holdRequest(1), key);
    Answer elsewhere =
        buyer.post(
            "/api/v1/shows/" + otherSale.show() + "/holds",
            "{\"ticketType\": \"%s\", \"quantity\": 1}".formatted(otherSale.ticketType()),
            key);

    assertThat(List.of(first.status(), ofAnother.status(), elsewhere.status())).containsOnly(201);
    assertThat(Set.of(first.text("id"), ofAnother.text("id"), elsewhere.text("id"))).hasSize(3);
  }

  @Test
  void aKeyIsRequiredAndWellFormed() {
    for (String key : List.of("", " ", "with space", "x".repeat(256), "tab\tkey")) {
      Answer answer = buyer.post(holds(), holdRequest(1), key);

      assertThat(answer.status()).describedAs("'" + key + "'").isEqualTo(400);
      assertThat(answer.text("code")).isIn("idempotency_key_required", "invalid_idempotency_key");
    }
    Answer without = buyer.http().post(holds(), holdRequest(1));
    assertThat(without.status()).isEqualTo(400);
    assertThat(without.text("code")).isEqualTo("idempotency_key_required");
    assertThat(buyer.post(holds(), holdRequest(1), "x".repeat(255)).status()).isEqualTo(201);
  }

  @Test
  void twoKeysOfOneRequestAreNone() {
    Answer answer =
        buyer
            .http()
            .send(
                buyer
                    .http()
                    .request(holds())
                    .header("Content-Type", "application/json")
                    .header("Idempotency-Key", UUID.randomUUID().toString())
                    .header("Idempotency-Key", UUID.randomUUID().toString())
                    .POST(BodyPublishers.ofString(holdRequest(1))));

    assertThat(answer.status()).isEqualTo(400);
    assertThat(answer.text("code")).isEqualTo("invalid_idempotency_key");
  }

  @Test
  void aPathInOtherCharactersIsTheSameWrite() {
    String key = UUID.randomUUID().toString();
    Answer first = buyer.post(holds(), holdRequest(1), key);
    Answer encoded = buyer.post(holds().replace("shw_", "shw%5F"), holdRequest(1), key);

    assertThat(encoded.response().headers().firstValue("Idempotency-Replayed")).contains("true");
    assertThat(encoded.text("id")).isEqualTo(first.text("id"));
  }

  @Test
  void aRefusalIsNotRemembered() {
    OnSale one = stage.onSale(sale.organiser(), 1);
    Player rival = stage.buyer();
    String held = stage.hold(rival, one, 1).text("id");
    Write write =
        Write.of(
            "hold",
            buyer,
            "/api/v1/shows/" + one.show() + "/holds",
            "{\"ticketType\": \"%s\", \"quantity\": 1}".formatted(one.ticketType()));

    assertThat(write.go().text("code")).isEqualTo("sold_out");
    assertThat(rival.delete("/api/v1/holds/" + held).status()).isEqualTo(204);
    assertThat(write.go().status()).isEqualTo(201);
  }

  @Test
  void aHoldBecomesOneOrderWhateverKeysAreSent() throws Exception {
    String hold = stage.hold(buyer, sale, 1).text("id");

    List<Answer> answers =
        atOnce(AT_ONCE, () -> buyer.post("/api/v1/orders", "{\"hold\": \"" + hold + "\"}"));

    assertThat(answers).extracting(Answer::status).containsOnly(201);
    assertThat(answers)
        .extracting(answer -> answer.text("id"))
        .containsOnly(answers.getFirst().text("id"));
  }

  @Test
  void anOrderIsPaidOnceWhateverKeysAreSent() throws Exception {
    String order = stage.order(buyer, sale);

    List<Answer> answers = atOnce(AT_ONCE, () -> stage.pay(buyer, order, "sim_ok"));
    stage.awaitState(buyer, order, "FULFILLED");

    assertThat(answers.stream().filter(answer -> answer.status() == 202)).hasSize(1);
    assertThat(answers.stream().filter(answer -> answer.status() != 202))
        .allMatch(answer -> answer.status() == 409)
        .extracting(answer -> answer.text("code"))
        .allMatch(code -> Set.of("payment_under_way", "order_already_paid").contains(code));
    assertThat(buyer.get(order + "/payments").json().required("data").size()).isEqualTo(1);
  }

  private static List<Answer> atOnce(int times, Supplier<Answer> send) throws Exception {
    try (ExecutorService callers = Executors.newVirtualThreadPerTaskExecutor()) {
      List<Future<Answer>> calls = new ArrayList<>();
      for (int i = 0; i < times; i++) {
        calls.add(callers.submit(send::get));
      }
      List<Answer> answers = new ArrayList<>();
      for (Future<Answer> call : calls) {
        answers.add(call.get());
      }
      return answers;
    }
  }

  /** Counts what the journal says that {@code caller} did over REST. */
  private long eventsBy(Player caller) {
    return database
        .sql(
            """
            select count(*) from journal.records
            where convert_from(metadata, 'UTF8') like '%"' || ? || '"%'
              and convert_from(metadata, 'UTF8') like '%"rest"%'
              and aggregate_type not in ('Payment', 'Book', 'Ticket')
              and payload_type not like '%Fulfilled' and payload_type not like '%OrderPaid'
              and payload_type not like '%HoldConverted' and payload_type not like '%Refunded'
              and payload_type not like '%PayoutPosted' and payload_type not like '%PayoutRefused'
              and payload_type not like '%SeatsReturned' and payload_type not like '%PoolOpened'
              and payload_type not like '%HoldReleased'
            """)
        .param(caller.id())
        .query(Long.class)
        .single();
  }

  private static String header(Answer answer, String name) {
    return answer.response().headers().firstValue(name).orElse("");
  }

  private static String describe(Write write, Answer answer) {
    return write.name() + ": " + answer.response().body();
  }
}
