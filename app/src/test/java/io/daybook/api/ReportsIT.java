package io.daybook.api;

import static org.assertj.core.api.Assertions.assertThat;

import io.daybook.Http.Answer;
import io.daybook.IntegrationTest;
import io.daybook.ledger.book.ChartOfAccounts;
import io.daybook.reports.Bookkeeping;
import io.daybook.reports.Bookkeeping.Verdict;
import java.time.Duration;
import java.time.Instant;
import java.util.Currency;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.JsonNode;

/** Reports say what was true at a time, and refuse what they cannot know. */
@IntegrationTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ReportsIT {
  private static final String REPORTS = "/api/v1/reports";

  @LocalServerPort private int port;

  private Stage stage;
  private Player auditor;
  private Instant between;
  private String clearing;

  @BeforeAll
  void twoSales() {
    stage = new Stage(port);
    auditor = Player.demo(port, "aude");
    Stage.OnSale sale = stage.onSale(stage.clearedOrganiser(), 10);
    stage.buy(stage.buyer(), sale);
    Stage.pause(Duration.ofMillis(20));
    between = Instant.now();
    Stage.pause(Duration.ofMillis(20));
    stage.buy(stage.buyer(), sale);
    clearing =
        REPORTS + "/accounts/" + ChartOfAccounts.paymentClearing(Currency.getInstance("EUR"));
  }

  private JsonNode get(String path) {
    Answer answer = auditor.get(path);
    assertThat(answer.status()).describedAs(answer.response().body()).isEqualTo(200);
    return answer.json();
  }

  @Test
  void aStatementGoesFromItsOpeningToItsClosingBalance() {
    JsonNode before = get(clearing + "/statement?until=" + between);
    JsonNode after = get(clearing + "/statement?from=" + between);

    assertThat(before.path("openingMinor").asLong(-1)).isZero();
    assertThat(after.path("openingMinor")).isEqualTo(before.path("closingMinor"));
    JsonNode last = after.path("lines").path(after.path("lines").size() - 1);
    assertThat(last.path("balanceMinor")).isEqualTo(after.path("closingMinor"));
    assertThat(after.path("closingMinor").asLong(-1))
        .isEqualTo(after.path("openingMinor").asLong(-1) + 4_500);
  }

  @Test
  void theTrialBalanceIsZeroAtAnyTimeAndNowThatOfTheLedger() {
    JsonNode now = get(REPORTS + "/trial-balance");
    JsonNode then = get(REPORTS + "/trial-balance?at=" + between);

    for (JsonNode balance : List.of(now, then)) {
      assertThat(balance.path("totals").isEmpty()).isFalse();
      balance
          .path("totals")
          .forEach(total -> assertThat(total.path("differenceMinor").asLong(-1)).isZero());
    }
    assertThat(now.path("totals").path(0).path("debitsMinor"))
        .isEqualTo(get("/api/v1/ledger/trial-balance").path("totals").path(0).path("debitsMinor"))
        .isNotEqualTo(then.path("totals").path(0).path("debitsMinor"));
    assertThat(get(REPORTS + "/trial-balance?at=1970-01-01T00:00:00Z").path("accounts").isEmpty())
        .isTrue();
  }

  @Test
  void theBalanceSheetBalances() {
    get(REPORTS + "/balance-sheet")
        .path("sections")
        .forEach(section -> assertThat(section.path("differenceMinor").asLong(-1)).isZero());
  }

  @Test
  void filesAreWhatTheirEndingsSay() {
    assertFile(REPORTS + "/trial-balance.csv", "text/csv", "account,kind,");
    assertFile(REPORTS + "/general-ledger.csv", "text/csv", "position,time,");
    assertFile(REPORTS + "/ledger.hledger", "text/plain", "; the journal");
    assertFile(REPORTS + "/ledger.beancount", "text/plain", "; the journal");
    assertFile(clearing + "/statement.csv", "text/csv", "time,entry,");
    assertFile(clearing + "/statement.pdf", "application/pdf", "%PDF-");
    assertFile(clearing + "/statement.camt053.xml", "application/xml", "<?xml");
  }

  private void assertFile(String path, String type, String start) {
    Answer file = auditor.get(path);
    assertThat(file.status()).describedAs(path).isEqualTo(200);
    assertThat(file.response().headers().firstValue("Content-Type").orElse("")).startsWith(type);
    assertThat(file.response().body()).startsWith(start);
  }

  @Test
  void otherProgramsAgreeToEveryBalance() throws Exception {
    String hledger = auditor.get(REPORTS + "/ledger.hledger").response().body();
    String beancount = auditor.get(REPORTS + "/ledger.beancount").response().body();

    assertThat(hledger).contains("45.00 EUR");
    Bookkeeping.read(hledger, "hledger", "check", "-f", "FILE")
        .ifPresent(verdict -> assertThat(verdict).isEqualTo(new Verdict(0, "")));
    Bookkeeping.read(beancount, "bean-check", "FILE")
        .ifPresent(verdict -> assertThat(verdict).isEqualTo(new Verdict(0, "")));
  }

  @Test
  void whatCannotBeKnownIsRefused() {
    Instant tomorrow = Instant.now().plusSeconds(86_400);
    for (String query :
        List.of(
            "/trial-balance?at=" + tomorrow,
            "/trial-balance?at=yesterday",
            "/trial-balance?at=",
            "/trial-balance?at=0001-01-01T00:00:00Z",
            "/trial-balance?at=%2B1000000000-12-31T23:59:59Z",
            "/general-ledger?until=" + tomorrow,
            "/general-ledger?from=" + between + "&until=2020-01-01T00:00:00Z")) {
      Answer answer = auditor.get(REPORTS + query);
      assertThat(answer.status()).describedAs(query).isEqualTo(400);
      assertThat(answer.text("code")).isEqualTo("invalid_parameter");
    }
    assertThat(auditor.get(REPORTS + "/accounts/nothing:here/statement").status()).isEqualTo(404);
    assertThat(auditor.get(REPORTS + "/accounts/%00/statement.pdf").status()).isIn(400, 404);
  }

  @Test
  void othersMayNotRead() {
    assertThat(stage.buyer().get(REPORTS + "/trial-balance").status()).isEqualTo(403);
    assertThat(Player.demo(port, "olga").get(clearing + "/statement").status()).isEqualTo(403);
  }
}
