package io.daybook.faults;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BooleanSupplier;
import java.util.stream.IntStream;
import tools.jackson.databind.JsonNode;

/**
 * A show on sale, with all that must come before: an organiser whom two officers have approved.
 *
 * @param buyers who may buy, signed in
 */
record BoxOffice(String show, String ticketType, int capacity, List<CarefulClient> buyers) {
  static final int PRICE_MINOR = 4500;

  private static final Duration PATIENCE = Duration.ofSeconds(60);

  /** Brings a show with {@code capacity} seats on sale. */
  static BoxOffice open(CarefulClient nobody, int capacity, int buyers) {
    CarefulClient organiser = nobody.register("faults-organiser", "ORGANISER");
    String organiserId = apply(organiser);
    approve(nobody.as("olga"), 1);
    approve(nobody.as("pavel"), 1);
    await("the organiser's clearance", () -> isCleared(organiser, organiserId));
    JsonNode show = createShow(organiser, capacity);
    String showId = text(show, "id");
    organiser.post("/api/v1/shows/" + showId + ":publish", Map.of());
    await("the seats", () -> seats(nobody, showId).required("free").asInt() == capacity);
    return new BoxOffice(
        showId,
        text(show.required("ticketTypes").required(0), "id"),
        capacity,
        IntStream.rangeClosed(1, buyers)
            .mapToObj(number -> nobody.register("faults-buyer-" + number, "BUYER"))
            .toList());
  }

  /** Applies, attaches two documents and submits; returns the organiser's id. */
  static String apply(CarefulClient organiser) {
    JsonNode applied =
        organiser
            .post(
                "/api/v1/organizers",
                Map.of(
                    "legalName", "Sturmfest GmbH",
                    "registrationNumber", "HRB 4711",
                    "country", "DE",
                    "activity", "Concerts"))
            .json();
    String kybCase =
        "/api/v1/organizers/" + text(applied, "id") + "/kyb-cases/" + text(applied, "kybCase");
    organiser.upload(kybCase + "/documents", "REGISTER_EXTRACT", "a register extract");
    organiser.upload(kybCase + "/documents", "OWNERSHIP_STATEMENT", "the owners");
    organiser.post(kybCase + ":submit", Map.of());
    return text(applied, "id");
  }

  static boolean isCleared(CarefulClient organiser, String organiserId) {
    return text(organiser.get("/api/v1/organizers/" + organiserId), "clearance").equals("CLEARED");
  }

  /** Approves {@code count} cases, as soon as they come to {@code officer}. */
  static void approve(CarefulClient officer, int count) {
    var approved = new HashSet<String>();
    while (approved.size() < count) {
      await((count - approved.size()) + " more cases", () -> find(officer, approved).isPresent());
      String task = find(officer, approved).orElseThrow();
      officer.post(
          "/api/v1/compliance/tasks/" + task + ":decide",
          Map.of("decision", "APPROVE", "reason", "Everything is in order"));
      approved.add(task);
    }
  }

  private static Optional<String> find(CarefulClient officer, Set<String> approved) {
    return officer
        .get("/api/v1/compliance/tasks?limit=100")
        .required("data")
        .valueStream()
        .filter(task -> task.required("decidable").asBoolean())
        .map(task -> text(task, "id"))
        .filter(task -> !approved.contains(task))
        .findFirst();
  }

  static JsonNode createShow(CarefulClient organiser, int capacity) {
    Instant start = Instant.now().plus(30, ChronoUnit.DAYS).truncatedTo(ChronoUnit.SECONDS);
    return organiser
        .post(
            "/api/v1/shows",
            Map.of(
                "title",
                "In the storm",
                "startsAt",
                start,
                "ticketTypes",
                List.of(
                    Map.of(
                        "name",
                        "Standing",
                        "price",
                        Map.of("amountMinor", PRICE_MINOR, "currency", "EUR"),
                        "capacity",
                        capacity))))
        .json();
  }

  /** Returns how many seats are held, sold and free. */
  JsonNode seats(CarefulClient anybody) {
    return seats(anybody, show);
  }

  static JsonNode seats(CarefulClient anybody, String show) {
    return anybody
        .get("/api/v1/shows/" + show + "/availability")
        .required("ticketTypes")
        .required(0);
  }

  private static String text(JsonNode object, String field) {
    return object.required(field).asString();
  }

  /** Waits until {@code holds}, at most a minute. */
  static void await(String what, BooleanSupplier holds) {
    Instant end = Instant.now().plus(PATIENCE);
    while (!holds.getAsBoolean()) {
      if (Instant.now().isAfter(end)) {
        throw new AssertionError("waited " + PATIENCE + " for " + what);
      }
      DaybookProcess.pause(100);
    }
  }
}
