package io.daybook.faults;

import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/**
 * What one buyer was told about one purchase.
 *
 * @param number from which the three keys are made
 */
record Purchase(
    int number, CarefulClient buyer, int quantity, String method, String hold, String order) {

  /** Buys, from the hold to the tickets. */
  static Purchase make(int number, BoxOffice office, int quantity, String method) {
    CarefulClient buyer = office.buyers().get(number % office.buyers().size());
    String hold = hold(number, office, buyer, quantity).text("id");
    String order = order(number, buyer, hold).text("id");
    var purchase = new Purchase(number, buyer, quantity, method, hold, order);
    purchase.pay();
    BoxOffice.await("the tickets of " + order, () -> purchase.state().equals("FULFILLED"));
    return purchase;
  }

  private static CarefulClient.Answer hold(
      int number, BoxOffice office, CarefulClient buyer, int quantity) {
    return buyer.post(
        "/api/v1/shows/" + office.show() + "/holds",
        "hold-" + number,
        Map.of("ticketType", office.ticketType(), "quantity", quantity));
  }

  private static CarefulClient.Answer order(int number, CarefulClient buyer, String hold) {
    return buyer.post("/api/v1/orders", "order-" + number, Map.of("hold", hold));
  }

  private CarefulClient.Answer pay() {
    return buyer.post(
        "/api/v1/orders/" + order + "/payments", "payment-" + number, Map.of("method", method));
  }

  String state() {
    return read().required("state").asString();
  }

  JsonNode read() {
    return buyer.get("/api/v1/orders/" + order);
  }

  List<String> tickets() {
    return read().required("tickets").valueStream().map(JsonNode::asString).toList();
  }

  /** Sends the three writes again, as they were sent before. */
  List<CarefulClient.Answer> repeat(BoxOffice office) {
    return List.of(hold(number, office, buyer, quantity), order(number, buyer, hold), pay());
  }
}
