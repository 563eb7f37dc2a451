package io.daybook.api;

import static org.assertj.core.api.Assertions.assertThat;

import io.daybook.Http.Answer;
import io.daybook.IntegrationTest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.JsonNode;

/** Parties are looked for in lists, and nobody who is on one is approved. */
@IntegrationTest
class ScreeningIT {
  private static final String HEADER = "id,type,name,birth_date,countries\n";
  private static final String DISMISS =
      """
      {"disposition": "DISMISS", "ground": "DATE_DIFFERS", "reason": "Born in another year"}
      """;
  private static final String CONFIRM =
      """
      {"disposition": "CONFIRM", "reason": "The passport says so"}
      """;

  @LocalServerPort private int port;
  private Stage stage;
  private Lists lists;

  @BeforeEach
  void start() {
    stage = new Stage(port);
    lists = new Lists(port);
  }

  @Test
  void aPartyThatMayBeListedIsReviewedBeforeTheCaseIsApproved() {
    String name = Lists.newName("Zoltvar");
    lists.activate("people " + name, HEADER + "P-1,person," + name + ",1970-03-17,\n");
    Player organiser = stage.organiser();
    String path = stage.apply(organiser);
    addPerson(organiser, path, name, "1951-01-01");
    String kybCase = stage.handIn(organiser, path);

    JsonNode hit = lists.hits(kybCase).path(0);
    assertThat(hit.path("listedName").asString()).isEqualTo(name);
    assertThat(hit.path("score").asInt()).isBetween(800, 949);
    assertThat(hit.path("rows").path(0).path("kind").asString()).isEqualTo("LITERAL");
    assertThat(stage.approve("olga", kybCase).text("code")).isEqualTo("hits_open");

    assertThat(lists.decide("olga", kybCase, hit, DISMISS).status()).isEqualTo(200);
    assertThat(stage.approve("olga", kybCase).status()).isEqualTo(200);
    assertThat(stage.approve("pavel", kybCase).text("state")).isEqualTo("APPROVED");
  }

  @Test
  void twoOfficersDismissWhatIsLikeATrueMatch() {
    String name = Lists.newName("Quellbruk");
    lists.activate("companies " + name, HEADER + "C-1,company," + name + ",,\n");
    String kybCase = stage.submit(stage.organiser(), name);
    JsonNode hit = lists.hits(kybCase).path(0);

    assertThat(hit.path("score").asInt()).isGreaterThanOrEqualTo(950);
    assertThat(
            lists.decide("olga", kybCase, hit, "{\"disposition\": \"DISMISS\", \"reason\": \"x\"}"))
        .extracting(answer -> answer.text("code"))
        .isEqualTo("ground_required");
    Answer proposed = lists.decide("olga", kybCase, hit, DISMISS);
    assertThat(proposed.json().path("hits").path(0).path("state").asString())
        .isEqualTo("DISMISSAL_PROPOSED");
    String again = DISMISS.replace("another year", "that year");
    assertThat(lists.decide("olga", kybCase, hit, again).text("code")).isEqualTo("four_eyes");
    assertThat(lists.decide("pavel", kybCase, hit, DISMISS).status()).isEqualTo(200);
    assertThat(lists.hits(kybCase).path(0).path("state").asString()).isEqualTo("DISMISSED");
  }

  @Test
  void aListThatNamesAnApprovedBusinessStopsItUntilOfficersDecide() {
    String name = Lists.newName("Harrowgast");
    Player organiser = stage.organiser();
    String kybCase = stage.submit(organiser, name);
    stage.approve("olga", kybCase);
    stage.approve("pavel", kybCase);
    String list = "late " + name;
    lists.activate(list, HEADER + "C-1,company," + name + ",,\n");

    assertThat(clearance(organiser)).isEqualTo("NOT_CLEARED");
    JsonNode hit = lists.hits(kybCase).path(0);
    lists.decide("olga", kybCase, hit, DISMISS);
    lists.decide("pavel", kybCase, hit, DISMISS);
    assertThat(clearance(organiser)).isEqualTo("CLEARED");

    lists.activate(list, HEADER + "C-1,company," + name + ",,Germany\n");
    assertThat(lists.hits(kybCase).path(0).path("state").asString()).isEqualTo("OPEN");
    assertThat(clearance(organiser)).isEqualTo("NOT_CLEARED");
    assertThat(lists.decide("olga", kybCase, hit, CONFIRM).status()).isEqualTo(200);
    String rejection = "{\"decision\": \"REJECT\", \"reason\": \"On a list\"}";
    Player olga = Player.demo(port, "olga");
    assertThat(olga.post(Stage.decision(kybCase), rejection).text("state")).isEqualTo("REJECTED");
  }

  @Test
  void aDismissedHitIsOpenAgainWhenThePartyChanges() {
    String name = Lists.newName("Brunnwick");
    lists.activate("people " + name, HEADER + "P-1,person," + name + ",1970-03-17,\n");
    Player organiser = stage.organiser();
    String path = stage.apply(organiser);
    String party = addPerson(organiser, path, name, "1951-01-01");
    String kybCase = stage.handIn(organiser, path);
    lists.decide("olga", kybCase, lists.hits(kybCase).path(0), DISMISS);

    organiser.post(path + "/parties/" + party + ":change", person(name, "1970-03-17"));

    Player olga = Player.demo(port, "olga");
    stage.await(
        () -> olga.get("/api/v1/compliance/cases/" + kybCase + "/screening"),
        answer ->
            answer.json().path("hits").path(0).path("state").asString().equals("OPEN")
                && answer.json().path("hits").path(0).path("score").asInt() >= 950);
  }

  @Test
  void aListIsActivatedByAnotherOfficerThanWhoLoadedIt() {
    String name = Lists.newName("own");
    Answer loaded = lists.load("olga", name, HEADER + "P-1,person,Somebody New,,\n");
    assertThat(loaded.status()).isEqualTo(201);
    String path = "/api/v1/compliance/watchlists/" + loaded.text("watchlist");
    Player olga = Player.demo(port, "olga");

    assertThat(olga.act(path + "/versions/1:activate").text("code")).isEqualTo("four_eyes");
    assertThat(olga.act(path + "/versions/2:activate").text("code"))
        .isEqualTo("watchlist_version_unknown");
    assertThat(olga.act(path + "/versions/x:activate").status()).isEqualTo(400);
    assertThat(lists.load("pavel", name, HEADER + "P-1,person,Somebody New,,\n").text("code"))
        .isEqualTo("watchlist_version_known");
    assertThat(Player.demo(port, "aude").get(path).json().hasNonNull("activeVersion")).isFalse();
  }

  @Test
  void aListThatIsCutOffIsRefusedAsAWhole() {
    String before =
        Player.demo(port, "olga").get("/api/v1/compliance/watchlists").json().toString();
    for (String damaged :
        new String[] {
          "",
          "<export",
          "<?xml version=\"1.0\"?><!DOCTYPE x><export/>",
          HEADER + "P-1,person,\"Somebody",
          HEADER + "P-1,person,A,,\nP-1,person,B,,\n",
          "1,\"NAME\",\"individual\"\n"
        }) {
      Answer refused = lists.load("olga", "damaged", damaged);
      assertThat(refused.status()).describedAs(damaged).isEqualTo(422);
      assertThat(refused.text("code")).describedAs(damaged).isEqualTo("list_refused");
    }
    assertThat(lists.load("olga", " ", HEADER + "P-1,person,A B,,\n").text("code"))
        .isEqualTo("watchlist_field_invalid");
    assertThat(Player.demo(port, "olga").get("/api/v1/compliance/watchlists").json().toString())
        .isEqualTo(before);
  }

  @Test
  void screeningIsOfficersBusiness() {
    Player organiser = stage.organiser();
    String path = stage.apply(organiser);
    String kybCase = path.substring(path.lastIndexOf('/') + 1);

    assertThat(organiser.get("/api/v1/compliance/cases/" + kybCase + "/screening").status())
        .isEqualTo(403);
    assertThat(lists.load("aude", "no", HEADER).status()).isEqualTo(403);
    assertThat(
            Player.demo(port, "aude")
                .act("/api/v1/compliance/cases/" + kybCase + ":screen")
                .status())
        .isEqualTo(403);
    assertThat(stage.organiser().get(path + "/parties").status()).isEqualTo(404);
    assertThat(
            Player.demo(port, "olga")
                .act("/api/v1/compliance/cases/" + kybCase + ":screen")
                .text("code"))
        .isEqualTo("case_not_in_state");
  }

  private static String addPerson(Player organiser, String path, String name, String birthDate) {
    Answer added = organiser.post(path + "/parties", person(name, birthDate));
    assertThat(added.status()).describedAs(added.response().body()).isEqualTo(201);
    return added.text("id");
  }

  private static String person(String name, String birthDate) {
    return """
    {"kind": "PERSON", "roles": ["DIRECTOR", "OWNER"], "name": "%s", "birthDate": "%s"}
    """
        .formatted(name, birthDate);
  }

  private static String clearance(Player organiser) {
    String cases = organiser.get("/api/v1/me").text("userId");
    return organiser.get("/api/v1/organizers/" + Stage.organiserOf(cases)).text("clearance");
  }
}
