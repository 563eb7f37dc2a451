package io.daybook.ui;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Download;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Response;
import com.microsoft.playwright.assertions.LocatorAssertions;
import com.microsoft.playwright.options.AriaRole;
import io.daybook.Http;
import io.daybook.IntegrationTest;
import io.daybook.api.Player;
import io.daybook.api.Stage;
import io.daybook.journal.audit.AuditReport;
import io.daybook.journal.audit.Auditor;
import io.daybook.journal.audit.JournalVerifier;
import io.daybook.journal.audit.Progress;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.JsonNode;

@IntegrationTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class AuditorsPagesIT {
  private static final LocatorAssertions.IsVisibleOptions PATIENTLY =
      new LocatorAssertions.IsVisibleOptions().setTimeout(60_000);

  @LocalServerPort private int port;

  private Chromium chromium;
  private Player buyer;
  private String payable;
  private String ticket;

  @BeforeAll
  void aSale() {
    chromium = Chromium.start();
    var stage = new Stage(port);
    Player organiser = stage.clearedOrganiser();
    buyer = stage.buyer();
    Stage.OnSale sale = stage.onSale(organiser, 5);
    String organiserId = buyer.get("/api/v1/shows/" + sale.show()).text("organiser");
    payable = "organisers:" + organiserId + ":payable:EUR";
    String order = stage.buy(buyer, sale);
    ticket =
        stage
            .await(() -> buyer.get("/api/v1/tickets"), AuditorsPagesIT::hasRows)
            .json()
            .required("data")
            .get(0)
            .required("id")
            .asString();
    organiser.post(order + "/refunds", "{\"reason\":\"Rained off\"}");
    stage.awaitState(buyer, order, "REFUNDED");
    awaitListed(ticket, "TicketRevoked");
  }

  /** The search follows the journal a moment behind. */
  private void awaitListed(String aggregate, String type) {
    Player aude = Player.demo(port, "aude");
    new Stage(port)
        .await(
            () -> aude.get("/api/v1/audit/activity?aggregate=" + aggregate + "&type=" + type),
            AuditorsPagesIT::hasRows);
  }

  private static boolean hasRows(Http.Answer answer) {
    return !answer.json().path("data").isEmpty();
  }

  @AfterAll
  void stop() {
    chromium.close();
  }

  @Test
  void anAuditorFindsARecordAndItsProof(@TempDir Path folder) throws IOException {
    try (Visitor aude = visitor()) {
      aude.signIn("aude");
      assertThat(aude.page().locator("h1")).containsText("Welcome");
      aude.pictures("home-auditor");
      aude.page().getByRole(AriaRole.NAVIGATION, main()).getByText("Journal").click();
      assertThat(aude.page().locator("h1")).hasText("Journal");
      aude.pictures("journal");

      aude.page().getByLabel("Aggregate").fill(ticket);
      aude.page().getByLabel("Type", exactly()).fill("TicketIssued");
      aude.button("Search").click();
      assertThat(rows(aude)).hasCount(1);
      rows(aude).locator("a").first().click();
      assertThat(aude.page().locator(".title .state")).hasText("ticketing.ticket.TicketIssued");
      assertThat(aude.page().locator(".marks .bad")).hasCount(0);
      aude.pictures("record");

      aude.page().getByText("Show the proof").click();
      assertThat(aude.status()).hasText("The steps lead to the root that is signed.");
      assertThat(aude.page().locator("svg .root")).hasCount(1);
      aude.pictures("proof");
      Path proof = download(aude, "Download this proof", folder);
      assertThat(check(proof)).isZero();
      aude.page().goBack();
      Path receipt = download(aude, "Download a receipt", folder);
      assertThat(check(receipt)).isZero();
      aude.hadNoComplaints();
    }
  }

  @Test
  void personalTextsStaySealed() {
    String name = "Unlesbar & Söhne KG";
    String kybCase = Applicant.register(port).handIn(name);
    awaitListed(kybCase, "CaseOpened");
    try (Visitor aude = visitor()) {
      aude.signIn("aude").open("/ui/journal?type=CaseOpened&aggregate=" + kybCase);
      rows(aude).locator("a").first().click();

      Locator payload = aude.page().locator("section[aria-labelledby=payload]");
      assertThat(payload).containsText("business/legalName");
      assertThat(payload.locator(".state").first()).hasText("sealed, personal");
      assertThat(aude.page().locator("main")).not().containsText(name);
      assertThat(aude.page().locator("main")).not().containsText("sealed:1:");
      aude.pictures("record-sealed");
      aude.hadNoComplaints();
    }
  }

  @Test
  void aStateIsThatOfTheRecordThatIsAskedFor() {
    try (Visitor aude = visitor()) {
      aude.signIn("aude").open("/ui/journal?type=TicketIssued&aggregate=" + ticket);
      String issued = rows(aude).locator("a").first().textContent();

      state(aude, ticket, issued);
      assertThat(headline(aude)).hasText("Held, and admits");
      assertThat(aude.page().locator(".facts")).containsText(buyer.id());
      aude.pictures("state-ticket");
      state(aude, ticket, "");
      assertThat(headline(aude)).hasText("Revoked");
      state(aude, ticket, "2000-01-01T00:00");
      assertThat(aude.alert()).hasText("The journal begins after that time.");
      state(aude, ticket, "0");
      assertThat(aude.alert()).hasText("Up to record 0 there was nothing of that name.");
    }
  }

  @Test
  void anAccountsBalanceIsReplayedFromItsRecords() {
    JsonNode sold =
        Player.demo(port, "aude")
            .get("/api/v1/ledger/accounts/" + payable + "/postings")
            .json()
            .required("data")
            .get(0);
    try (Visitor aude = visitor()) {
      aude.signIn("aude");
      state(aude, payable, "");
      assertThat(headline(aude)).hasText("0.00 EUR");
      assertThat(aude.page().locator("main")).containsText("Replayed from the 2 records");
      aude.pictures("state-account");

      state(aude, payable, sold.required("position").asString());
      assertThat(headline(aude)).hasText(euros(sold.required("balanceAfterMinor").asInt()));
      assertThat(aude.page().locator("main")).containsText("Replayed from the one record");
      assertThat(aude.alert()).hasCount(0);
      aude.hadNoComplaints();
    }
  }

  @Test
  void everyCheckpointIsSignedAndContinuesTheOnesBefore() {
    try (Visitor aude = visitor()) {
      aude.signIn("aude").open("/ui/journal/checkpoints");
      assertThat(rows(aude).first().locator(".state.good").first()).hasText("Ed25519");
      aude.pictures("checkpoints");
      aude.button("Compare").click();
      assertThat(aude.status()).containsText("The larger continues the smaller");
      aude.pictures("consistency");
      aude.open("/ui/journal/checkpoints");
      rows(aude).first().locator("a").first().click();
      assertThat(aude.page().locator(".title .state")).hasText("signed by all its keys");
      assertThat(rows(aude)).hasCount(2);
      aude.pictures("checkpoint");
      aude.hadNoComplaints();
    }
  }

  @Test
  void theJournalIsVerifiedInTheBackgroundAndTheArchiveElsewhere(@TempDir Path folder)
      throws IOException {
    try (Visitor aude = visitor()) {
      aude.signIn("aude").open("/ui/journal/verification");
      aude.button("Verify now").click();
      assertThat(aude.page().getByText("VERIFIED")).isVisible(PATIENTLY);
      assertThat(aude.page().locator(".checks tbody tr")).hasCount(22);
      assertThat(aude.page().locator(".checks .bad, .checks .warn")).hasCount(0);
      aude.pictures("verification");

      Path archive = download(aude, "Download the archive", folder);
      AuditReport report = new JournalVerifier(List.of(), List.of(), Progress.NONE).verify(archive);
      assertThat(report.verdict()).isEqualTo(AuditReport.Verdict.VERIFIED);

      aude.open("/ui/journal?type=ExportMade");
      assertThat(rows(aude).first())
          .containsText(Player.demo(port, "aude").get("/api/v1/me").text("userId"));
      aude.hadNoComplaints();
    }
  }

  @Test
  void aCheckpointOfAnotherHistoryIsAFinding() {
    String note = buyer.get("/journal/log/checkpoint").response().body();
    String root = note.lines().skip(2).findFirst().orElseThrow();
    String other = (root.startsWith("A") ? "B" : "A") + root.substring(1);
    try (Visitor aude = visitor()) {
      aude.signIn("aude").open("/ui/journal/verification");
      hold(aude, "not a checkpoint");
      assertThat(aude.alert()).containsText("That is no signed checkpoint.");
      assertThat(aude.page().getByLabel("Signed checkpoint")).hasValue("not a checkpoint");

      aude.open("/ui/journal/verification");
      hold(aude, note.replace(root, other));
      Locator findings = aude.page().locator("section[aria-labelledby=findings]");
      assertThat(findings).isVisible(PATIENTLY);
      assertThat(findings).containsText("V3");
      assertThat(aude.button("Verify now")).isVisible();
      aude.pictures("verification-findings");
    }
  }

  private static void hold(Visitor visitor, String note) {
    visitor.page().getByText("Compare with a checkpoint that I keep").click();
    visitor.page().getByLabel("Signed checkpoint").fill(note);
    visitor.button("Verify now").click();
  }

  @Test
  void withoutScriptsTheJournalIsVerifiedToo() {
    try (Visitor ada =
        chromium.visitor(address(), new Browser.NewContextOptions().setJavaScriptEnabled(false))) {
      ada.signIn("ada").open("/ui/journal/verification");
      ada.button("Export only").click();
      Locator ready = ada.page().getByText("The export is ready");
      for (int i = 0; i < 300 && ready.count() == 0; i++) {
        ada.page().waitForTimeout(100);
        ada.page().reload();
      }

      assertThat(ready).isVisible();
    }
  }

  @Test
  void onlyAuditorsAndAdministratorsMay() {
    try (Visitor olga = visitor();
        Visitor nobody = visitor()) {
      olga.signIn("olga");
      assertThat(olga.page().getByRole(AriaRole.NAVIGATION, main())).not().containsText("Journal");
      for (String path : PATHS) {
        assertThat(olga.page().navigate(path).status()).describedAs(path).isEqualTo(403);
        nobody.open(path);
        assertThat(nobody.page().url()).describedAs(path).endsWith("/ui/sign-in");
      }
      assertThat(olga.page().request().post("/ui/journal/verification").status()).isEqualTo(403);
    }
  }

  private static final List<String> PATHS =
      List.of(
          "/ui/journal",
          "/ui/journal/records/0",
          "/ui/journal/records/0/proof",
          "/ui/journal/records/0/tlog-proof",
          "/ui/journal/records/0/receipt",
          "/ui/journal/state",
          "/ui/journal/checkpoints",
          "/ui/journal/checkpoints/1",
          "/ui/journal/checkpoints/consistency?from=1&to=1",
          "/ui/journal/verification",
          "/ui/journal/verification/archive");

  @Test
  void badInputIsExplainedAndNeverADefect() {
    try (Visitor aude = visitor()) {
      aude.signIn("aude");
      for (String query : BAD) {
        Response answer = aude.page().navigate("/ui/journal" + query);
        assertThat(answer.status()).describedAs(query).isIn(400, 404, 422);
      }
    }
  }

  private static final List<String> BAD =
      List.of(
          "?upTo=-1",
          "?upTo=abc",
          "?upTo=9999999999999999999",
          "?from=yesterday",
          "?from=%2B999999999-12-31T23:59:59.999999999Z",
          "/state?of=nothing&at=%2B999999999-12-31T23:59:59Z",
          "?until=2026-13-01T00:00",
          "?aggregate=a%00b",
          "?actor=" + "x".repeat(300),
          "?after=abc",
          "/records/-1",
          "/records/999999999999",
          "/records/abc",
          "/records/0/proof?size=abc",
          "/records/999999999999/proof",
          "/records/999999999999/tlog-proof",
          "/records/999999999999/receipt",
          "/state?of=%00",
          "/state?of=nothing&at=1",
          "/state?of=nothing&at=999999999999999999",
          "/state?of=nothing&at=99999999999999999999",
          "/state?of=nothing&at=tomorrow",
          "/state?of=" + "x".repeat(2000),
          "/checkpoints?below=abc",
          "/checkpoints/0",
          "/checkpoints/-5",
          "/checkpoints/999999999999",
          "/checkpoints/consistency",
          "/checkpoints/consistency?from=-1&to=1",
          "/checkpoints/consistency?from=1&to=999999999999",
          "/nothing");

  @Test
  void whatIsAtTheEdgeOfTheRangesIsAnswered() {
    try (Visitor aude = visitor()) {
      aude.signIn("aude");
      for (String path :
          List.of(
              "?from=0001-01-01T00:00&until=9999-12-31T23:59:59",
              "?upTo=0",
              "/records/0",
              "/records/0/proof?size=0",
              "/records/0/proof?size=-9223372036854775808",
              "/records/0/proof?size=9223372036854775807",
              "/checkpoints?below=-1",
              "/state")) {
        assertThat(aude.page().navigate("/ui/journal" + path).status())
            .describedAs(path)
            .isEqualTo(200);
      }
    }
  }

  private static void state(Visitor visitor, String subject, String at) {
    visitor.open("/ui/journal/state");
    visitor.page().getByLabel("Of", exactly()).fill(subject);
    visitor.page().getByLabel("As of", exactly()).fill(at);
    visitor.button("Show").click();
  }

  private static String euros(int cents) {
    return "%d.%02d EUR".formatted(cents / 100, cents % 100);
  }

  private static Locator headline(Visitor visitor) {
    return visitor.page().locator("h2.headline");
  }

  private static Locator rows(Visitor visitor) {
    return visitor.page().locator("table tbody tr");
  }

  private static Path download(Visitor visitor, String link, Path folder) {
    Download download =
        visitor
            .page()
            .waitForDownload(() ->
                visitor
                    .page()
                    .getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName(link))
                    .click());
    Path file = folder.resolve(download.suggestedFilename());
    download.saveAs(file);
    return file;
  }

  private int check(Path file) {
    var out = new StringWriter();
    int exitCode =
        Auditor.run(
            new PrintWriter(out),
            new PrintWriter(out),
            "check",
            file.toString(),
            "--policy",
            policy(file));
    assertThat(exitCode).describedAs(out.toString()).isZero();
    return exitCode;
  }

  private String policy(Path beside) {
    try {
      Path file = beside.resolveSibling("policy");
      Files.writeString(file, buyer.get("/.well-known/journal-policy").response().body());
      return file.toString();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Page.GetByRoleOptions main() {
    return new Page.GetByRoleOptions().setName("Main");
  }

  private static Page.GetByLabelOptions exactly() {
    return new Page.GetByLabelOptions().setExact(true);
  }

  private Visitor visitor() {
    return chromium.visitor(address());
  }

  private String address() {
    return "http://127.0.0.1:" + port;
  }
}
