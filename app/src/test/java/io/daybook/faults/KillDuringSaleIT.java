package io.daybook.faults;

import static org.assertj.core.api.Assertions.assertThat;

import io.daybook.journal.audit.Auditor;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** What was acknowledged stays, and each key has one effect, whatever is killed meanwhile. */
class KillDuringSaleIT {
  private static final int PURCHASES = 200;
  private static final int CLIENTS = 8;
  private static final int CAPACITY = 700;
  private static final List<String> METHODS =
      List.of("sim_ok", "sim_ok", "sim_ok", "sim_duplicate", "sim_reordered");

  private final long seed = Long.getLong("daybook.seed", System.nanoTime());
  private final AtomicInteger sold = new AtomicInteger();
  @TempDir private Path data;
  private DaybookProcess daybook;
  private BoxOffice office;
  private CarefulClient auditor;

  @BeforeEach
  void openTheBoxOffice() {
    daybook = DaybookProcess.start(data, DaybookProcess.freePort());
    CarefulClient nobody = CarefulClient.anonymous(daybook.base());
    office = BoxOffice.open(nobody, CAPACITY, CLIENTS);
    auditor = nobody.as("aude");
  }

  @AfterEach
  void stop() {
    daybook.killAll();
  }

  @Test
  void nothingAcknowledgedIsLostAndEachKeyHasOneEffect() throws Exception {
    say("-Ddaybook.seed=" + seed);
    Path before =
        Files.writeString(data.resolve("before"), auditor.text("/journal/log/checkpoint"));
    Instant start = Instant.now();
    List<Purchase> purchases = sellWhileKilling();
    say(PURCHASES + " purchases in " + Duration.between(start, Instant.now()).toSeconds() + " s");
    say("repeats: " + auditor.repeats());

    everythingHasCaughtUp();
    eachPurchaseHasItsTickets(purchases);
    eachKeyHadOneEffect(purchases);
    theSeatsAddUp(purchases);
    theMoneyAddsUp(purchases);
    theExportVerifies(before);
  }

  private List<Purchase> sellWhileKilling() throws Exception {
    var random = new Random(seed);
    try (ExecutorService clients = Executors.newFixedThreadPool(CLIENTS)) {
      List<Future<Purchase>> results =
          IntStream.range(0, PURCHASES)
              .mapToObj(number -> {
                int quantity = 1 + random.nextInt(3);
                String method = METHODS.get(random.nextInt(METHODS.size()));
                return clients.submit(() -> buy(number, quantity, method));
              })
              .toList();
      try {
        kill(random);
      } catch (AssertionError e) {
        clients.shutdownNow();
        throw e;
      }
      var purchases = new ArrayList<Purchase>();
      for (Future<Purchase> result : results) {
        purchases.add(result.get());
      }
      return purchases;
    }
  }

  private Purchase buy(int number, int quantity, String method) {
    Purchase purchase = Purchase.make(number, office, quantity, method);
    sold.incrementAndGet();
    return purchase;
  }

  /** Four blows, one in each fifth of the sale. */
  private void kill(Random random) {
    int fifth = PURCHASES / 5;
    int jitter = fifth / 2;
    awaitSold(fifth / 2 + random.nextInt(jitter));
    timed("PostgreSQL killed", daybook::killPostgres);
    awaitSold(fifth + fifth / 2 + random.nextInt(jitter));
    timed("Daybook killed", () -> restart(daybook::kill));
    awaitSold(2 * fifth + fifth / 2 + random.nextInt(jitter));
    timed("PostgreSQL killed", daybook::killPostgres);
    awaitSold(3 * fifth + fifth / 2 + random.nextInt(jitter));
    timed("both killed", () -> restart(daybook::killAll));
  }

  private void restart(Runnable kill) {
    kill.run();
    daybook = DaybookProcess.start(data, daybook.port());
  }

  /** Does it, and says how long it took until the next sale. */
  private void timed(String what, Runnable blow) {
    int soldBefore = sold.get();
    Instant start = Instant.now();
    blow.run();
    Duration until = Duration.between(start, Instant.now());
    awaitSold(soldBefore + CLIENTS);
    say(
        "%s after %d sales; back after %d ms, sells again after %d ms"
            .formatted(
                what,
                soldBefore,
                until.toMillis(),
                Duration.between(start, Instant.now()).toMillis()));
  }

  private void awaitSold(int count) {
    BoxOffice.await(count + " sales", () -> sold.get() >= count);
  }

  private void everythingHasCaughtUp() throws Exception {
    BoxOffice.await("the read models", () -> lag() == 0);
    try (var tables = JournalTables.open(data, "daybook_app")) {
      BoxOffice.await(
          "the sagas' end", () -> number(tables, "select count(*) from bridge.saga_entry") == 0);
      assertThat(
              number(
                  tables, "select count(*) from simulator.deliveries where delivered_at is null"))
          .isZero();
      assertThat(
              tables.texts(
                  "select distinct coalesce(outcome, 'waiting') from bridge.provider_events"))
          .containsExactly("applied");
    }
  }

  private long lag() {
    long lag = 0;
    for (JsonNode projection : auditor.get("/api/v1/status/projections").required("data")) {
      assertThat(projection.required("isRunning").asBoolean()).as(projection.toString()).isTrue();
      lag += projection.required("lagEvents").asLong();
    }
    return lag;
  }

  private static long number(JournalTables tables, String query) {
    try {
      return tables.number(query);
    } catch (SQLException e) {
      throw new AssertionError(query, e);
    }
  }

  private static void eachPurchaseHasItsTickets(List<Purchase> purchases) {
    var tickets = new ArrayList<String>();
    for (Purchase purchase : purchases) {
      assertThat(purchase.state()).isEqualTo("FULFILLED");
      assertThat(purchase.tickets()).as(purchase.order()).hasSize(purchase.quantity());
      tickets.addAll(purchase.tickets());
    }
    assertThat(tickets).doesNotHaveDuplicates().hasSize(seats(purchases));
  }

  private void eachKeyHadOneEffect(List<Purchase> purchases) throws Exception {
    try (var tables = JournalTables.open(data, "daybook_app")) {
      long size = tables.number("select size from journal.head");
      for (String once :
          List.of(
              "ticketing.inventory.SeatsHeld",
              "ticketing.inventory.HoldConverted",
              "ticketing.order.OrderPlaced",
              "ticketing.order.OrderPaid",
              "ticketing.order.OrderFulfilled",
              "ledger.payment.PaymentRequested",
              "ledger.payment.PaymentCaptured",
              "ledger.book.EntryPosted")) {
        assertThat(tables.events(once)).as(once).isEqualTo(PURCHASES);
      }
      assertThat(tables.events("ticketing.ticket.TicketIssued")).isEqualTo(seats(purchases));
      for (Purchase purchase : purchases) {
        List<CarefulClient.Answer> repeated = purchase.repeat(office);
        assertThat(repeated).allMatch(CarefulClient.Answer::isReplayed);
        assertThat(repeated.get(0).text("id")).isEqualTo(purchase.hold());
        assertThat(repeated.get(1).text("id")).isEqualTo(purchase.order());
      }
      assertThat(tables.number("select size from journal.head")).isEqualTo(size);
      assertThat(tables.number("select count(*) from journal.records")).isEqualTo(size);
    }
  }

  private void theSeatsAddUp(List<Purchase> purchases) {
    JsonNode seats = office.seats(auditor);
    assertThat(seats.required("sold").asInt()).isEqualTo(seats(purchases));
    assertThat(seats.required("held").asInt()).isZero();
    assertThat(seats.required("free").asInt()).isEqualTo(CAPACITY - seats(purchases));
  }

  private void theMoneyAddsUp(List<Purchase> purchases) {
    JsonNode balance = auditor.get("/api/v1/ledger/trial-balance");
    JsonNode euros = balance.required("totals").required(0);
    long sales = (long) seats(purchases) * BoxOffice.PRICE_MINOR;
    assertThat(balance.required("totals")).hasSize(1);
    assertThat(euros.required("debitsMinor").asLong()).isEqualTo(sales);
    assertThat(euros.required("creditsMinor").asLong()).isEqualTo(sales);
    for (JsonNode account : balance.required("accounts")) {
      if (account.required("account").asString().contains("suspense")) {
        assertThat(account.required("balanceMinor").asLong()).isZero();
      }
    }
  }

  private void theExportVerifies(Path before) throws Exception {
    try (var tables = JournalTables.open(data, "daybook_app")) {
      long size = tables.number("select size from journal.head");
      BoxOffice.await(
          "a checkpoint over everything",
          () -> auditor.text("/journal/log/checkpoint").lines().toList().get(1).equals(size + ""));
    }
    Path export = data.resolve("export.zip");
    auditor.download("/api/v1/audit/export.zip", export);
    var report = new StringWriter();
    var out = new PrintWriter(report);
    int exitCode =
        Auditor.run(out, out, "verify", export.toString(), "--against", before.toString());
    assertThat(exitCode).as(report.toString()).isZero();
  }

  private static int seats(List<Purchase> purchases) {
    return purchases.stream().mapToInt(Purchase::quantity).sum();
  }

  private static void say(String what) {
    System.out.println("KillDuringSaleIT: " + what);
  }
}
