package io.daybook.api;

import static org.assertj.core.api.Assertions.assertThat;

import io.daybook.Http.Answer;
import io.daybook.IntegrationTest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.JsonNode;

/** Who is behind a business, through holdings, circles and control. */
@IntegrationTest
class OwnershipIT {
  @LocalServerPort private int port;
  private Player organiser;
  private String path;
  private String business;
  private Owners owners;
  private String anna;
  private String holding;

  @BeforeEach
  void apply() {
    organiser = new Stage(port).organiser();
    path = new Stage(port).apply(organiser);
    owners = new Owners(organiser, path);
    business = owners.business();
    anna = owners.add("PERSON", "Anna Berg");
    holding = owners.add("COMPANY", "Bergwerk Holding");
  }

  @Test
  void sharesThroughOthersMakeABeneficialOwner() {
    Answer declared = owners.hold(anna, holding, 5_000).hold(holding, business, 5_000).answer();

    assertThat(declared.status()).describedAs(declared.response().body()).isEqualTo(200);
    String kybCase = path.substring(path.lastIndexOf('/') + 1);
    JsonNode seen =
        Player.demo(port, "aude").get("/api/v1/compliance/cases/" + kybCase + "/ownership").json();
    assertThat(seen).isEqualTo(declared.json());
    assertThat(seen.path("beneficialOwners").path(0).asString()).isEqualTo(anna);
    assertThat(seen.path("parts").path(1).path("effective").asString()).isEqualTo("25.00");
    assertThat(organiser.act(path + "/parties/" + anna + ":remove").text("code"))
        .isEqualTo("party_in_ownership");
  }

  @Test
  void controlNeedsNoShares() {
    Answer declared = owners.control(anna, business).answer();

    assertThat(declared.json().path("parts").path(0).path("controlling").asBoolean()).isTrue();
    assertThat(declared.json().path("beneficialOwners")).hasSize(1);
  }

  @Test
  void whoIsBehindABusinessDecidesOnItsRisk() {
    String kybCase = new Stage(port).handIn(organiser, path);
    Player olga = Player.demo(port, "olga");
    String file = "/api/v1/compliance/cases/" + kybCase;
    JsonNode undeclared = olga.get(file).json().path("file").path("kybCase").path("risk");
    assertThat(undeclared.path("band").asString()).isEqualTo("MEDIUM");

    owners.hold(anna, business, 5_000).answer();

    JsonNode declared = olga.get(file).json().path("file").path("kybCase").path("risk");
    assertThat(declared.path("band").asString()).isEqualTo("LOW");
    // Nobody knows where the parties are from.
    assertThat(declared.path("factors").path(0).path("rule").asString())
        .isEqualTo("country-missing");
    JsonNode tables = olga.get("/api/v1/compliance/decision-tables").json().path("data");
    assertThat(declared.path("tables")).hasSize(10);
    assertThat(declared.path("tables").path(2).path("sha256"))
        .isEqualTo(tables.path(2).path("sha256"));
    assertThat(organiser.get("/api/v1/compliance/decision-tables").status()).isEqualTo(403);
    assertThat(organiser.get(path).response().body()).doesNotContain("risk");
  }

  @Test
  void anOfficerAsksAndTheApplicantAnswers() {
    String kybCase = new Stage(port).handIn(organiser, path);
    Player olga = Player.demo(port, "olga");
    String ask = "/api/v1/compliance/cases/" + kybCase + ":ask";
    String question =
        "{\"question\": \"Who owns it?\", \"documents\": [\"OWNERSHIP_STATEMENT\"], \"days\": %d}";
    assertThat(organiser.post(ask, question.formatted(14)).status()).isEqualTo(403);
    assertThat(olga.post(ask, question.formatted(0)).text("code")).isEqualTo("invalid_request");
    assertThat(olga.post(ask, question.formatted(14).replace("Who owns it?", "?\\u0000")).status())
        .isEqualTo(400);
    assertThat(organiser.post(path + ":answer", "{\"answer\": \"Anna\"}").text("code"))
        .isEqualTo("request_not_open");

    assertThat(olga.post(ask, question.formatted(14)).text("state")).isEqualTo("OPEN");

    JsonNode asked = organiser.get(path).json().path("request");
    assertThat(asked.path("question").asString()).isEqualTo("Who owns it?");
    assertThat(organiser.act(path + ":submit").text("code")).isEqualTo("request_open");
    assertThat(organiser.post(path + ":answer", "{\"answer\": \"Anna\"}").text("code"))
        .isEqualTo("documents_missing");
    Stage.attach(organiser, path, "OWNERSHIP_STATEMENT");
    Answer answered = organiser.post(path + ":answer", "{\"answer\": \"Anna\"}");
    assertThat(answered.json().path("request").path("state").asString()).isEqualTo("ANSWERED");
    new Stage(port)
        .await(
            () -> olga.get("/api/v1/compliance/cases/" + kybCase),
            answer -> answer.text("state").equals("CHECKED"));
  }

  @Test
  void whatMakesNoSenseIsRefused() {
    assertThat(refused(fresh().hold(anna, anna, 1))).isEqualTo("ownership_invalid");
    assertThat(refused(fresh().hold(holding, business, 10_000).hold(anna, business, 1)))
        .isEqualTo("ownership_invalid");
    assertThat(refused(fresh().hold(holding, holding, 10_000))).isEqualTo("ownership_invalid");
    assertThat(refused(fresh().hold(anna, business, 0))).isEqualTo("invalid_request");
    assertThat(refused(fresh().hold("nobody", business, 1))).isEqualTo("not_found");
    assertThat(new Stage(port).organiser().get(path + "/ownership").status()).isEqualTo(404);
  }

  private Owners fresh() {
    return new Owners(organiser, path);
  }

  private static String refused(Owners owners) {
    return owners.answer().text("code");
  }
}
