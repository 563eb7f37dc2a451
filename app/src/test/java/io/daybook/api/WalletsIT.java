package io.daybook.api;

import static org.assertj.core.api.Assertions.assertThat;

import io.daybook.Http.Answer;
import io.daybook.IntegrationTest;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.JsonNode;

/** Money in wallets: it comes through the provider and goes as tips and gifts. */
@IntegrationTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class WalletsIT {
  private static final String OWN = "/api/v1/wallets/me";

  @LocalServerPort private int port;

  private Stage stage;
  private Player band;
  private String bandTips;

  @BeforeAll
  void aBandIsCleared() {
    stage = new Stage(port);
    band = stage.clearedOrganiser();
    bandTips = "/api/v1/organizers/" + Stage.organiserId(band);
  }

  private static String euros(long cents, String more) {
    return "{\"amount\": {\"amountMinor\": %d, \"currency\": \"EUR\"}%s}".formatted(cents, more);
  }

  /** Returns somebody with so much in the wallet. */
  private Player fan(long cents) {
    Player fan = stage.buyer();
    Answer asked = fan.post(OWN + "/top-ups", euros(cents, ", \"method\": \"sim_ok\""));
    assertThat(asked.status()).describedAs(asked.response().body()).isEqualTo(202);
    stage.await(() -> fan.get(OWN), _ -> balance(fan) == cents);
    return fan;
  }

  private static long balance(Player player) {
    JsonNode balances = player.get(OWN).json().path("balances");
    return balances.isEmpty() ? 0 : balances.path(0).path("balanceMinor").asLong(-1);
  }

  /** Returns what an organiser has been credited. */
  private long payable(Player organiser) {
    Answer account =
        Player.demo(port, "fiona")
            .get(
                "/api/v1/ledger/accounts/organisers:"
                    + Stage.organiserId(organiser)
                    + ":payable:EUR");
    return account.status() == 404 ? 0 : account.json().path("balanceMinor").asLong(-1);
  }

  @Test
  void aTipIsSharedToTheCent() {
    Player club = stage.clearedOrganiser();
    Answer ruled =
        band.post(
            bandTips + "/tip-split",
            """
            {"currency": "EUR", "shares": [
              {"organiser": "%s", "weight": 2}, {"organiser": "%s", "weight": 1}]}
            """
                .formatted(Stage.organiserId(band), Stage.organiserId(club)));
    assertThat(ruled.status()).describedAs(ruled.response().body()).isEqualTo(202);
    Player fan = fan(20_00);
    long before = payable(band);

    Answer tip = fan.post(bandTips + "/tips", euros(9_99, ""));
    stage.await(() -> fan.get(OWN), _ -> balance(fan) == 10_01);

    assertThat(tip.status()).describedAs(tip.response().body()).isEqualTo(201);
    assertThat(tip.text("state")).isEqualTo("POSTED");
    assertThat(payable(band) - before).isEqualTo(6_33);
    assertThat(payable(club)).isEqualTo(3_17);
    assertThat(fan.get(OWN + "/EUR/postings").json().path("data")).hasSize(2);
    assertThat(fan.get(bandTips + "/tip-split?currency=EUR").status()).isEqualTo(403);
  }

  @Test
  void aWalletNeverPaysMoreThanItHasHoweverManyAskAtOnce() {
    Player fan = fan(10_00);
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      List<Integer> answers =
          Stream.generate(() ->
                  threads.submit(() -> fan.post(bandTips + "/tips", euros(3_00, "")).status()))
              .limit(12)
              .toList()
              .stream()
              .map(future -> {
                try {
                  return future.get();
                } catch (Exception e) {
                  throw new AssertionError(e);
                }
              })
              .toList();

      assertThat(answers).filteredOn(status -> status == 201).hasSize(3);
      assertThat(answers).filteredOn(status -> status == 409).hasSize(9);
    }
    stage.await(() -> fan.get(OWN), _ -> balance(fan) == 1_00);
  }

  @Test
  void whatMovesWalletsCanBeTried() {
    Player fan = fan(5_00);
    Player stranger = stage.buyer();
    String to = ", \"to\": \"%s\"".formatted(stranger.id());
    String split =
        """
        {"currency": "CHF", "shares": [{"organiser": "%s", "weight": 1}]}
        """
            .formatted(Stage.organiserId(band));

    triedAndDone(fan, OWN + "/gifts", euros(1_00, to));
    triedAndDone(fan, bandTips + "/tips", euros(1_00, ""));
    triedAndDone(band, bandTips + "/tip-split", split);
    triedAndDone(stranger, OWN + "/top-ups", euros(9, ", \"method\": \"sim_silent\""));
    assertThat(stranger.post(OWN + "/gifts?dryRun=true", euros(9_00, to)).status()).isEqualTo(422);
    assertThat(fan.post(bandTips + "/tips?dryRun=true", euros(9_00, "")).text("code"))
        .isEqualTo("insufficient_funds");
    stage.await(() -> fan.get(OWN), _ -> balance(fan) == 3_00);
  }

  private static void triedAndDone(Player player, String path, String body) {
    String key = UUID.randomUUID().toString();
    Answer dry = player.post(path + "?dryRun=true", body, key);
    Answer real = player.post(path, body, key);

    assertThat(dry.status()).describedAs(path + dry.response().body()).isEqualTo(200);
    assertThat(real.response().headers().firstValue("Idempotency-Replayed")).isEmpty();
    assertThat(dry.response().body().replaceAll("At\":\"[^\"]*", ""))
        .isEqualTo(real.response().body().replaceAll("At\":\"[^\"]*", ""));
  }

  @Test
  void aRepeatedTipIsOneTip() {
    Player fan = fan(5_00);
    String key = UUID.randomUUID().toString();

    Answer first = fan.post(bandTips + "/tips", euros(2_00, ""), key);
    Answer second = fan.post(bandTips + "/tips", euros(2_00, ""), key);

    assertThat(second.text("id")).isEqualTo(first.text("id"));
    stage.await(() -> fan.get(OWN), _ -> balance(fan) == 3_00);
  }

  @Test
  void aGiftGoesFromWalletToWallet() {
    Player giver = fan(5_00);
    Player friend = stage.buyer();
    String to = ", \"to\": \"%s\"".formatted(friend.id());

    Answer given = giver.post(OWN + "/gifts", euros(2_00, to));
    Answer tooMuch = giver.post(OWN + "/gifts", euros(3_01, to));
    Answer nobody =
        giver.post(OWN + "/gifts", euros(1, ", \"to\": \"usr_" + "0".repeat(26) + "\""));
    Answer self = giver.post(OWN + "/gifts", euros(1, ", \"to\": \"" + giver.id() + "\""));

    assertThat(given.status()).describedAs(given.response().body()).isEqualTo(201);
    stage.await(() -> friend.get(OWN), _ -> balance(friend) == 2_00);
    assertThat(tooMuch.text("code")).isEqualTo("insufficient_funds");
    assertThat(nobody.status()).isEqualTo(404);
    assertThat(self.status()).isEqualTo(422);
  }

  @Test
  void onlyAClearedOrganiserIsTipped() {
    Player fan = fan(5_00);
    String uncleared = Stage.organiserId(stage.organiser());

    Answer tip = fan.post("/api/v1/organizers/" + uncleared + "/tips", euros(1, ""));

    assertThat(tip.status()).isEqualTo(409);
    assertThat(tip.text("code")).isEqualTo("kyb_required");
  }

  @Test
  void aTopUpIsChargedBackInPartAndWonBack() {
    Player partly = stage.buyer();
    partly.post(OWN + "/top-ups", euros(9_99, ", \"method\": \"sim_chargeback_part_1s\""));
    Player won = stage.buyer();
    Answer top = won.post(OWN + "/top-ups", euros(5_00, ", \"method\": \"sim_chargeback_won_1s\""));

    stage.await(() -> partly.get(OWN), _ -> balance(partly) == 4_99);
    stage.await(
        () -> won.get(OWN + "/top-ups/" + top.text("id")),
        answer -> answer.text("state").equals("CHARGEBACK_WON"));
    stage.await(() -> won.get(OWN), _ -> balance(won) == 5_00);
    assertThat(won.get(OWN + "/EUR/postings").json().path("data")).hasSize(3);
  }

  @Test
  void aDeclinedTopUpBringsNothing() {
    Player fan = stage.buyer();
    Answer asked = fan.post(OWN + "/top-ups", euros(5_00, ", \"method\": \"sim_declined\""));
    String path = OWN + "/top-ups/" + asked.text("id");

    Answer failed =
        stage.await(() -> fan.get(path), answer -> answer.text("state").equals("FAILED"));

    assertThat(failed.text("reason")).isEqualTo("declined");
    assertThat(balance(fan)).isZero();
    assertThat(stage.buyer().get(path).status()).isEqualTo(404);
  }
}
