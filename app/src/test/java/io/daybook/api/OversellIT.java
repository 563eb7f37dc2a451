package io.daybook.api;

import static org.assertj.core.api.Assertions.assertThat;

import io.daybook.Http.Answer;
import io.daybook.IntegrationTest;
import io.daybook.api.Stage.OnSale;
import io.daybook.ledger.UserId;
import io.daybook.recorder.JournalGateway;
import io.daybook.ticketing.inventory.HoldId;
import io.daybook.ticketing.inventory.InventoryCommand.HoldSeats;
import io.daybook.ticketing.inventory.PoolId;
import io.daybook.ticketing.show.ShowId;
import io.daybook.ticketing.show.TicketTypeId;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.JsonNode;

/** No seat is sold twice, and no money stays without a ticket. */
@IntegrationTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class OversellIT {
  private static final int BUYERS = 50;
  private static final int SEATS = 10;

  @LocalServerPort private int port;
  @Autowired private JournalGateway journal;

  private Stage stage;
  private Player organiser;

  @BeforeAll
  void anOrganiserIsCleared() {
    stage = new Stage(port);
    organiser = stage.clearedOrganiser();
  }

  @AfterEach
  void theBooksBalance() {
    JsonNode totals =
        Player.demo(port, "aude").get("/api/v1/ledger/trial-balance").json().required("totals");
    assertThat(totals.valueStream().map(total -> total.path("differenceMinor").asLong()))
        .allMatch(difference -> difference == 0);
  }

  @Test
  void fiftyBuyersGetTenSeats() throws Exception {
    OnSale sale = stage.onSale(organiser, SEATS);
    List<Player> buyers =
        atOnce(IntStream.range(0, BUYERS).mapToObj(_ -> (Call<Player>) stage::buyer).toList());

    List<Answer> holds =
        atOnce(
            buyers.stream().map(buyer -> (Call<Answer>) () -> stage.hold(buyer, sale, 1)).toList());
    List<Call<Answer>> purchases = new ArrayList<>();
    for (int i = 0; i < BUYERS; i++) {
      Player buyer = buyers.get(i);
      Answer hold = holds.get(i);
      if (hold.status() == 201) {
        purchases.add(() -> {
          String order = stage.order(buyer, hold.text("id"));
          stage.pay(buyer, order, "sim_ok");
          return stage.awaitState(buyer, order, "FULFILLED");
        });
      } else {
        assertThat(hold.status()).describedAs(hold.response().body()).isEqualTo(409);
        assertThat(hold.text("code")).isEqualTo("sold_out");
      }
    }
    List<Answer> orders = atOnce(purchases);

    assertThat(orders).hasSize(SEATS);
    var tickets = new HashSet<String>();
    orders.forEach(order ->
        order.json().required("tickets").forEach(ticket -> tickets.add(ticket.asString())));
    assertThat(tickets).hasSize(SEATS);
    JsonNode seats =
        Stage.seats(
            stage.await(
                () -> organiser.get("/api/v1/shows/" + sale.show() + "/availability"),
                answer -> Stage.seats(answer).path("sold").asInt() == SEATS));
    assertThat(seats.path("free").asInt()).isZero();
    assertThat(seats.path("held").asInt()).isZero();
  }

  @Test
  void anEndedHoldFreesItsSeats() {
    OnSale sale = stage.onSale(organiser, 1);
    Player first = stage.buyer();
    Player second = stage.buyer();
    String hold = shortHold(first, sale, Duration.ofMillis(1_500));

    assertThat(stage.hold(second, sale, 1).text("code")).isEqualTo("sold_out");
    stage.awaitState(first, "/api/v1/holds/" + hold, "EXPIRED");

    assertThat(stage.hold(second, sale, 1).status()).isEqualTo(201);
  }

  @Test
  void anOrderOfAnEndedHoldIsNotSold() {
    OnSale sale = stage.onSale(organiser, 1);
    Player buyer = stage.buyer();
    String order = stage.order(buyer, shortHold(buyer, sale, Duration.ofMillis(1_500)));

    Answer expired = stage.awaitState(buyer, order, "EXPIRED");
    Answer payment = stage.pay(buyer, order, "sim_ok");

    assertThat(expired.json().required("tickets").isEmpty()).isTrue();
    assertThat(payment.status()).isEqualTo(409);
    assertThat(payment.text("code")).isEqualTo("order_ended");
  }

  @Test
  void latePaymentGetsASeatThatIsStillFree() {
    OnSale sale = stage.onSale(organiser, 1);
    Player buyer = stage.buyer();
    String order = stage.order(buyer, shortHold(buyer, sale, Duration.ofMillis(1_500)));

    assertThat(stage.pay(buyer, order, "sim_late_3s").status()).isEqualTo(202);
    Answer fulfilled = stage.awaitState(buyer, order, "FULFILLED");

    assertThat(fulfilled.json().required("late").asBoolean()).isTrue();
    assertThat(fulfilled.json().required("tickets").size()).isEqualTo(1);
  }

  @Test
  void latePaymentForASoldSeatGoesBack() {
    OnSale sale = stage.onSale(organiser, 1);
    Player late = stage.buyer();
    Player rival = stage.buyer();
    String order = stage.order(late, shortHold(late, sale, Duration.ofMillis(1_500)));
    String hold = order;

    assertThat(stage.pay(late, order, "sim_late_3s").status()).isEqualTo(202);
    stage.awaitState(late, hold, "EXPIRED");
    String bought = stage.buy(rival, sale);
    Answer refunded = stage.awaitState(late, order, "REFUNDED");

    assertThat(refunded.json().required("tickets").isEmpty()).isTrue();
    assertThat(rival.get(bought).text("state")).isEqualTo("FULFILLED");
  }

  /** Holds one seat for a shorter time than the server does by itself. */
  private String shortHold(Player buyer, OnSale sale, Duration duration) {
    var pool = PoolId.of(new ShowId(sale.show()), new TicketTypeId(sale.ticketType()));
    var hold = new HoldId(io.daybook.ledger.DerivedId.random("hld"));
    Instant now = Instant.now().truncatedTo(ChronoUnit.MILLIS);
    journal.send(new HoldSeats(pool, hold, new UserId(buyer.id()), 1, now, now.plus(duration)));
    stage.await(() -> buyer.get("/api/v1/holds/" + hold), answer -> answer.status() == 200);
    return hold.value();
  }

  private interface Call<T> {
    T call() throws Exception;
  }

  private static <T> List<T> atOnce(List<Call<T>> calls) throws Exception {
    try (ExecutorService callers = Executors.newVirtualThreadPerTaskExecutor()) {
      List<Future<T>> futures = calls.stream().map(call -> callers.submit(call::call)).toList();
      List<T> results = new ArrayList<>();
      for (Future<T> future : futures) {
        results.add(future.get());
      }
      return results;
    }
  }
}
