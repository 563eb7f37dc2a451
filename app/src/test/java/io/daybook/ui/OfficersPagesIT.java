package io.daybook.ui;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Response;
import com.microsoft.playwright.assertions.LocatorAssertions;
import com.microsoft.playwright.options.AriaRole;
import io.daybook.IntegrationTest;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;

@IntegrationTest
class OfficersPagesIT {
  private static final String REASON = "Register extract and owners match";

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
  void twoOfficersApproveACaseThatAnAuditorReads() {
    String kybCase = handIn("Nachtwache Konzerte GmbH");
    handIn("Kellertheater am Wall e.V.");
    String rejected = handIn("Quick Tickets Ltd");
    String proposed = handIn("Fjord Festival AS");
    try (Visitor olga = visitor();
        Visitor pavel = visitor();
        Visitor aude = visitor()) {
      olga.open("/ui").pictures("sign-in");
      olga.signIn("olga");
      olga.page().navigate("/ui/cases");
      assertThat(olga.page().getByRole(AriaRole.HEADING, named("KYB cases"))).isVisible();
      olga.open("/ui/cases/" + kybCase);
      awaitDecidable(olga);
      olga.pictures("case");
      olga.decide("Propose approval", REASON);
      assertThat(olga.status()).containsText("in the journal as record");
      assertThat(olga.status()).isFocused();
      assertThat(olga.button("Approve")).isDisabled();
      assertThat(olga.page().locator("#hint")).containsText("another officer must approve");
      olga.pictures("case-own-proposal");

      olga.open("/ui/cases/" + rejected).decide("Reject", "The register does not know it");
      assertThat(olga.status()).isVisible();

      pavel.signIn("pavel").open("/ui/cases/" + proposed);
      pavel.decide("Propose approval", "All documents are in order");
      assertThat(pavel.status()).isVisible();
      pavel.open("/ui/cases");
      assertThat(row(pavel, kybCase)).containsText("Second officer");
      pavel.pictures("queue");
      link(pavel, kybCase).click();
      pavel.pictures("case-to-approve");
      pavel.decide("Approve", "Second pair of eyes agrees");
      assertThat(pavel.status()).containsText("in the journal as record");
      assertThat(pavel.page().locator(".title .state")).hasText("Approved");
      pavel.pictures("case-approved");

      aude.signIn("aude").open("/ui/cases/" + kybCase);
      assertThat(aude.page().getByText("Approved by two officers")).isVisible();
      assertThat(aude.page().locator(".timeline")).containsText("pavel");
      assertThat(aude.page().locator("form[action*=cases]")).hasCount(0);
      olga.hadNoComplaints();
      pavel.hadNoComplaints();
      aude.hadNoComplaints();
    }
  }

  @Test
  void anAuditorReadsAnOpenCaseButHasNoForm() {
    String kybCase = handIn("Open Stage e.V.");
    try (Visitor aude = visitor()) {
      aude.signIn("aude").open("/ui/cases/" + kybCase);

      assertThat(aude.page().locator("#hint")).containsText("officers decide");
      assertThat(aude.page().locator("textarea")).hasCount(0);
      aude.accessible();
      aude.hadNoComplaints();
    }
  }

  @Test
  void anOfficerWhoForcesTheOwnApprovalIsRefusedInPlace() {
    String kybCase = handIn("One Pair of Eyes Ltd");
    try (Visitor olga = visitor()) {
      olga.signIn("olga").open("/ui/cases/" + kybCase);
      awaitDecidable(olga);
      olga.decide("Propose approval", REASON);
      assertThat(olga.status()).isVisible();

      olga.page().evaluate("document.querySelector('button[value=APPROVE]').disabled = false");
      olga.decide("Approve", "I agree with myself");

      assertThat(olga.alert())
          .hasText("You proposed this approval, so another officer must approve it.");
      assertThat(olga.page().getByLabel("Reason")).hasValue("I agree with myself");
      assertThat(olga.page().locator(".title .state")).hasText("Approval proposed");
    }
  }

  @Test
  void aCaseThatSomebodyElseDecidedMeanwhileIsNotDecidedUnseen() {
    String kybCase = handIn("Meanwhile Events BV");
    try (Visitor olga = visitor();
        Visitor pavel = visitor()) {
      olga.signIn("olga").open("/ui/cases/" + kybCase);
      awaitDecidable(olga);
      pavel.signIn("pavel").open("/ui/cases/" + kybCase);
      olga.decide("Reject", "The register extract is from 2019");
      assertThat(olga.status()).isVisible();

      pavel.decide("Propose approval", REASON);

      assertThat(pavel.alert()).containsText("case rejected by olga");
      assertThat(pavel.alert()).containsText("Nothing was recorded");
    }
  }

  @Test
  void aFormThatIsSentTwiceIsOneDecision() {
    String kybCase = handIn("Double Click Oy");
    try (Visitor olga = visitor()) {
      olga.signIn("olga").open("/ui/cases/" + kybCase);
      awaitDecidable(olga);
      String first = (String) olga.page().evaluate(SEND_TWICE);

      assertThat(first).isEqualTo("200 200");
      olga.open("/ui/cases/" + kybCase);
      assertThat(olga.page().locator(".timeline li").filter(text("Approval proposed"))).hasCount(1);
    }
  }

  private static final String SEND_TWICE =
      """
      async () => {
        const fields = new URLSearchParams(new FormData(document.querySelector('form[hx-post]')));
        fields.set('reason', 'Looks right');
        fields.set('decision', 'PROPOSE');
        const send = () => fetch(location.href, {method: 'POST', body: fields});
        const answers = await Promise.all([send(), send()]);
        return answers.map(answer => answer.status).join(' ');
      }
      """;

  @Test
  void withoutScriptsTheFormWorksToo() {
    String kybCase = handIn("Plain Post SARL");
    try (Visitor olga =
        chromium.visitor(address(), new Browser.NewContextOptions().setJavaScriptEnabled(false))) {
      olga.signIn("olga").open("/ui/cases/" + kybCase);
      awaitDecidable(olga);
      olga.decide("Propose approval", "First line\nsecond line");

      assertThat(olga.status()).containsText("in the journal as record");
      assertThat(olga.page().locator(".timeline")).containsText("First line second line");
    }
  }

  @Test
  void hostileTextIsShownAsText() {
    String name = "<script>alert(1)</script><img src=x onerror=alert(2)> & Söhne";
    String kybCase = handIn(name);
    try (Visitor olga = visitor()) {
      olga.signIn("olga").open("/ui/cases/" + kybCase);
      awaitDecidable(olga);
      assertThat(olga.page().locator("h1")).hasText(name);
      olga.decide("Reject", "\"><script>alert(3)</script>${7*7}");
      assertThat(olga.page().locator(".timeline")).containsText("<script>alert(3)</script>${7*7}");
      olga.open("/ui/cases");
      assertThat(link(olga, kybCase)).hasText(name);
      olga.hadNoComplaints();
    }
  }

  @Test
  void aReasonThatIsTooLongComesBackWithItsText() {
    String kybCase = handIn("Long Story Inc");
    try (Visitor olga = visitor()) {
      olga.signIn("olga").open("/ui/cases/" + kybCase);
      awaitDecidable(olga);
      olga.page().evaluate("document.getElementById('reason').removeAttribute('maxlength')");
      olga.decide("Reject", "x".repeat(1001));

      assertThat(olga.alert()).containsText("1,001 characters");
      assertThat(olga.page().getByLabel("Reason")).hasValue("x".repeat(1001));
    }
  }

  @Test
  void aNewCaseAppearsInAnOpenQueue() {
    try (Visitor olga = visitor()) {
      olga.signIn("olga").open("/ui/cases");
      String kybCase = handIn("Late Arrival AG");

      assertThat(link(olga, kybCase))
          .isVisible(new LocatorAssertions.IsVisibleOptions().setTimeout(20_000));
      olga.hadNoComplaints();
    }
  }

  @Test
  void whatIsNotThereHasAPageThatSaysSo() {
    try (Visitor olga = visitor();
        Visitor anna = visitor()) {
      olga.signIn("olga");
      for (String path :
          new String[] {
            "/ui/nothing", "/ui/cases/nothing", "/ui/cases/kyb_01ARZ3NDEKTSV4RRFFQ69G5FAV"
          }) {
        Response answer = olga.page().navigate(path);
        assertThat(answer.status()).isEqualTo(404);
        assertThat(olga.page().locator("h1")).hasText("There is no such page");
      }
      olga.pictures("error");
      anna.signIn("anna");
      assertThat(anna.page().locator("h1")).containsText("Welcome");
      anna.pictures("home");
      assertThat(anna.page().navigate("/ui/cases").status()).isEqualTo(403);
      assertThat(anna.page().locator("h1")).hasText("This page is not for you");
    }
  }

  @Test
  void anIncompleteFormHasAPageThatSaysSo() {
    String kybCase = handIn("Half a Form Ltd");
    try (Visitor olga = visitor()) {
      olga.signIn("olga").open("/ui/cases/" + kybCase);
      awaitDecidable(olga);

      assertThat(olga.page().evaluate(SEND_FIELDS, "reason=x"))
          .isEqualTo("400 This request is not complete");
      assertThat(olga.page().evaluate(SEND_FIELDS, "decision=PROPOSE"))
          .isEqualTo("400 This request is not complete");
      assertThat(olga.page().evaluate(SEND_FIELDS, "decision=BURN&reason=x"))
          .isEqualTo("400 This request is not complete");
      assertThat(olga.page().evaluate(SEND_FIELDS, "decision=REJECT&reason=+%0A+").toString())
          .startsWith("422");
    }
  }

  private static final String SEND_FIELDS =
      """
      async (text) => {
        const fields = new URLSearchParams(text);
        fields.set('_csrf', document.querySelector('form[hx-post] [name=_csrf]').value);
        const answer = await fetch(location.href, {method: 'POST', body: fields});
        const page = new DOMParser().parseFromString(await answer.text(), 'text/html');
        return answer.status + ' ' + page.querySelector('h1').textContent;
      }
      """;

  private String handIn(String legalName) {
    return Applicant.register(port).handIn(legalName);
  }

  /** The documents' check takes a moment, in which a case can only be rejected. */
  private static void awaitDecidable(Visitor officer) {
    for (int i = 0; i < 100 && officer.button("Propose approval").count() == 0; i++) {
      officer.page().waitForTimeout(100);
      officer.page().reload();
    }
    assertThat(officer.button("Propose approval")).isEnabled();
  }

  private static Locator link(Visitor visitor, String kybCase) {
    return visitor.page().locator("#open-" + kybCase);
  }

  private static Locator row(Visitor visitor, String kybCase) {
    return visitor
        .page()
        .locator("tr")
        .filter(new Locator.FilterOptions().setHas(link(visitor, kybCase)));
  }

  private static Page.GetByRoleOptions named(String name) {
    return new Page.GetByRoleOptions().setName(name);
  }

  private static Locator.FilterOptions text(String text) {
    return new Locator.FilterOptions().setHasText(text);
  }

  private Visitor visitor() {
    return chromium.visitor(address());
  }

  private String address() {
    return "http://127.0.0.1:" + port;
  }
}
