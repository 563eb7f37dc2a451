package io.daybook.ui;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import io.daybook.IntegrationTest;
import io.daybook.api.Player;
import io.daybook.api.Stage;
import io.daybook.api.StatementUpload;
import java.time.Instant;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.boot.test.web.server.LocalServerPort;

/** Finance reads the books in a browser. */
@IntegrationTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class LedgerPagesIT {
  private static final String CLEARING = "clearing:payments:EUR";

  @LocalServerPort private int port;

  @SuppressWarnings("NullAway.Init") // Set before the first test.
  private Chromium chromium;

  @BeforeAll
  void aSale() {
    chromium = Chromium.start();
    var stage = new Stage(port);
    Stage.OnSale sale = stage.onSale(stage.clearedOrganiser(), 10);
    stage.buy(stage.buyer(), sale);
    Instant from = Instant.now();
    stage.buy(stage.buyer(), sale);
    Player ada = Player.demo(port, "ada");
    String csv = "date,amount,currency,reference\n2026-01-01,7.00,EUR,bank-77";
    var upload = new StatementUpload(CLEARING, from, Instant.now(), "text/csv", csv);
    String one = upload.send(ada, "pages").text("id");
    stage.await(() -> ada.get("/api/v1/reconciliations/" + one), answer -> answer.status() == 200);
  }

  @AfterAll
  void stop() {
    chromium.close();
  }

  private Visitor visitor() {
    return chromium.visitor("http://127.0.0.1:" + port);
  }

  @Test
  void anAuditorGoesFromTheAccountsToAnEntryAndItsProof() {
    try (Visitor aude = visitor()) {
      aude.signIn("aude");
      aude.page()
          .locator("nav")
          .getByRole(AriaRole.LINK, new Locator.GetByRoleOptions().setName("Ledger"))
          .click();
      assertThat(aude.page().locator("h1")).hasText("Accounts");
      assertThat(aude.page().locator(".state.good").first()).hasText("balanced");
      aude.pictures("ledger-accounts");

      aude.page().getByRole(AriaRole.LINK, named(CLEARING)).click();
      assertThat(aude.page().locator("h1")).hasText(CLEARING);
      assertThat(aude.page().locator(".figure")).containsText("EUR");
      assertThat(aude.page().locator("polyline.balance")).hasCount(1);
      aude.pictures("ledger-account");

      aude.page().locator("tbody a").first().click();
      assertThat(aude.page().locator("h1")).hasText("Journal entry");
      assertThat(aude.page().locator("tbody")).containsText(CLEARING);
      Locator proof = aude.page().locator("a[href*='/audit/proofs/']");
      assertThat(proof).hasCount(1);
      aude.pictures("ledger-entry");

      aude.page().getByRole(AriaRole.LINK, named("Ledger")).click();
      aude.page().getByRole(AriaRole.LINK, named("Trial balance")).click();
      assertThat(aude.page().locator(".title .state")).hasText("debits equal credits");
      aude.pictures("ledger-trial-balance");

      aude.page().getByRole(AriaRole.LINK, named("Reconciliation")).click();
      aude.page().locator("tbody a").first().click();
      assertThat(aude.page().locator("tbody")).containsText("bank-77");
      assertThat(aude.page().locator("tbody .state.warn").first()).hasText("open");
      aude.pictures("ledger-reconciliation");
      aude.hadNoComplaints();
    }
  }

  @Test
  void whatIsNotThereHasAPageThatSaysSo() {
    try (Visitor aude = visitor()) {
      aude.signIn("aude");
      for (String path :
          new String[] {
            "/ui/ledger/accounts/nothing:here",
            "/ui/ledger/accounts/b%20d",
            "/ui/ledger/entries/nothing",
            "/ui/ledger/entries/ent_" + "0".repeat(26)
          }) {
        assertThat(aude.page().navigate(path).status()).describedAs(path).isEqualTo(404);
      }
      for (String days : new String[] {"0", "-1", "3651", "x", "99999999999"}) {
        String path = "/ui/ledger/accounts/" + CLEARING + "?days=" + days;
        assertThat(aude.page().navigate(path).status()).describedAs(path).isEqualTo(400);
      }
    }
  }

  @Test
  void othersDoNotSeeTheBooks() {
    try (Visitor olga = visitor()) {
      olga.signIn("olga");
      assertThat(olga.page().getByRole(AriaRole.LINK, named("Ledger"))).hasCount(0);
      assertThat(olga.page().navigate("/ui/ledger").status()).isEqualTo(403);
    }
  }

  @Test
  void financeSeesTheBooksAndNothingElse() {
    try (Visitor fiona = visitor()) {
      fiona.signIn("fiona");
      Locator parts = fiona.page().locator("nav[aria-label=Main] a");
      assertThat(parts).hasCount(1);
      parts.click();
      assertThat(fiona.page().locator("h1")).hasText("Accounts");
      fiona.hadNoComplaints();
    }
  }

  private static Page.GetByRoleOptions named(String name) {
    return new Page.GetByRoleOptions().setName(name).setExact(true);
  }
}
