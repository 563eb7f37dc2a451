package io.daybook.demo;

import static io.daybook.demo.Patience.awaitUntil;

import io.daybook.demo.RestSession.Answer;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;

/**
 * A published show, in which seats can be bought.
 *
 * @param position the journal index of its publication
 */
record DemoShow(String title, String path, String ticketType, long position) {

  /** Publishes a show with {@code seats} standing places and waits until they can be bought. */
  static DemoShow publish(RestSession organiser, String title, int seats) {
    Answer drafted =
        organiser.post(
            "/api/v1/shows",
            Map.of(
                "title",
                title,
                "startsAt",
                Instant.now().plus(30, ChronoUnit.DAYS).truncatedTo(ChronoUnit.SECONDS),
                "ticketTypes",
                List.of(standing(seats))));
    String path = "/api/v1/shows/" + drafted.text("id");
    Answer published = organiser.post(path + ":publish", Map.of());
    awaitUntil("the seats", () -> hasSeats(organiser, path));
    return new DemoShow(
        title,
        path,
        published.body().required("ticketTypes").required(0).required("id").asString(),
        published.position());
  }

  private static Map<String, Object> standing(int seats) {
    return Map.of(
        "name",
        "Standing",
        "price",
        Map.of("amountMinor", 4500, "currency", "EUR"),
        "capacity",
        seats);
  }

  private static boolean hasSeats(RestSession anybody, String path) {
    return anybody
            .get(path + "/availability")
            .body()
            .required("ticketTypes")
            .path(0)
            .path("free")
            .asInt(0)
        > 0;
  }

  /** Lets {@code buyer} buy seats; returns the order when its tickets are there. */
  String buy(RestSession buyer, int seats) {
    Answer hold = buyer.post(path + "/holds", Map.of("ticketType", ticketType, "quantity", seats));
    Answer order = buyer.post("/api/v1/orders", Map.of("hold", hold.text("id")));
    String orderPath = "/api/v1/orders/" + order.text("id");
    buyer.post(orderPath + "/payments", Map.of("method", "sim_ok"));
    awaitUntil("an order's tickets", () -> buyer.get(orderPath).text("state").equals("FULFILLED"));
    return order.text("id");
  }
}
