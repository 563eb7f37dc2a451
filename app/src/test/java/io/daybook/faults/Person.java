package io.daybook.faults;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import tools.jackson.databind.JsonNode;

/**
 * Somebody who has said all that can be said about oneself, each time with a word that stands
 * nowhere else.
 *
 * @param canaries the words, none of which may be left after an erasure
 * @param kybCase the id of the approved case
 * @param order the id of the refunded order
 */
record Person(
    String id, CarefulClient client, List<String> canaries, String kybCase, String order) {

  /** Lets a person apply with a business, be approved, sell, buy from themself and get a refund. */
  static Person plant(CarefulClient nobody, CarefulClient olga, CarefulClient pavel) {
    var words = new Words(UUID.randomUUID().toString().replace("-", ""));
    CarefulClient client = nobody.register(words.of("name"), "ORGANISER");
    String organiser = apply(client, words);
    String kybCase = text(client.get("/api/v1/organizers/" + organiser), "kybCase");
    BoxOffice.await(
        "the check of documents",
        () -> text(olga.get("/api/v1/compliance/cases/" + kybCase), "state").equals("CHECKED"));
    for (CarefulClient officer : List.of(olga, pavel)) {
      officer.post(
          "/api/v1/compliance/tasks/" + kybCase + ":decide",
          words.of("key"),
          Map.of("decision", "APPROVE", "reason", "because of " + words.of("reason")));
    }
    BoxOffice.await("the clearance", () -> BoxOffice.isCleared(client, organiser));
    String order = buyAndRefund(client, words);
    return new Person(
        text(client.get("/api/v1/me"), "userId"), client, words.all(), kybCase, order);
  }

  private static String apply(CarefulClient client, Words words) {
    JsonNode applied =
        client
            .post(
                "/api/v1/organizers",
                words.of("key"),
                Map.of(
                    "legalName", "Ada " + words.of("legal") + " e. K.",
                    "registrationNumber", "HRA " + words.of("number"),
                    "country", "DE",
                    "activity", "Concerts at " + words.of("activity")))
            .json();
    String kybCase =
        "/api/v1/organizers/" + text(applied, "id") + "/kyb-cases/" + text(applied, "kybCase");
    client.upload(kybCase + "/documents", "REGISTER_EXTRACT", "extract of " + words.of("extract"));
    client.upload(kybCase + "/documents", "OWNERSHIP_STATEMENT", "owner " + words.of("owner"));
    client.post(kybCase + ":submit", Map.of());
    return text(applied, "id");
  }

  private static String buyAndRefund(CarefulClient client, Words words) {
    JsonNode created = BoxOffice.createShow(client, 10);
    String show = "/api/v1/shows/" + text(created, "id");
    client.post(show + ":publish", Map.of());
    BoxOffice.await(
        "the seats",
        () -> BoxOffice.seats(client, text(created, "id")).required("free").asInt() == 10);
    String type = text(created.required("ticketTypes").required(0), "id");
    String hold =
        client.post(show + "/holds", Map.of("ticketType", type, "quantity", 1)).text("id");
    String order = client.post("/api/v1/orders", Map.of("hold", hold)).text("id");
    client.post("/api/v1/orders/" + order + "/payments", Map.of("method", "sim_ok"));
    awaitState(client, order, "FULFILLED");
    client.post(
        "/api/v1/orders/" + order + "/refunds",
        words.of("key"),
        Map.of("reason", "the buyer suffers from " + words.of("refund")));
    awaitState(client, order, "REFUNDED");
    return order;
  }

  private static void awaitState(CarefulClient client, String order, String state) {
    BoxOffice.await(
        order + " to be " + state,
        () -> text(client.get("/api/v1/orders/" + order), "state").equals(state));
  }

  /** Returns the canaries that are in {@code bytes}, in whatever usual encoding. */
  List<String> foundIn(byte[] bytes) {
    String content = new String(bytes, StandardCharsets.ISO_8859_1);
    return canaries.stream()
        .filter(word -> Words.encodings(word).anyMatch(content::contains))
        .toList();
  }

  private static String text(JsonNode object, String field) {
    return object.required(field).asString();
  }
}
