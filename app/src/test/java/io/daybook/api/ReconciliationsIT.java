package io.daybook.api;

import static org.assertj.core.api.Assertions.assertThat;

import io.daybook.Http.Answer;
import io.daybook.IntegrationTest;
import io.daybook.ledger.book.ChartOfAccounts;
import java.time.Duration;
import java.time.Instant;
import java.util.Currency;
import java.util.UUID;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.JsonNode;

/** A provider's statement is compared with the ledger, and each difference is resolved. */
@IntegrationTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ReconciliationsIT {
  private static final String ALL = "/api/v1/reconciliations";
  private static final String CLEARING =
      ChartOfAccounts.paymentClearing(Currency.getInstance("EUR")).value();

  @LocalServerPort private int port;

  private Stage stage;
  private Player admin;
  private Instant from;
  private Instant until;
  private String first;

  @BeforeAll
  void twoSales() {
    stage = new Stage(port);
    admin = Player.demo(port, "ada");
    Stage.OnSale sale = stage.onSale(stage.clearedOrganiser(), 10);
    from = Instant.now();
    String order = stage.buy(stage.buyer(), sale);
    first = order.substring(order.lastIndexOf('/') + 1);
    stage.buy(stage.buyer(), sale);
    Stage.pause(Duration.ofMillis(20));
    until = Instant.now();
  }

  private Answer compare(String type, String file) {
    return compare(admin, type, file, UUID.randomUUID().toString());
  }

  private Answer compare(Player who, String type, String file, String key) {
    return new StatementUpload(CLEARING, from, until, type, file).send(who, key);
  }

  /** Both sales of 45 EUR are posted with their orders as references. */
  private String csv(String amountOfFirst) {
    String day = from.toString().substring(0, 10);
    return "date,amount,currency,reference\r\n%s,%s,EUR,%s\r\n%s,7.00,EUR,bank-77"
        .formatted(day, amountOfFirst, first, day);
  }

  @Test
  void aStatementIsComparedAndItsDifferencesAreResolved() {
    String key = UUID.randomUUID().toString();
    Answer compared = compare(admin, "text/csv", csv("44.00"), key);
    assertThat(compared.status()).describedAs(compared.response().body()).isEqualTo(201);
    assertThat(compare(admin, "text/csv", csv("44.00"), key).text("id"))
        .isEqualTo(compared.text("id"));
    String one = ALL + "/" + compared.text("id");
    stage.await(() -> admin.get(one), answer -> answer.status() == 200);

    JsonNode differences = admin.get(one + "/differences?open=true").json().path("data");

    assertThat(differences.findValuesAsString("kind"))
        .containsExactly("DIFFERING", "MISSING", "UNEXPECTED");
    assertThat(differences.path(0).path("inFile").path("amountMinor").asLong(-1)).isEqualTo(4_400);
    String suspense = suspense();
    resolve(one, 1, "SUSPENSE");
    resolve(one, 2, "COUNTERPARTY_ERROR");
    resolve(one, 3, "TIMING");
    stage.await(
        () -> admin.get(one), answer -> answer.json().path("openDifferences").asInt(-1) == 0);
    assertThat(admin.get(one + "/differences?open=true").json().path("data").isEmpty()).isTrue();
    stage.await(
        () -> admin.get("/api/v1/ledger/accounts/suspense:payments:EUR"),
        answer -> answer.json().path("balanceMinor").asLong(0) - Long.parseLong(suspense) == -100);
    assertThat(
            admin
                .post(one + "/differences/3:resolve", "{\"resolution\": \"DUPLICATE\"}")
                .text("code"))
        .isEqualTo("already_resolved");
  }

  private String suspense() {
    Answer account = admin.get("/api/v1/ledger/accounts/suspense:payments:EUR");
    return account.status() == 200 ? account.json().path("balanceMinor").asString("0") : "0";
  }

  private void resolve(String one, int number, String resolution) {
    Answer answer =
        admin.post(
            one + "/differences/" + number + ":resolve",
            "{\"resolution\": \"" + resolution + "\"}");
    assertThat(answer.status()).describedAs(answer.response().body()).isEqualTo(202);
  }

  @Test
  void ourOwnCamtAgreesWithUs() {
    String period = "?from=" + from + "&until=" + until;
    String camt =
        admin
            .get("/api/v1/reports/accounts/" + CLEARING + "/statement.camt053.xml" + period)
            .response()
            .body();
    // A bank's statement is seen from the other side.
    String banks = camt.replace("CRDT", "OURS").replace("DBIT", "CRDT").replace("OURS", "DBIT");

    Answer compared = compare("application/xml", banks);

    assertThat(compared.status()).describedAs(compared.response().body()).isEqualTo(201);
    assertThat(compared.json().path("differences").asInt(-1)).isZero();
    assertThat(compared.json().path("matched").asInt(-1)).isGreaterThanOrEqualTo(2);
  }

  @Test
  void whatCannotBeComparedIsRefused() {
    assertThat(compare("text/plain", csv("1.00")).status()).isEqualTo(415);
    assertThat(compare("text/csv", "nonsense").text("code")).isEqualTo("statement_malformed");
    assertThat(compare("application/xml", csv("1.00")).text("code"))
        .isEqualTo("statement_malformed");
    assertThat(compare(stage.buyer(), "text/csv", csv("1.00"), "k").status()).isEqualTo(403);
    assertThat(compare(Player.demo(port, "aude"), "text/csv", csv("1.00"), "k").status())
        .isEqualTo(403);
    assertThat(admin.get(ALL + "/rcn_" + "0".repeat(26)).status()).isEqualTo(404);
  }
}
