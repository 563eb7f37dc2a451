package io.daybook.api;

import static org.assertj.core.api.Assertions.assertThat;

import io.daybook.IntegrationTest;
import io.daybook.api.Routes.Route;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.function.Supplier;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestMethodOrder;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/** Every route that takes JSON refuses what is not exactly what it asks for. */
@IntegrationTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class StrictBodyIT {
  private static final HttpClient CLIENT = HttpClient.newHttpClient();
  private static final String JSON = "application/json";
  private static final int FUZZ_ROUNDS = 400;
  private static final long CALM_MILLIS = 2_000;

  @LocalServerPort private int port;
  @Autowired private RequestMappingHandlerMapping requestMappingHandlerMapping;
  @Autowired private JdbcClient database;

  private Stage stage;
  private Stage.OnSale sale;
  private Player buyer;
  private Map<String, Target> targets;

  /** A route with somebody who may call it, a path that is there and a body that is accepted. */
  private record Target(Player caller, Supplier<String> path, String body) {}

  @BeforeAll
  void everyRouteHasATarget() {
    stage = new Stage(port);
    Player organiser = stage.clearedOrganiser();
    Player applicant = stage.organiser();
    String openCase = stage.apply(applicant);
    sale = stage.onSale(organiser, 1_000);
    buyer = stage.buyer();
    String hold = stage.hold(buyer, sale, 1).text("id");
    String order = stage.order(buyer, sale);
    String paid = stage.buy(buyer, sale);
    String kybCase = stage.submit(stage.organiser());
    Player officer = Player.demo(port, "olga");
    String nameAndPassword = "{\"username\": \"nobody-here\", \"password\": \"0123456789\"}";
    targets = new LinkedHashMap<>();
    put("/api/v1/auth/login", buyer, "/api/v1/auth/login", nameAndPassword);
    put("/api/v1/auth/register", buyer, "/api/v1/auth/register", nameAndPassword);
    put("/api/v1/auth/refresh", buyer, "/api/v1/auth/refresh", "{\"refreshToken\": \"x\"}");
    put(
        "/api/v1/compliance/tasks/{task}:decide",
        officer,
        Stage.decision(kybCase),
        Stage.approval());
    put(
        "/api/v1/compliance/subjects/{user}/erasures",
        officer,
        "/api/v1/compliance/subjects/" + stage.buyer().id() + "/erasures",
        """
        {"classes": ["ACCOUNT"], "level": "KEYS", "basis": "NO_LONGER_NEEDED"}\
        """);
    put(
        "/api/v1/compliance/subjects/{user}/legal-holds",
        officer,
        "/api/v1/compliance/subjects/" + stage.buyer().id() + "/legal-holds",
        "{\"reference\": \"4-Js-12\"}");
    Player admin = Player.demo(port, "ada");
    String keys = "/api/v1/admin/journal-keys";
    put(
        keys + "/drafts",
        admin,
        keys + "/drafts",
        "{\"use\": \"log\", \"algorithm\": \"Ed25519\"}");
    put(
        keys + "/retirement-drafts",
        admin,
        keys + "/retirement-drafts",
        "{\"keyId\": \"00000000\"}");
    put(keys + "/proposals", admin, keys + "/proposals", "{\"statement\": \"no note\"}");
    put(
        "/api/v1/admin/webhooks",
        admin,
        "/api/v1/admin/webhooks",
        "{\"url\": \"https://example.com/\", \"types\": [\"ledger.book.*\"]}");
    put(
        "/api/v1/reconciliations/{reconciliation}/differences/{number}:resolve",
        admin,
        difference(admin) + ":resolve",
        "{\"resolution\": \"TIMING\"}");
    String remedies = "/api/v1/chain/remedies";
    put(remedies, admin, remedies, "{\"act\": \"RESUME_SENDING\"}");
    put("/api/v1/orders", buyer, "/api/v1/orders", "{\"hold\": \"" + hold + "\"}");
    put("/api/v1/orders/{order}/payments", buyer, order + "/payments", "{\"method\": \"sim_ok\"}");
    put(
        "/api/v1/orders/{order}/refunds",
        organiser,
        paid + "/refunds",
        "{\"reason\": \"The buyer fell ill\"}");
    put("/api/v1/organizers", stage.organiser(), "/api/v1/organizers", Stage.business("New GmbH"));
    put(
        "/api/v1/organizers/{organiser}/kyb-cases",
        applicant,
        openCase.substring(0, openCase.lastIndexOf('/')),
        Stage.business("New GmbH"));
    putParties(applicant, openCase, officer, kybCase);
    putLedger();
    put(
        "/api/v1/payouts",
        organiser,
        "/api/v1/payouts",
        Stage.payout(stage.payoutAccount(organiser), 1));
    put(
        "/api/v1/payout-accounts",
        organiser,
        "/api/v1/payout-accounts",
        "{\"token\": \"bank_1a2b\"}");
    putWallets(buyer, organiser);
    put("/api/v1/shows", organiser, "/api/v1/shows", Stage.showRequest(10));
    put(
        "/api/v1/shows/{show}/holds",
        buyer,
        "/api/v1/shows/" + sale.show() + "/holds",
        "{\"ticketType\": \"" + sale.ticketType() + "\", \"quantity\": 1}");
  }

  private void putWallets(Player buyer, Player organiser) {
    String euro = "\"amount\": {\"amountMinor\": 1, \"currency\": \"EUR\"}";
    String own = "/api/v1/wallets/me";
    put(own + "/top-ups", buyer, own + "/top-ups", "{" + euro + ", \"method\": \"sim_ok\"}");
    String other = stage.buyer().id();
    put(own + "/gifts", buyer, own + "/gifts", "{" + euro + ", \"to\": \"" + other + "\"}");
    String id = Stage.organiserId(organiser);
    String tips = "/api/v1/organizers/" + id;
    put("/api/v1/organizers/{organiser}/tips", buyer, tips + "/tips", "{" + euro + "}");
    put(
        "/api/v1/organizers/{organiser}/tip-split",
        organiser,
        tips + "/tip-split",
        "{\"currency\": \"EUR\", \"shares\": [{\"organiser\": \"" + id + "\", \"weight\": 1}]}");
  }

  /** Returns the path of something that a statement has and the ledger does not. */
  private String difference(Player admin) {
    String csv = "date,amount,currency,reference\n2026-01-01,1.00,EUR,none-1";
    var upload =
        new StatementUpload("clearing:payments:EUR", Instant.EPOCH, Instant.EPOCH, "text/csv", csv);
    String one =
        "/api/v1/reconciliations/" + upload.send(admin, UUID.randomUUID().toString()).text("id");
    stage.await(() -> admin.get(one), answer -> answer.status() == 200);
    return one + "/differences/1";
  }

  private void putParties(Player applicant, String openCase, Player officer, String kybCase) {
    String parties = "/api/v1/organizers/{organiser}/kyb-cases/{kybCase}/parties";
    String party = "{\"kind\": \"PERSON\", \"roles\": [\"OWNER\"], \"name\": \"Anna Berg\"}";
    String own = openCase + "/parties";
    put(parties, applicant, own, party);
    String id = applicant.post(own, party).text("id");
    put(parties + "/{party}:change", applicant, own + "/" + id + ":change", party);
    put(
        "/api/v1/organizers/{organiser}/kyb-cases/{kybCase}/ownership",
        applicant,
        openCase + "/ownership",
        "{\"holdings\": [{\"owner\": \"%s\", \"owned\": \"%s\", \"basisPoints\": 1}], \"controls\": []}"
            .formatted(id, id));
    put(
        "/api/v1/compliance/cases/{kybCase}:ask",
        officer,
        "/api/v1/compliance/cases/" + kybCase + ":ask",
        "{\"question\": \"Who?\", \"documents\": [\"BANK_STATEMENT\"], \"days\": 14}");
    put(
        "/api/v1/organizers/{organiser}/kyb-cases/{kybCase}:answer",
        applicant,
        openCase + ":answer",
        "{\"answer\": \"Nobody\"}");
    put(
        "/api/v1/compliance/cases/{kybCase}/hits/{hit}:decide",
        officer,
        "/api/v1/compliance/cases/" + kybCase + "/hits/hit_" + "0".repeat(26) + ":decide",
        "{\"disposition\": \"CONFIRM\", \"reason\": \"It is the one\"}");
  }

  private void putLedger() {
    Player finance = Player.demo(port, "fiona");
    Player officer = Player.demo(port, "olga");
    String ledger = "/api/v1/ledger";
    String account = "strict:bodies:EUR";
    assertThat(
            finance
                .post(
                    ledger + "/accounts",
                    """
                    {"id": "%s", "kind": "ASSET", "currency": "EUR"}\
                    """
                        .formatted(account))
                .status())
        .isEqualTo(201);
    String line =
        """
        {"account": "%s", "side": "%s", "amount": {"amountMinor": 1, "currency": "EUR"}}\
        """;
    String postings =
        "{\"postings\": ["
            + line.formatted(account, "DEBIT")
            + ", "
            + line.formatted(account, "CREDIT")
            + "]}";
    String entry = finance.post(ledger + "/entries", postings).text("id");
    put(ledger + "/entries", finance, ledger + "/entries", postings);
    String reversal = ledger + "/entries/" + entry + ":reverse";
    put(ledger + "/entries/{entry}:reverse", finance, reversal, "{\"memo\": \"wrong\"}");
    put(
        ledger + "/accounts",
        finance,
        ledger + "/accounts",
        """
        {"id": "strict:other:EUR", "kind": "ASSET", "currency": "EUR"}\
        """);
    String one = ledger + "/accounts/" + account;
    String all = ledger + "/accounts/{account}";
    put(all + ":set-terms", finance, one + ":set-terms", "{\"tier\": \"BASIC\"}");
    put(all + ":describe", finance, one + ":describe", "{\"metadata\": {}}");
    put(all + ":freeze", officer, one + ":freeze", "{\"reference\": \"AZ-1\"}");
    put(all + ":unfreeze", officer, one + ":unfreeze", "{\"reference\": \"AZ-1\"}");
    String money = "{\"amountMinor\": 1, \"currency\": \"EUR\"}";
    String held =
        "{\"debit\": \"%s\", \"credit\": \"%s\", \"amount\": %s}"
            .formatted(account, account, money);
    String hold = ledger + "/holds/" + finance.post(ledger + "/holds", held).text("id");
    put(ledger + "/holds", finance, ledger + "/holds", held);
    put(ledger + "/holds/{hold}:capture", finance, hold + ":capture", "{\"memo\": \"x\"}");
    String group = ledger + "/hold-groups/none:capture";
    put(ledger + "/hold-groups/{group}:capture", finance, group, "{\"memo\": \"x\"}");
    putRules(finance, ledger, account, postings);
    put(
        ledger + "/chart-rules",
        finance,
        ledger + "/chart-rules",
        "{\"path\": \"strict\", \"mayMeet\": []}");
  }

  private void putRules(Player finance, String ledger, String account, String postings) {
    put(
        ledger + "/entries:batch",
        finance,
        ledger + "/entries:batch",
        "{\"linked\": true, \"entries\": [" + postings + "]}");
    String wrong = finance.post(ledger + "/entries", postings).text("id");
    String correct = ledger + "/entries/" + wrong + ":correct";
    put(ledger + "/entries/{entry}:correct", finance, correct, postings);
    String rules = ledger + "/rules";
    String template =
        "{\"name\": \"tip\", \"debits\": [%1$s], \"credits\": [%1$s]}"
            .formatted("{\"account\": \"" + account + "\", \"weight\": 1}");
    put(rules + "/templates", finance, rules + "/templates", template);
    assertThat(finance.post(rules + "/templates", template).status()).isEqualTo(202);
    String posted = ledger + "/entries/from-template/";
    put(
        posted + "{template}",
        finance,
        posted + "tip",
        "{\"amount\": {\"amountMinor\": 1, \"currency\": \"EUR\"}, \"memo\": \"tip\"}");
    String closed = rules + "/closed-period";
    put(closed, finance, closed, "{\"through\": \"1950-01-01\"}");
    String outflow = rules + "/outflow-limits";
    put(outflow, finance, outflow, "{\"tier\": \"STRICT\", \"currency\": \"EUR\"}");
    put(rules + "/approval-limit", finance, rules + "/approval-limit", "{\"currency\": \"CHF\"}");
  }

  private void put(String pattern, Player caller, String path, String body) {
    targets.put(pattern, new Target(caller, () -> path, body));
  }

  @Test
  void noRouteIsForgotten() {
    List<String> reading =
        Routes.of(requestMappingHandlerMapping).stream()
            .filter(Route::readsJson)
            .map(Route::pattern)
            .toList();

    assertThat(targets.keySet()).containsExactlyInAnyOrderElementsOf(reading);
  }

  @Test
  void brokenDocumentsAreRefused() {
    assertAllRefused(
        WrongBodies::documents,
        (what, status) -> assertThat(status).describedAs(what).isEqualTo(400));
  }

  @Test
  void everyFieldIsAskedForExactly() {
    assertAllRefused(
        WrongBodies::fields,
        // A text may be no known id (404) or have a meaning that is refused (422).
        (what, status) -> assertThat(status).describedAs(what).isIn(400, 404, 422));
  }

  @Test
  void bodiesOfOneByteMoreThanTheirLimitAreRefused() {
    long before = calmJournalSize();
    targets.forEach((pattern, target) -> {
      int limit = pattern.startsWith("/api/v1/ledger/") ? 1024 * 1024 : 64 * 1024;
      byte[] tooLarge = " ".repeat(limit + 1).getBytes(StandardCharsets.UTF_8);
      assertProblem(pattern, 413, send(target, JSON, JSON, BodyPublishers.ofByteArray(tooLarge)));
      // Without a Content-Length.
      BodyPublisher chunked = BodyPublishers.fromPublisher(BodyPublishers.ofByteArray(tooLarge));
      assertProblem(pattern, 413, send(target, JSON, JSON, chunked));
    });
    assertThat(journalSize()).isEqualTo(before);
  }

  @Test
  void otherLanguagesAreNotSpoken() {
    long before = calmJournalSize();
    targets.forEach((pattern, target) -> {
      for (String type :
          List.of(
              "text/plain",
              "application/xml",
              "text/xml",
              "application/yaml",
              "application/x-yaml",
              "application/cbor",
              "application/x-jackson-smile",
              "application/x-www-form-urlencoded",
              "multipart/form-data; boundary=x",
              "multipart/form-data",
              "application/octet-stream",
              "application/problem+json",
              "application/json; charset=ISO-8859-1",
              "application/json; charset=UTF-16",
              "application/json; charset=nothing",
              "application/*",
              "*/*",
              "json",
              "")) {
        assertProblem(
            pattern + " " + type,
            415,
            send(target, type, JSON, BodyPublishers.ofString(target.body())));
      }
      assertProblem(
          pattern + " UTF-16",
          400,
          send(
              target,
              JSON,
              JSON,
              BodyPublishers.ofString(target.body(), Charset.forName("UTF-16LE"))));
    });
    assertThat(journalSize()).isEqualTo(before);
  }

  @Test
  void answersAreJsonOrNothing() {
    long before = calmJournalSize();
    targets.forEach((pattern, target) -> {
      for (String accepted : List.of("application/xml", "text/html", "image/png", "nonsense")) {
        assertProblem(
            pattern + " " + accepted,
            406,
            send(target, JSON, accepted, BodyPublishers.ofString(target.body())));
      }
    });
    assertThat(journalSize()).isEqualTo(before);
  }

  /** Last: some of it is accepted, and then an entry is reversed or a ticket paid. */
  @Test
  @Order(Integer.MAX_VALUE)
  void randomDamageNeverBreaksTheServer() {
    long seed = new Random().nextLong();
    var random = new Random(seed);
    List<Target> all = List.copyOf(targets.values());
    for (int round = 0; round < FUZZ_ROUNDS; round++) {
      Target target = all.get(random.nextInt(all.size()));
      byte[] body = WrongBodies.damaged(target.body().getBytes(StandardCharsets.UTF_8), random);
      HttpResponse<String> answer = send(target, JSON, JSON, BodyPublishers.ofByteArray(body));
      String what =
          "seed %d, round %d: %s".formatted(seed, round, new String(body, StandardCharsets.UTF_8));
      assertThat(answer.statusCode()).describedAs(what).isLessThan(500);
      if (answer.statusCode() >= 400) {
        assertProblem(what, answer.statusCode(), answer);
      }
    }
  }

  private interface BodyMaker {
    Map<String, byte[]> of(String valid);
  }

  private interface StatusCheck {
    void check(String what, int status);
  }

  private void assertAllRefused(BodyMaker bodies, StatusCheck check) {
    long before = calmJournalSize();
    targets.forEach((pattern, target) ->
        bodies
            .of(target.body())
            .forEach((what, body) -> {
              HttpResponse<String> answer =
                  send(target, JSON, JSON, BodyPublishers.ofByteArray(body));
              String name = pattern + " with " + what;
              if (!isAllowed(pattern, what)) {
                check.check(name + ": " + answer.body(), answer.statusCode());
                assertProblem(name, answer.statusCode(), answer);
              }
            }));
    assertThat(journalSize()).isEqualTo(before);
  }

  /** A null role is a role that is not said; and a name that is too short is just wrong. */
  private static boolean isAllowed(String pattern, String what) {
    return pattern.equals("/api/v1/auth/login") && what.startsWith("password = \"");
  }

  private HttpResponse<String> send(
      Target target, String contentType, String accept, BodyPublisher body) {
    HttpRequest.Builder request =
        target
            .caller()
            .http()
            .request(target.path().get())
            .header("Accept", accept)
            .header("Idempotency-Key", UUID.randomUUID().toString())
            .POST(body);
    if (!contentType.isEmpty()) {
      request.header("Content-Type", contentType);
    }
    try {
      return CLIENT.send(request.build(), BodyHandlers.ofString());
    } catch (java.io.IOException e) {
      throw new AssertionError(contentType, e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new AssertionError(e);
    }
  }

  private static void assertProblem(String what, int status, HttpResponse<String> answer) {
    assertThat(answer.statusCode()).describedAs("%s: %s", what, answer.body()).isEqualTo(status);
    assertThat(answer.headers().firstValue("Content-Type").orElse(""))
        .describedAs(what)
        .startsWith("application/problem+json");
    assertThat(answer.body()).describedAs(what).contains("\"code\":\"");
    assertThat(answer.body())
        .describedAs(what)
        .doesNotContain("io.daybook", "java.", "tools.jackson", "Exception", "springframework");
  }

  /** Whoever wrote last may have started something that goes on for a moment. */
  private long calmJournalSize() {
    long last = -1;
    for (long size = journalSize(); size != last; size = journalSize()) {
      last = size;
      pause(CALM_MILLIS);
    }
    return last;
  }

  private static void pause(long millis) {
    try {
      Thread.sleep(millis);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new AssertionError(e);
    }
  }

  /** What the journal has beside that writes were refused, which is a fact of the ledger. */
  private long journalSize() {
    return database
        .sql("select count(*) from journal.records where payload_type <> ?")
        .param("ledger.book.WriteRefused")
        .query(Long.class)
        .single();
  }
}
