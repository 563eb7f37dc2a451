package io.daybook.demo;

import io.daybook.demo.RestSession.Answer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BooleanSupplier;
import java.util.stream.IntStream;
import tools.jackson.databind.JsonNode;

/**
 * The story: an organiser applies, two officers approve, a show is published, buyers buy, one is
 * refunded, an auditor exports the journal.
 */
final class DemoStory {
  static final int BUYERS = 200;

  private static final int AT_ONCE = 8;
  private static final Duration PATIENCE = Duration.ofSeconds(60);

  private final DemoPeople people;
  private final DemoConsole console;
  private final String run;

  /** Tells the story with users whose names hold {@code run}, so it can be told again. */
  DemoStory(DemoPeople people, DemoConsole console, String run) {
    this.people = people;
    this.console = console;
    this.run = run;
  }

  /** Tells the whole story and leaves the journal's export in {@code export}. */
  void tell(Path export) {
    RestSession organiser = people.register("organiser-" + run, "ORGANISER");
    String organiserId = apply(organiser);
    approve("olga", "APPROVE", "Register extract and owners match");
    approve("pavel", "APPROVE", "Second pair of eyes agrees");
    awaitUntil(
        "the approval",
        () ->
            organiser.get("/api/v1/organizers/" + organiserId).text("clearance").equals("CLEARED"));
    JsonNode show = publish(organiser);
    List<String> orders = sell(show);
    refund(organiser, orders.getFirst());
    RestSession auditor = people.signIn("aude");
    trialBalance(auditor);
    console.done("The auditor downloads the journal to " + export, "");
    awaitUntil("a checkpoint over everything", () -> covers(auditor));
    auditor.download("/api/v1/audit/export.zip", export);
  }

  private String apply(RestSession organiser) {
    Answer applied =
        organiser.post(
            "/api/v1/organizers",
            Map.of(
                "legalName",
                "Nachtwache Konzerte GmbH " + run,
                "registrationNumber",
                "HRB " + run,
                "country",
                "DE",
                "activity",
                "Concerts in small venues"));
    String organiserId = applied.text("id");
    String caseId = applied.text("kybCase");
    console.done("An organiser applies: " + applied.text("legalName"), applied.position());
    String path = "/api/v1/organizers/" + organiserId + "/kyb-cases/" + caseId;
    byte[] pdf = ("%PDF-1.7\nA register extract, run " + run).getBytes(StandardCharsets.UTF_8);
    organiser.upload(path + "/documents", "REGISTER_EXTRACT", "application/pdf", pdf);
    byte[] owners = ("%PDF-1.7\nThe owners, run " + run).getBytes(StandardCharsets.UTF_8);
    organiser.upload(path + "/documents", "OWNERSHIP_STATEMENT", "application/pdf", owners);
    Answer submitted = organiser.post(path + ":submit", Map.of());
    console.done("Two documents are hashed and the case is submitted", submitted.position());
    return organiserId;
  }

  private void approve(String officer, String decision, String reason) {
    RestSession session = people.signIn(officer);
    String task = awaitTask(session);
    Answer decided =
        session.post(
            "/api/v1/compliance/tasks/" + task + ":decide",
            Map.of("decision", decision, "reason", reason));
    console.done(
        "Officer " + officer + " agrees: the case is " + decided.text("state"), decided.position());
  }

  private String awaitTask(RestSession officer) {
    String[] found = new String[1];
    awaitUntil(
        "a task for the officers",
        () -> {
          for (JsonNode task : officer.get("/api/v1/compliance/tasks").body().required("data")) {
            if (task.required("legalName").asString().endsWith(run)
                && task.required("decidable").asBoolean()) {
              found[0] = task.required("id").asString();
              return true;
            }
          }
          return false;
        });
    return found[0];
  }

  private JsonNode publish(RestSession organiser) {
    Answer show =
        organiser.post(
            "/api/v1/shows",
            Map.of(
                "title", "Night Watch, live " + run,
                "startsAt", Instant.now().plus(30, ChronoUnit.DAYS).truncatedTo(ChronoUnit.SECONDS),
                "ticketTypes",
                    List.of(
                        Map.of(
                            "name",
                            "Standing",
                            "price",
                            Map.of("amountMinor", 4500, "currency", "EUR"),
                            "capacity",
                            BUYERS + 50))));
    String id = show.text("id");
    Answer published = organiser.post("/api/v1/shows/" + id + ":publish", Map.of());
    console.done("The show is published: " + show.text("title"), published.position());
    RestSession anyone = RestSession.anonymous(people.base(), people.json());
    awaitUntil(
        "the seats",
        () ->
            anyone
                    .get("/api/v1/shows/" + id + "/availability")
                    .body()
                    .required("ticketTypes")
                    .path(0)
                    .path("free")
                    .asInt(0)
                > 0);
    return published.body();
  }

  private List<String> sell(JsonNode show) {
    var start = Instant.now();
    var sold = new AtomicInteger();
    String showId = show.required("id").asString();
    String ticketType = show.required("ticketTypes").required(0).required("id").asString();
    try (var buyers = Executors.newFixedThreadPool(AT_ONCE, Thread.ofVirtual().factory())) {
      List<Future<String>> orders =
          IntStream.rangeClosed(1, BUYERS)
              .mapToObj(number ->
                  buyers.submit(() -> {
                    String order = buy(number, showId, ticketType);
                    console.progress(
                        "buying",
                        sold.incrementAndGet(),
                        BUYERS,
                        Duration.between(start, Instant.now()));
                    return order;
                  }))
              .toList();
      List<String> done = orders.stream().map(DemoStory::join).toList();
      console.done(BUYERS + " buyers have their tickets", "");
      return done;
    }
  }

  private String buy(int number, String show, String ticketType) {
    RestSession buyer = people.register("buyer-" + run + "-" + number, "BUYER");
    Answer hold =
        buyer.post(
            "/api/v1/shows/" + show + "/holds", Map.of("ticketType", ticketType, "quantity", 1));
    Answer order = buyer.post("/api/v1/orders", Map.of("hold", hold.text("id")));
    String path = "/api/v1/orders/" + order.text("id");
    buyer.post(path + "/payments", Map.of("method", "sim_ok"));
    awaitUntil("an order's tickets", () -> buyer.get(path).text("state").equals("FULFILLED"));
    return order.text("id");
  }

  private void refund(RestSession organiser, String order) {
    Answer asked =
        organiser.post(
            "/api/v1/orders/" + order + "/refunds", Map.of("reason", "The buyer fell ill"));
    console.done("One order is to be refunded", asked.position());
    awaitUntil(
        "the refund",
        () -> organiser.get("/api/v1/orders/" + order).text("state").equals("REFUNDED"));
    console.done("The money is back, the ticket is revoked, the seat is free", "");
  }

  private void trialBalance(RestSession auditor) {
    Answer balance = auditor.get("/api/v1/ledger/trial-balance");
    console.done("The trial balance", "");
    for (JsonNode total : balance.body().required("totals")) {
      console.line(
          String.format(
              "        %s  debits %,d  credits %,d  difference %,d (minor units)",
              total.required("currency").asString(),
              total.required("debitsMinor").asLong(),
              total.required("creditsMinor").asLong(),
              total.required("differenceMinor").asLong()));
    }
    for (JsonNode account : balance.body().required("accounts")) {
      console.line(
          String.format(
              "        %-60s %-9s %,12d",
              account.required("account").asString(),
              account.required("kind").asString(),
              account.required("balanceMinor").asLong()));
    }
  }

  /** Whether the read models have read everything and the newest checkpoint covers it. */
  private boolean covers(RestSession auditor) {
    long read = 0;
    for (JsonNode projection : auditor.get("/api/v1/status/projections").body().required("data")) {
      if (projection.required("lagEvents").asLong() > 0) {
        return false;
      }
      read = Math.max(read, projection.required("position").asLong() + 1);
    }
    String size = auditor.text("/journal/log/checkpoint").lines().skip(1).findFirst().orElse("0");
    return Long.parseLong(size) >= read;
  }

  private static void awaitUntil(String what, BooleanSupplier holds) {
    Instant end = Instant.now().plus(PATIENCE);
    while (!holds.getAsBoolean()) {
      if (Instant.now().isAfter(end)) {
        throw new DemoFailed("waited " + PATIENCE.toSeconds() + " s for " + what);
      }
      RestSession.pause(Duration.ofMillis(100));
    }
  }

  private static String join(Future<String> order) {
    try {
      return order.get();
    } catch (ExecutionException e) {
      throw new DemoFailed("a purchase failed: " + e.getMessage());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new DemoFailed("interrupted");
    }
  }
}
