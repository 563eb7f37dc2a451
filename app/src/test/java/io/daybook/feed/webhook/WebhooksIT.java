package io.daybook.feed.webhook;

import static org.assertj.core.api.Assertions.assertThat;

import io.daybook.Http;
import io.daybook.Http.Answer;
import io.daybook.IntegrationTest;
import io.daybook.api.Player;
import io.daybook.api.Stage;
import io.daybook.feed.webhook.Receiver.Received;
import java.util.Base64;
import java.util.List;
import java.util.UUID;
import java.util.function.Predicate;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.TestPropertySource;

/** Business facts reach other companies' servers: signed, in order, at least once. */
@IntegrationTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestPropertySource(
    properties = {
      "daybook.webhooks.trusted-hosts=localhost",
      "daybook.webhooks.retries=200ms,200ms,200ms",
      "daybook.webhooks.timeout=2s"
    })
class WebhooksIT {
  private static final String ALL = "/api/v1/admin/webhooks";
  private static final String CREATED = "ticketing.show.ShowCreated";

  @LocalServerPort private int port;
  @Autowired private JdbcClient database;

  private Receiver receiver;
  private Stage stage;
  private Player admin;
  private Player organiser;

  @BeforeAll
  void start() throws Exception {
    receiver = new Receiver();
    stage = new Stage(port);
    admin = Player.demo(port, "ada");
    organiser = stage.clearedOrganiser();
  }

  @AfterAll
  void stop() {
    receiver.close();
  }

  /** An endpoint that is registered. */
  private record Endpoint(String id, String path, String secret) {}

  private Endpoint register(String... types) {
    String path = "/" + UUID.randomUUID();
    Answer made = admin.post(ALL, request(receiver.url(path), types));
    assertThat(made.status()).describedAs(made.response().body()).isEqualTo(201);
    var endpoint = new Endpoint(made.text("id"), path, made.text("secret"));
    await(endpoint, answer -> answer.status() == 200);
    return endpoint;
  }

  private static String request(String url, String... types) {
    String quoted = types.length == 0 ? "" : "\"" + String.join("\", \"", types) + "\"";
    return "{\"url\": \"" + url + "\", \"types\": [" + quoted + "]}";
  }

  private Answer await(Endpoint endpoint, Predicate<Answer> wished) {
    return stage.await(() -> admin.get(ALL + "/" + endpoint.id()), wished);
  }

  private List<Received> awaitMessages(Endpoint endpoint, int count) {
    await(endpoint, _ -> receiver.received(endpoint.path()).size() >= count);
    return receiver.received(endpoint.path());
  }

  private void createShow() {
    assertThat(organiser.post("/api/v1/shows", Stage.showRequest(5)).status()).isEqualTo(201);
  }

  @Test
  void aSaleIsToldSignedInOrderAndWithoutPeople() {
    Endpoint endpoint = register("ticketing.order.*", "ledger.book.EntryPosted");
    String order = stage.buy(stage.buyer(), stage.onSale(organiser, 5));
    String orderId = order.substring(order.lastIndexOf('/') + 1);

    await(
        endpoint,
        _ -> receiver.received(endpoint.path(), "ticketing.order.OrderFulfilled").count() == 1);

    List<Received> messages = receiver.received(endpoint.path());
    assertThat(messages).allMatch(message -> message.signatureOf(endpoint.secret()) == 0);
    assertThat(messages)
        .extracting(Received::id)
        .doesNotHaveDuplicates()
        .allMatch(id -> id.startsWith("msg_"));
    assertThat(messages.toString()).doesNotContain("usr_", "sealed:1:");
    assertThat(messages)
        .filteredOn(m -> m.json().path("data").path("aggregateId").asString("").equals(orderId))
        .extracting(m -> m.json().path("data").path("sequence").asInt(-1))
        .hasSizeGreaterThan(2)
        .isSorted()
        .doesNotHaveDuplicates();
    assertThat(messages).extracting(Received::type).contains("ledger.book.EntryPosted");
  }

  @Test
  void anAttemptThatFailsIsRepeatedUnderTheSameId() {
    Endpoint endpoint = register(CREATED);
    receiver.answer(endpoint.path(), 500, 302, 204);
    createShow();

    List<Received> attempts = awaitMessages(endpoint, 3);

    assertThat(attempts.stream().map(Received::id).distinct()).hasSize(1);
    assertThat(receiver.received("/elsewhere")).isEmpty();
    Answer log =
        stage.await(
            () -> admin.get(ALL + "/" + endpoint.id() + "/deliveries?state=DELIVERED"),
            answer -> answer.json().path("data").size() == 1);
    assertThat(log.json().path("data").path(0).path("attempts").asInt(0)).isEqualTo(3);
    assertThat(log.json().path("data").path(0).path("messageId").asString(""))
        .isEqualTo(attempts.getFirst().id());
  }

  @Test
  void bothSecretsSignWhileOneReplacesTheOther() {
    Endpoint endpoint = register(CREATED);
    Answer rotated = admin.act(ALL + "/" + endpoint.id() + ":rotate");
    assertThat(rotated.status()).isEqualTo(202);
    createShow();

    Received message = awaitMessages(endpoint, 1).getFirst();

    assertThat(rotated.text("secret")).startsWith("whsec_").isNotEqualTo(endpoint.secret());
    assertThat(message.signatureOf(rotated.text("secret"))).isZero();
    assertThat(message.signatureOf(endpoint.secret())).isEqualTo(1);
  }

  @Test
  void goneMeansNoMoreUntilItIsEnabledAgain() {
    Endpoint endpoint = register(CREATED);
    receiver.answer(endpoint.path(), 410);
    createShow();
    Answer disabled = await(endpoint, answer -> answer.text("state").equals("DISABLED"));
    assertThat(disabled.text("cause")).isEqualTo("GONE");
    receiver.answer(endpoint.path(), 204);

    assertThat(admin.act(ALL + "/" + endpoint.id() + ":enable").status()).isEqualTo(202);

    stage.await(
        () -> admin.get(ALL + "/" + endpoint.id() + "/deliveries?state=DELIVERED"),
        answer -> answer.json().path("data").size() == 1);
  }

  @Test
  void whatFailsForTooLongDisablesTheEndpointAndCanBeSentAgain() {
    Endpoint endpoint = register(CREATED);
    receiver.answer(endpoint.path(), 503);
    createShow();
    Answer disabled = await(endpoint, answer -> answer.text("state").equals("DISABLED"));
    assertThat(disabled.text("cause")).isEqualTo("UNREACHABLE");
    String deliveries = ALL + "/" + endpoint.id() + "/deliveries";
    Answer failed = admin.get(deliveries + "?state=FAILED");
    long position = failed.json().path("data").path(0).path("position").asLong(-1);
    assertThat(failed.json().path("data").path(0).path("attempts").asInt(0)).isEqualTo(4);
    receiver.answer(endpoint.path(), 204);

    assertThat(admin.act(deliveries + "/" + position + ":redeliver").status()).isEqualTo(202);
    assertThat(admin.act(ALL + "/" + endpoint.id() + ":enable").status()).isEqualTo(202);

    stage.await(
        () -> admin.get(deliveries + "?state=DELIVERED"),
        answer -> answer.json().path("data").size() == 1);
    assertThat(receiver.received(endpoint.path()).stream().map(Received::id).distinct()).hasSize(1);
  }

  @Test
  void anAttemptOfADeadProcessIsMadeAgain() {
    Endpoint endpoint = register(CREATED);
    assertThat(admin.act(ALL + "/" + endpoint.id() + ":disable").status()).isEqualTo(202);
    await(endpoint, answer -> answer.text("state").equals("DISABLED"));
    createShow();
    assertThat(admin.act(ALL + "/" + endpoint.id() + ":enable").status()).isEqualTo(202);
    awaitMessages(endpoint, 1);
    await(endpoint, _ -> delivered(endpoint) == 1);

    // As a process leaves it that dies after the endpoint took the message.
    database
        .sql(
            """
            update bridge.webhook_deliveries
            set state = 'PENDING', attempts = 0, claimed_until = now() + interval '1 second'
            where webhook_id = ?\
            """)
        .param(endpoint.id())
        .update();

    List<Received> twice = awaitMessages(endpoint, 2);
    assertThat(twice.stream().map(Received::id).distinct()).hasSize(1);
  }

  private long delivered(Endpoint endpoint) {
    return database
        .sql(
            "select count(*) from bridge.webhook_deliveries"
                + " where webhook_id = ? and state = 'DELIVERED'")
        .param(endpoint.id())
        .query(Long.class)
        .single();
  }

  @Test
  void aSecretIsShownOnceAndSealedWhereItIsKept() {
    String key = UUID.randomUUID().toString();
    String body = request(receiver.url("/" + key), CREATED);
    Answer made = admin.post(ALL, body, key);

    assertThat(admin.post(ALL, body, key).text("secret")).isEqualTo(made.text("secret"));
    Endpoint endpoint = new Endpoint(made.text("id"), "", made.text("secret"));
    Answer shown = await(endpoint, answer -> answer.status() == 200);
    assertThat(shown.response().body()).doesNotContain("whsec_", "secret");
    byte[] secret = Base64.getDecoder().decode(made.text("secret").substring("whsec_".length()));
    List<byte[]> kept =
        database
            .sql("select sealed from bridge.webhook_secrets where webhook_id = ?")
            .param(endpoint.id())
            .query((row, number) -> row.getBytes(1))
            .list();
    assertThat(kept).hasSize(1);
    assertThat(kept.getFirst()).hasSize(60);
    assertThat(new String(kept.getFirst(), java.nio.charset.StandardCharsets.ISO_8859_1))
        .doesNotContain(new String(secret, java.nio.charset.StandardCharsets.ISO_8859_1));
  }

  @Test
  void internalAddressesAndUnknownTypesAreRefused() {
    for (String url :
        List.of(
            "https://127.0.0.1/",
            "https://10.1.2.3/",
            "https://169.254.169.254/latest",
            "https://[::1]/",
            "https://2130706433/",
            "http://example.com/",
            "https://a@1.1.1.1/",
            "https://1.1.1.1/?q=1",
            "nonsense",
            "")) {
      Answer answer = admin.post(ALL, request(url, CREATED));
      assertThat(answer.status()).describedAs(url).isEqualTo(422);
      assertThat(answer.text("code")).isEqualTo("destination_refused");
    }
    assertThat(admin.post(ALL, request("https://1.1.1.1/", "retention.*")).text("code"))
        .isEqualTo("invalid_request");
  }

  @Test
  void onlyAdministratorsDecideWhoIsTold() {
    String body = request("https://1.1.1.1/", CREATED);
    Player auditor = Player.demo(port, "aude");

    assertThat(organiser.post(ALL, body).status()).isEqualTo(403);
    assertThat(auditor.post(ALL, body).status()).isEqualTo(403);
    assertThat(organiser.get(ALL).status()).isEqualTo(403);
    assertThat(auditor.get(ALL).status()).isEqualTo(200);
    assertThat(Http.anonymous(port).get(ALL).status()).isEqualTo(401);
    assertThat(admin.get(ALL + "/whk_" + "0".repeat(26)).status()).isEqualTo(404);
    assertThat(admin.get(ALL + "/nothing").status()).isEqualTo(404);
  }
}
