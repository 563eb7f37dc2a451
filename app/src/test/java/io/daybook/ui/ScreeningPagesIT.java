package io.daybook.ui;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.FilePayload;
import io.daybook.IntegrationTest;
import io.daybook.api.Lists;
import io.daybook.api.Owners;
import io.daybook.api.Player;
import io.daybook.api.Stage;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;

/** Officers load lists and decide on hits in a browser. */
@IntegrationTest
class ScreeningPagesIT {
  private static final String HEADER = "id,type,name,aliases,birth_date,countries,identifiers\n";

  @SuppressWarnings("NullAway.Init") // Set before the first test.
  private static Chromium chromium;

  @LocalServerPort private int port;

  @BeforeAll
  static void start() {
    chromium = Chromium.start();
  }

  @AfterAll
  static void stop() {
    chromium.close();
  }

  @Test
  void oneOfficerLoadsAListAndAnotherActivatesIt() {
    String name = Lists.newName("List");
    try (Visitor olga = visitor();
        Visitor pavel = visitor();
        Visitor aude = visitor()) {
      olga.signIn("olga").open("/ui/watchlists");
      load(olga, name, HEADER + "P-1,person,Nobody Atall,,,,\n");
      assertThat(olga.status()).containsText("Another officer must activate it");
      assertThat(olga.button("Activate version 1 of " + name)).hasCount(0);
      olga.pictures("watchlists");

      load(olga, name, "<export>cut off");
      assertThat(olga.alert()).containsText("nothing of it is kept");

      pavel.signIn("pavel").open("/ui/watchlists");
      pavel.button("Activate version 1 of " + name).click();
      assertThat(pavel.status()).containsText("The version is active");
      pavel.pictures("watchlists-active");

      aude.signIn("aude").open("/ui/watchlists");
      assertThat(aude.page().locator("form[enctype]")).hasCount(0);
      olga.hadNoComplaintsBut("422");
      pavel.hadNoComplaints();
      aude.hadNoComplaints();
    }
  }

  @Test
  void twoOfficersDecideOnAHitSideBySide() {
    String name = Lists.newName("Orkenvald") + " Handel GmbH";
    new Lists(port)
        .activate(
            "companies " + name,
            HEADER + "C-1,company," + name + ",Orkenvald Trading,,Germany,HRB 99 1234\n");
    String kybCase = Applicant.register(port).handIn(name);
    try (Visitor olga = visitor();
        Visitor pavel = visitor()) {
      olga.signIn("olga").open("/ui/cases/" + kybCase);
      awaitReview(olga);
      olga.pictures("case-with-hits");
      openHit(olga);
      assertThat(olga.page().locator("#hint")).containsText("two officers");
      assertThat(olga.page().locator(".sides")).containsText("Orkenvald Trading");
      olga.pictures("hit");
      olga.page().getByLabel("Why it is somebody else").selectOption("IDENTIFIER_DIFFERS");
      olga.decide("Somebody else", "Another number in the register");
      assertThat(olga.status()).containsText("in the journal as record");

      pavel.signIn("pavel").open("/ui/cases/" + kybCase);
      openHit(pavel);
      assertThat(pavel.page().getByText("Proposed to dismiss by olga")).isVisible();
      pavel.pictures("hit-proposed");
      pavel.decide("Somebody else", "I agree");
      assertThat(pavel.status()).isVisible();
      assertThat(pavel.page().locator(".hits .state")).hasText("Somebody else");
      pavel.decide("Propose approval", "No hit stands");
      assertThat(pavel.page().locator(".title .state")).hasText("Approval proposed");
      olga.hadNoComplaints();
      pavel.hadNoComplaints();
    }
  }

  @Test
  void aCaseWhosePartyIsOnAListCanOnlyBeRejected() {
    String name = Lists.newName("Tannhrost");
    new Lists(port).activate("true " + name, HEADER + "C-1,company," + name + ",,,,\n");
    String kybCase = Applicant.register(port).handIn(name);
    try (Visitor olga = visitor()) {
      olga.signIn("olga").open("/ui/cases/" + kybCase);
      awaitReview(olga);
      openHit(olga);
      olga.decide("True match", "The register number is the same");

      assertThat(olga.page().locator("#hint")).containsText("can only be rejected");
      assertThat(olga.button("Propose approval")).isDisabled();
      olga.decide("Reject", "On a list");
      assertThat(olga.page().locator(".title .state")).hasText("Rejected");
      assertThat(olga.page().navigate("/ui/cases/" + kybCase + "/hits/nothing").status())
          .isEqualTo(404);
    }
  }

  @Test
  void anOfficerSeesWhoIsBehindABusiness() {
    Stage stage = new Stage(port);
    Player organiser = stage.organiser();
    String path = stage.apply(organiser);
    Owners owners = new Owners(organiser, path);
    String anna = owners.add("PERSON", "Anna Berg");
    String berta = owners.add("PERSON", "Berta von der Tann-Rathsamhausen");
    String upper = owners.add("COMPANY", "Bergwerk Holding AG");
    String lower = owners.add("COMPANY", "Talfahrt Beteiligungs GmbH");
    owners.hold(anna, upper, 6_000);
    owners.hold(lower, upper, 2_000);
    owners.hold(upper, lower, 3_000);
    owners.hold(upper, owners.business(), 4_000);
    owners.hold(lower, owners.business(), 3_333);
    owners.control(berta, lower);
    assertThat(owners.declare()).isEqualTo(200);
    try (Visitor olga = visitor()) {
      olga.signIn("olga").open("/ui/cases/" + path.substring(path.lastIndexOf('/') + 1));

      assertThat(olga.page().locator("svg.ownership rect")).hasCount(5);
      assertThat(olga.page().locator("section[aria-labelledby=ownership]"))
          .containsText("Beneficial owners, from 25 % on or by control: ");
      olga.pictures("case-ownership");

      olga.open("/ui/decision-tables");
      assertThat(olga.page().locator("#risk-band")).containsText("medium-by-floor");
      olga.pictures("decision-tables");
      olga.hadNoComplaints();
    }
  }

  @Test
  void anApplicantAnswersByTheLinkThatAnOfficerGives() {
    Applicant applicant = Applicant.register(port);
    String kybCase = applicant.handIn("Fragezeichen Konzerte GmbH");
    try (Visitor olga = visitor();
        Visitor owner = visitor()) {
      olga.signIn("olga").open("/ui/cases/" + kybCase);
      for (int turn = 0;
          turn < 50 && olga.page().getByLabel("Ask the applicant").count() == 0;
          turn++) {
        olga.page().waitForTimeout(200);
        olga.page().reload();
      }
      olga.page().getByLabel("Ask the applicant").fill("Who is behind the holding?");
      olga.page().getByLabel("Ownership statement").check();
      olga.pictures("case-question");
      olga.button("Ask").click();
      assertThat(olga.status()).containsText("Your question is in the journal");
      assertThat(olga.page().getByText("/ui/requests/" + kybCase)).isVisible();

      owner.signIn(applicant.name()).open("/ui/requests/" + kybCase);
      owner.page().getByLabel("Answer", new Page.GetByLabelOptions().setExact(true)).fill("Anna");
      owner.button("Send").click();
      assertThat(owner.alert()).containsText("ownership statement");
      owner.pictures("request");
      owner
          .page()
          .getByLabel("Ownership statement")
          .setInputFiles(
              new FilePayload(
                  "owners.pdf",
                  "application/pdf",
                  "%PDF-1.7 new".getBytes(StandardCharsets.US_ASCII)));
      owner.button("Send").click();
      assertThat(owner.status()).containsText("Officers have your answer");
      owner.hadNoComplaintsBut("409");

      olga.open("/ui/requests/" + kybCase);
      assertThat(olga.page().getByText("Who is behind the holding?")).hasCount(0);
      olga.hadNoComplaintsBut("404");
    }
  }

  private static void load(Visitor officer, String name, String content) {
    officer.page().getByLabel("Name of the list").fill(name);
    officer.page().getByLabel("Taken from").fill("a test");
    officer
        .page()
        .getByLabel("File")
        .setInputFiles(
            new FilePayload("list.csv", "text/csv", content.getBytes(StandardCharsets.UTF_8)));
    officer.button("Load").click();
  }

  private static void openHit(Visitor officer) {
    officer.page().locator("a[id^=hit-]").first().click();
    assertThat(officer.page().locator("#sides")).isVisible();
  }

  private static void awaitReview(Visitor officer) {
    for (int i = 0; i < 100 && officer.button("Propose approval").count() == 0; i++) {
      officer.page().waitForTimeout(100);
      officer.page().reload();
    }
    assertThat(officer.button("Propose approval")).isDisabled();
  }

  private Visitor visitor() {
    return chromium.visitor("http://127.0.0.1:" + port);
  }
}
