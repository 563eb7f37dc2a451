package io.daybook.api;

import static org.assertj.core.api.Assertions.assertThat;

import io.daybook.Http;
import io.daybook.Http.Answer;
import io.daybook.IntegrationTest;
import io.daybook.api.Stage.OnSale;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.boot.test.web.server.LocalServerPort;

/** What is not somebody's own does not exist for them; a wrong role is told so. */
@IntegrationTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class VisibilityIT {
  private static final String NO_ID = "0".repeat(26);

  @LocalServerPort private int port;

  private Stage stage;
  private OnSale sale;
  private Player buyer;
  private Player stranger;
  private String order;

  @BeforeAll
  void aTicketIsSold() {
    stage = new Stage(port);
    sale = stage.onSale(stage.clearedOrganiser(), 10);
    buyer = stage.buyer();
    stranger = stage.organiser();
    order = stage.buy(buyer, sale);
  }

  @Test
  void anothersOrderDoesNotExist() {
    assertNotFound(stranger.get(order));
    assertNotFound(stranger.act(order + ":cancel"));
    assertNotFound(stage.pay(stranger, order, "sim_ok"));
    assertNotFound(stranger.get(order + "/payments"));
    assertNotFound(stranger.post(order + "/refunds", "{\"reason\": \"mine\"}"));
  }

  @Test
  void anothersHoldDoesNotExist() {
    String hold = stage.hold(buyer, sale, 1).text("id");

    assertNotFound(stranger.get("/api/v1/holds/" + hold));
    assertNotFound(stranger.delete("/api/v1/holds/" + hold));
    assertNotFound(stranger.post("/api/v1/orders", "{\"hold\": \"" + hold + "\"}"));
    assertThat(buyer.get("/api/v1/holds/" + hold).text("state")).isEqualTo("HELD");
  }

  @Test
  void anothersTicketDoesNotExist() {
    String ticket = "/api/v1/tickets/" + buyer.get(order).json().path("tickets").path(0).asString();

    assertThat(buyer.get(ticket).status()).isEqualTo(200);
    assertNotFound(stranger.get(ticket));
    assertNotFound(stranger.get(ticket + "/credential"));
    assertNotFound(stranger.get(ticket + "/credential.png"));
    // Not even for the organiser: a credential is the ticket.
    assertNotFound(sale.organiser().get(ticket + "/credential"));
  }

  @Test
  void anothersCaseAndDraftDoNotExist() {
    Player applicant = stage.organiser();
    String kybCase = stage.apply(applicant);
    String draft =
        "/api/v1/shows/" + applicant.post("/api/v1/shows", Stage.showRequest(5)).text("id");

    assertThat(applicant.get(draft).status()).isEqualTo(200);
    assertNotFound(stranger.get(draft));
    assertNotFound(Http.anonymous(port).get(draft));
    assertNotFound(stranger.act(draft + ":publish"));
    assertNotFound(stranger.get(kybCase));
    assertNotFound(stranger.act(kybCase + ":submit"));
  }

  @Test
  void anOrganiserReadsTheOrdersOfTheirShows() {
    assertThat(sale.organiser().get(order).text("state")).isEqualTo("FULFILLED");
    assertThat(sale.organiser().get(order + "/payments").status()).isEqualTo(200);
    // But pays and cancels none of them.
    assertNotFound(sale.organiser().act(order + ":cancel"));
  }

  @Test
  void unknownAndMalformedIdsDoNotExist() {
    for (String path :
        List.of(
            "/api/v1/orders/ord_" + NO_ID,
            "/api/v1/orders/x",
            "/api/v1/orders/ord_" + NO_ID + "/payments",
            "/api/v1/orders/ord_" + NO_ID + "/payments/pay_" + NO_ID,
            "/api/v1/holds/hld_" + NO_ID,
            "/api/v1/tickets/tkt_" + NO_ID,
            "/api/v1/shows/shw_" + NO_ID,
            "/api/v1/shows/shw_" + NO_ID + "/availability",
            "/api/v1/shows/%C3%A4",
            "/api/v1/nothing-here",
            order + "/payments/pay_" + NO_ID)) {
      assertNotFound(buyer.get(path));
    }
    assertNotFound(
        buyer.post(
            "/api/v1/shows/" + sale.show() + "/holds",
            "{\"ticketType\": \"tty_" + NO_ID + "\", \"quantity\": 1}"));
    assertNotFound(buyer.post("/api/v1/orders", "{\"hold\": \"hld_" + NO_ID + "\"}"));
    assertNotFound(
        Player.demo(port, "olga").post(Stage.decision("kyb_" + NO_ID), Stage.approval()));
    Player auditor = Player.demo(port, "aude");
    assertNotFound(auditor.get("/api/v1/ledger/accounts/nothing"));
    assertNotFound(auditor.get("/api/v1/ledger/entries/ent_" + NO_ID));
  }

  @Test
  void aWrongRoleIsForbidden() {
    for (Answer answer :
        List.of(
            buyer.post("/api/v1/shows", Stage.showRequest(5)),
            buyer.post("/api/v1/organizers", Stage.business("Mine")),
            buyer.get("/api/v1/payouts"),
            buyer.get("/api/v1/ledger/trial-balance"),
            buyer.get("/api/v1/audit/activity"),
            buyer.get("/api/v1/status/projections"),
            buyer.get("/api/v1/status/checksums"),
            Player.demo(port, "aude").act("/api/v1/status/projections:rebuild"),
            buyer.post(order + "/refunds", "{\"reason\": \"mine\"}"),
            sale.organiser().get("/api/v1/compliance/tasks"),
            Player.demo(port, "aude").post(Stage.decision("kyb_" + NO_ID), Stage.approval()),
            Player.demo(port, "olga").get("/api/v1/ledger/entries"))) {
      assertThat(answer.status()).isEqualTo(403);
      assertProblem(answer, "forbidden");
    }
  }

  @Test
  void withoutATokenNobodyIsKnown() {
    Http nobody = Http.anonymous(port);
    for (Answer answer :
        List.of(
            nobody.get("/api/v1/orders"),
            nobody.post("/api/v1/orders", "{}"),
            nobody.get(order),
            nobody.withToken("x.y.z").get("/api/v1/orders"),
            nobody.withToken("x.y.z").get("/api/v1/shows"))) {
      assertThat(answer.status()).isEqualTo(401);
      assertProblem(answer, "unauthenticated");
      assertThat(answer.response().headers().firstValue("WWW-Authenticate")).isPresent();
    }
  }

  @Test
  void aForwardedAddressChangesNothing() {
    Answer answer =
        buyer
            .http()
            .send(
                buyer
                    .http()
                    .request("/api/v1/orders")
                    .header("X-Forwarded-For", "127.0.0.1, 10.0.0.1")
                    .header("X-Forwarded-Host", "evil.example")
                    .header("X-Forwarded-Proto", "https")
                    .header("X-Forwarded-Prefix", "/evil")
                    .header("X-Original-URL", "/api/v1/ledger/entries")
                    .header("X-HTTP-Method-Override", "DELETE")
                    .GET());

    assertThat(answer.status()).isEqualTo(200);
    assertThat(answer.response().body()).isEqualTo(buyer.get("/api/v1/orders").response().body());
  }

  private static void assertNotFound(Answer answer) {
    assertThat(answer.status()).describedAs(answer.response().uri().toString()).isEqualTo(404);
    assertProblem(answer, "not_found");
  }

  private static void assertProblem(Answer answer, String code) {
    assertThat(answer.response().headers().firstValue("Content-Type").orElse(""))
        .startsWith("application/problem+json");
    assertThat(answer.text("code")).isEqualTo(code);
  }
}
