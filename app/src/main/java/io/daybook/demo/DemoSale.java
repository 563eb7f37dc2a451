package io.daybook.demo;

import static io.daybook.demo.Patience.awaitUntil;

import io.daybook.demo.DemoStep.Done;
import io.daybook.demo.RestSession.Answer;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;

/** The part of the story in which a show is published and sold. */
final class DemoSale {
  private static final int AT_ONCE = 16;
  private static final int SPARE_SEATS = 50;
  private static final Duration REDRAW = Duration.ofMillis(200);

  private final DemoPeople people;
  private final DemoConsole console;
  private final DemoStory.Plan plan;
  private String show = "";
  private String ticketType = "";

  DemoSale(DemoPeople people, DemoConsole console, DemoStory.Plan plan) {
    this.people = people;
    this.console = console;
    this.plan = plan;
  }

  Done publish(RestSession organiser) {
    Answer drafted =
        organiser.post(
            "/api/v1/shows",
            Map.of(
                "title", "Night Watch, live " + plan.run(),
                "startsAt", Instant.now().plus(30, ChronoUnit.DAYS).truncatedTo(ChronoUnit.SECONDS),
                "ticketTypes", List.of(standing())));
    show = drafted.text("id");
    Answer published = organiser.post("/api/v1/shows/" + show + ":publish", Map.of());
    ticketType = published.body().required("ticketTypes").required(0).required("id").asString();
    awaitUntil("the seats", this::hasSeats);
    return new Done("The show is published: " + drafted.text("title"), published.position());
  }

  private Map<String, Object> standing() {
    return Map.of(
        "name",
        "Standing",
        "price",
        Map.of("amountMinor", 4500, "currency", "EUR"),
        "capacity",
        plan.buyers() + SPARE_SEATS);
  }

  private boolean hasSeats() {
    return people
            .anybody()
            .get("/api/v1/shows/" + show + "/availability")
            .body()
            .required("ticketTypes")
            .path(0)
            .path("free")
            .asInt(0)
        > 0;
  }

  /** Lets all buyers buy and returns their orders. */
  List<String> sell() {
    var start = Instant.now();
    var sold = new AtomicInteger();
    try (var buyers = Executors.newFixedThreadPool(AT_ONCE, Thread.ofVirtual().factory())) {
      List<Future<String>> orders =
          IntStream.rangeClosed(1, plan.buyers())
              .mapToObj(number ->
                  buyers.submit(() -> {
                    String order = buy(number);
                    sold.incrementAndGet();
                    return order;
                  }))
              .toList();
      try {
        while (!orders.stream().allMatch(Future::isDone)) {
          draw(sold.get(), start);
          RestSession.pause(REDRAW);
        }
        List<String> done = orders.stream().map(DemoSale::join).toList();
        draw(sold.get(), start);
        return done;
      } catch (DemoFailed failed) {
        buyers.shutdownNow();
        throw failed;
      }
    }
  }

  private void draw(int sold, Instant start) {
    console.progress("buying", sold, plan.buyers(), Duration.between(start, Instant.now()));
  }

  private String buy(int number) {
    RestSession buyer = people.register("buyer-" + plan.run() + "-" + number, "BUYER");
    Answer hold =
        buyer.post(
            "/api/v1/shows/" + show + "/holds", Map.of("ticketType", ticketType, "quantity", 1));
    Answer order = buyer.post("/api/v1/orders", Map.of("hold", hold.text("id")));
    String path = "/api/v1/orders/" + order.text("id");
    buyer.post(path + "/payments", Map.of("method", "sim_ok"));
    awaitUntil("an order's tickets", () -> buyer.get(path).text("state").equals("FULFILLED"));
    return order.text("id");
  }

  private static String join(Future<String> order) {
    try {
      return order.get();
    } catch (ExecutionException e) {
      throw new DemoFailed("a purchase failed: " + order.exceptionNow().getMessage());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new DemoFailed("interrupted");
    }
  }
}
