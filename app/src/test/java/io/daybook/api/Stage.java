package io.daybook.api;

import static org.assertj.core.api.Assertions.assertThat;

import io.daybook.Http.Answer;
import io.daybook.ledger.DerivedId;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.function.Supplier;
import tools.jackson.databind.JsonNode;

/** Sets the stage for a test over REST: cleared organisers, published shows, finished purchases. */
public final class Stage {
  private static final Duration PATIENCE = Duration.ofSeconds(30);
  private static final byte[] PDF = "%PDF-1.7\na document".getBytes(StandardCharsets.UTF_8);

  private final int port;

  public Stage(int port) {
    this.port = port;
  }

  /** A show on sale, with one ticket type. */
  public record OnSale(Player organiser, String show, String ticketType) {}

  public Player buyer() {
    return Player.register(port, "BUYER");
  }

  public Player organiser() {
    return Player.register(port, "ORGANISER");
  }

  /** Returns the path of the case that {@code organiser} opens by applying. */
  public String apply(Player organiser) {
    return apply(organiser, "Nachtwache GmbH");
  }

  private static String apply(Player organiser, String legalName) {
    Answer applied = organiser.post("/api/v1/organizers", business(legalName));
    assertThat(applied.status()).describedAs(applied.response().body()).isEqualTo(201);
    return "/api/v1/organizers/" + applied.text("id") + "/kyb-cases/" + applied.text("kybCase");
  }

  public static String business(String legalName) {
    return """
    {"legalName": "%s", "registrationNumber": "HRB 1", "country": "DE", "activity": "Concerts"}
    """
        .formatted(legalName);
  }

  /** Returns the id of the case that {@code organiser} hands in, documents checked. */
  public String submit(Player organiser) {
    return handIn(organiser, apply(organiser));
  }

  /** As {@link #submit(Player)}, for a business with a name of its own. */
  public String submit(Player organiser, String legalName) {
    return handIn(organiser, apply(organiser, legalName));
  }

  /** Returns the id of the case at {@code path} once its documents are checked. */
  public String handIn(Player organiser, String path) {
    attach(organiser, path, "REGISTER_EXTRACT");
    attach(organiser, path, "OWNERSHIP_STATEMENT");
    assertThat(organiser.act(path + ":submit").status()).isEqualTo(202);
    String kybCase = path.substring(path.lastIndexOf('/') + 1);
    Player olga = Player.demo(port, "olga");
    await(
        () -> olga.get("/api/v1/compliance/cases/" + kybCase),
        answer -> answer.text("state").equals("CHECKED"));
    return kybCase;
  }

  /** Returns the id of the organiser that a user is. */
  static String organiserOf(String userId) {
    return DerivedId.of("org", userId);
  }

  static void attach(Player organiser, String path, String kind) {
    Answer attached =
        organiser.upload(
            path + "/documents", kind, "application/pdf", PDF, UUID.randomUUID().toString());
    assertThat(attached.status()).describedAs(attached.response().body()).isEqualTo(201);
  }

  /** Lets {@code officer} approve. */
  public Answer approve(String officer, String kybCase) {
    return Player.demo(port, officer).post(decision(kybCase), approval());
  }

  public static String decision(String kybCase) {
    return "/api/v1/compliance/tasks/" + kybCase + ":decide";
  }

  public static String approval() {
    return """
    {"decision": "APPROVE", "reason": "All is in order"}
    """;
  }

  /** Returns an organiser whom two officers have approved. */
  public Player clearedOrganiser() {
    Player organiser = organiser();
    String kybCase = submit(organiser);
    assertThat(approve("olga", kybCase).status()).isEqualTo(200);
    assertThat(approve("pavel", kybCase).text("state")).isEqualTo("APPROVED");
    return organiser;
  }

  /** Returns the id that {@code organiser} has as such. */
  public static String organiserId(Player organiser) {
    return DerivedId.of("org", organiser.id());
  }

  /** Returns the id of an account of {@code organiser} that payouts can go to now. */
  public String payoutAccount(Player organiser) {
    Answer added = organiser.post("/api/v1/payout-accounts", "{\"token\": \"bank_1a2b\"}");
    assertThat(added.status()).describedAs(added.response().body()).isEqualTo(201);
    Instant usableFrom = Instant.parse(added.text("usableFrom"));
    pause(Duration.between(Instant.now(), usableFrom).plusMillis(1));
    return added.text("id");
  }

  public static String payout(String account, long cents) {
    return """
    {"amount": {"amountMinor": %d, "currency": "EUR"}, "account": "%s"}
    """
        .formatted(cents, account);
  }

  public static String showRequest(int capacity) {
    return """
    {"title": "Night Watch, live", "startsAt": "2030-01-01T20:00:00Z", "ticketTypes": [
      {"name": "Standing", "price": {"amountMinor": 4500, "currency": "EUR"}, "capacity": %d}]}
    """
        .formatted(capacity);
  }

  /** Returns a new show with {@code capacity} seats at 45 EUR. */
  public OnSale onSale(Player organiser, int capacity) {
    Answer created = organiser.post("/api/v1/shows", showRequest(capacity));
    assertThat(created.status()).describedAs(created.response().body()).isEqualTo(201);
    String show = created.text("id");
    assertThat(organiser.act("/api/v1/shows/" + show + ":publish").status()).isEqualTo(202);
    await(
        () -> organiser.get("/api/v1/shows/" + show + "/availability"),
        answer -> seats(answer).path("free").asInt(0) == capacity);
    return new OnSale(
        organiser, show, created.json().path("ticketTypes").path(0).path("id").asString());
  }

  /** Returns the seats of the one ticket type in an answer about availability. */
  public static JsonNode seats(Answer availability) {
    return availability.json().path("ticketTypes").path(0);
  }

  public Answer hold(Player buyer, OnSale sale, int quantity) {
    return buyer.post(
        "/api/v1/shows/" + sale.show() + "/holds",
        """
        {"ticketType": "%s", "quantity": %d}
        """
            .formatted(sale.ticketType(), quantity));
  }

  /** Returns the path of a new order over one seat. */
  public String order(Player buyer, OnSale sale) {
    Answer hold = hold(buyer, sale, 1);
    assertThat(hold.status()).describedAs(hold.response().body()).isEqualTo(201);
    return order(buyer, hold.text("id"));
  }

  /** Returns the path of a new order over the seats of {@code hold}. */
  public String order(Player buyer, String hold) {
    Answer order = buyer.post("/api/v1/orders", "{\"hold\": \"" + hold + "\"}");
    assertThat(order.status()).describedAs(order.response().body()).isEqualTo(201);
    return "/api/v1/orders/" + order.text("id");
  }

  public Answer pay(Player buyer, String order, String method) {
    return buyer.post(order + "/payments", "{\"method\": \"" + method + "\"}");
  }

  /** Returns the order at {@code path} once it is in {@code state}. */
  public Answer awaitState(Player reader, String path, String state) {
    return await(() -> reader.get(path), answer -> answer.text("state").equals(state));
  }

  /** Returns the path of a paid order over one seat, its ticket issued. */
  public String buy(Player buyer, OnSale sale) {
    String order = order(buyer, sale);
    assertThat(pay(buyer, order, "sim_ok").status()).isEqualTo(202);
    awaitState(buyer, order, "FULFILLED");
    return order;
  }

  /** Repeats {@code read} until its answer is as wished. */
  public Answer await(Supplier<Answer> read, Predicate<Answer> wished) {
    Instant end = Instant.now().plus(PATIENCE);
    while (true) {
      Answer answer = read.get();
      if (answer.status() < 500 && wished.test(answer)) {
        return answer;
      }
      assertThat(Instant.now())
          .describedAs("waited in vain, last answer: %s", answer.response().body())
          .isBefore(end);
      pause(Duration.ofMillis(25));
    }
  }

  static void pause(Duration duration) {
    try {
      Thread.sleep(duration);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new AssertionError(e);
    }
  }
}
