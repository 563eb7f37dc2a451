package io.daybook.api;

import static org.assertj.core.api.Assertions.assertThat;

import io.daybook.Http.Answer;
import io.daybook.IntegrationTest;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.boot.test.web.server.LocalServerPort;

/** Money leaves to an account that is known for a while, and much of it only with four eyes. */
@IntegrationTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class PayoutsIT {
  private static final String ACCOUNTS = "/api/v1/payout-accounts";
  private static final String FINANCE = "/api/v1/ledger/payouts/";

  @LocalServerPort private int port;

  private Stage stage;
  private Player earner;

  @BeforeAll
  void anOrganiserWithMoney() {
    stage = new Stage(port);
    earner = stage.clearedOrganiser();
    Stage.OnSale sale = stage.onSale(earner, 10);
    stage.buy(stage.buyer(), sale);
    stage.buy(stage.buyer(), sale);
  }

  private Answer waiting(String account) {
    Answer large = earner.post("/api/v1/payouts", Stage.payout(account, 50_01));
    assertThat(large.status()).describedAs(large.response().body()).isEqualTo(202);
    assertThat(large.text("state")).isEqualTo("WAITING");
    return large;
  }

  @Test
  void aNewAccountWaits() {
    Answer added = earner.post(ACCOUNTS, "{\"token\": \"bank_1a2b\"}");
    assertThat(added.status()).describedAs(added.response().body()).isEqualTo(201);
    String payout = Stage.payout(added.text("id"), 1_00);

    Answer tooEarly = earner.post("/api/v1/payouts", payout);
    Answer later =
        stage.await(() -> earner.post("/api/v1/payouts", payout), answer -> answer.status() == 202);

    assertThat(tooEarly.status()).isEqualTo(409);
    assertThat(tooEarly.text("code")).isEqualTo("payout_account_cooling_off");
    assertThat(later.text("account")).isEqualTo(added.text("id"));
  }

  @Test
  void moneyGoesToOnesOwnAccountsAlone() {
    String account = stage.payoutAccount(earner);
    Player other = stage.clearedOrganiser();
    String payout = Stage.payout(account, 1_00);

    Answer stolen = other.post("/api/v1/payouts", payout);
    Answer removed = earner.act(ACCOUNTS + "/" + account + ":remove");
    Answer afterwards = earner.post("/api/v1/payouts", payout);

    assertThat(stolen.status()).isEqualTo(404);
    assertThat(stolen.text("code")).isEqualTo("unknown_payout_account");
    assertThat(other.get(ACCOUNTS + "/" + account).status()).isEqualTo(404);
    assertThat(other.act(ACCOUNTS + "/" + account + ":remove").status()).isEqualTo(404);
    assertThat(removed.status()).isEqualTo(202);
    assertThat(afterwards.text("code")).isEqualTo("unknown_payout_account");
  }

  @Test
  void anAccountNumberIsNoToken() {
    Answer number = earner.post(ACCOUNTS, "{\"token\": \"DE89370400440532013000\"}");

    assertThat(number.status()).isEqualTo(422);
    assertThat(number.text("code")).isEqualTo("payout_account_token_invalid");
  }

  @Test
  void whatMovesPayoutsCanBeTried() {
    Answer account = earner.post(ACCOUNTS + "?dryRun=true", "{\"token\": \"bank_1a2b\"}");
    String known = stage.payoutAccount(earner);
    Answer payout = earner.post("/api/v1/payouts?dryRun=true", Stage.payout(known, 50_01));
    Answer early =
        earner.post("/api/v1/payouts?dryRun=true", Stage.payout(account.text("id"), 50_01));
    String waiting = waiting(known).text("id");
    Player fiona = Player.demo(port, "fiona");
    Answer rejected = fiona.act(FINANCE + waiting + ":reject?dryRun=true");
    Answer approved = fiona.act(FINANCE + waiting + ":approve?dryRun=true");
    Answer removed = earner.act(ACCOUNTS + "/" + known + ":remove?dryRun=true");

    assertThat(account.text("token")).isEqualTo("bank_1a2b");
    assertThat(earner.get(ACCOUNTS + "/" + account.text("id")).status()).isEqualTo(404);
    assertThat(early.text("code")).isEqualTo("unknown_payout_account");
    assertThat(payout.text("state")).isEqualTo("WAITING");
    assertThat(rejected.text("state")).isEqualTo("REJECTED");
    assertThat(approved.text("state")).isEqualTo("REQUESTED");
    assertThat(removed.json().path("removedAt").isNull()).isFalse();
    assertThat(earner.get("/api/v1/payouts/" + waiting).text("state")).isEqualTo("WAITING");
    assertThat(earner.get(ACCOUNTS + "/" + known).json().path("removedAt").isString()).isFalse();
  }

  @Test
  void financeLetsALargePayoutGo() {
    String payout = waiting(stage.payoutAccount(earner)).text("id");
    Player fiona = Player.demo(port, "fiona");

    Answer self = earner.act(FINANCE + payout + ":approve");
    Answer listed = fiona.get("/api/v1/ledger/payouts?state=WAITING&limit=100");
    Answer approved = fiona.act(FINANCE + payout + ":approve");
    Answer again = fiona.act(FINANCE + payout + ":approve");
    Answer posted =
        stage.await(
            () -> earner.get("/api/v1/payouts/" + payout),
            answer -> answer.text("state").equals("POSTED"));

    assertThat(self.status()).isEqualTo(403);
    assertThat(listed.response().body()).contains(payout);
    assertThat(approved.status()).isEqualTo(202);
    assertThat(again.status()).isEqualTo(202);
    assertThat(posted.text("decidedBy")).isEqualTo(fiona.id());
    assertThat(fiona.act(FINANCE + payout + ":reject").text("code"))
        .isEqualTo("payout_not_waiting");
  }

  @Test
  void financeRejectsALargePayout() {
    String payout = waiting(stage.payoutAccount(earner)).text("id");
    Player fiona = Player.demo(port, "fiona");

    Answer rejected = fiona.act(FINANCE + payout + ":reject");

    assertThat(rejected.text("state")).isEqualTo("REJECTED");
    assertThat(fiona.act(FINANCE + payout + ":approve").status()).isEqualTo(409);
    assertThat(fiona.get("/api/v1/ledger/payouts?state=NONE").status()).isEqualTo(400);
    assertThat(fiona.act(FINANCE + "pyo_" + "0".repeat(26) + ":approve").status()).isEqualTo(404);
  }
}
