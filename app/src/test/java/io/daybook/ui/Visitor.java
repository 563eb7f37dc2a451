package io.daybook.ui;

import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.deque.html.axecore.results.Rule;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.ScreenshotCaret;
import io.daybook.IntegrationTest;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;

/** Somebody in front of a browser, whose console is watched. */
public final class Visitor implements AutoCloseable {
  private static final Path SCREENSHOTS = Path.of("target", "screenshots");

  /** What can go wrong in another colour scheme and another width alone. */
  private static final List<String> OF_COLOURS_AND_LAYOUT =
      List.of(
          "color-contrast",
          "link-in-text-block",
          "scrollable-region-focusable",
          "target-size",
          "label",
          "link-name",
          "button-name");

  private final BrowserContext context;
  private final Page page;
  private final List<String> complaints = new CopyOnWriteArrayList<>();

  Visitor(BrowserContext context) {
    this.context = context;
    this.page = context.newPage();
    page.onConsoleMessage(message -> {
      if (Set.of("error", "warning").contains(message.type())) {
        complaints.add(message.type() + ": " + message.text());
      }
    });
    page.onPageError(error -> complaints.add("script: " + error));
    page.onDialog(dialog -> {
      complaints.add("dialog: " + dialog.message());
      dialog.dismiss();
    });
  }

  public Page page() {
    return page;
  }

  public Visitor signIn(String demoUser) {
    page.navigate("/ui/sign-in");
    page.getByLabel("User name").fill(demoUser);
    page.getByLabel("Password").fill(IntegrationTest.DEMO_PASSWORD);
    button("Sign in").click();
    return this;
  }

  public Visitor open(String path) {
    page.navigate(path);
    return this;
  }

  Locator button(String name) {
    return page.getByRole(
        AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name).setExact(true));
  }

  Locator alert() {
    return page.getByRole(AriaRole.ALERT);
  }

  public Locator status() {
    return page.getByRole(AriaRole.STATUS);
  }

  void decide(String button, String reason) {
    page.getByLabel("Reason").fill(reason);
    button(button).click();
  }

  /** Takes pictures of the page: wide and light, narrow and dark; none has a barrier. */
  public void pictures(String name) {
    picture(name, 1280, ColorScheme.LIGHT, "");
    accessible();
    picture(name, 390, ColorScheme.DARK, "-narrow-dark");
    expectNone(new AxeBuilder(page).withRules(OF_COLOURS_AND_LAYOUT));
    page.setViewportSize(1280, 800);
  }

  private void picture(String name, int width, ColorScheme scheme, String suffix) {
    page.setViewportSize(width, 800);
    page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(scheme));
    page.screenshot(
        new Page.ScreenshotOptions()
            .setPath(SCREENSHOTS.resolve(name + suffix + ".png"))
            .setFullPage(true)
            // To hide the caret, it would add a style that the pages forbid.
            .setCaret(ScreenshotCaret.INITIAL));
  }

  /** Expects that axe finds no barrier in the page. */
  void accessible() {
    expectNone(new AxeBuilder(page));
  }

  private void expectNone(AxeBuilder axe) {
    List<Rule> serious =
        axe.analyze().getViolations().stream()
            .filter(rule -> Set.of("serious", "critical").contains(rule.getImpact()))
            .toList();
    assertThat(serious).as("barriers at %s", page.url()).isEmpty();
  }

  /** Expects that the browser's console is silent: no error, no violated policy, no dialog. */
  public void hadNoComplaints() {
    assertThat(complaints).isEmpty();
  }

  /** As {@link #hadNoComplaints()}, but for the browser's note of an answer that was expected. */
  void hadNoComplaintsBut(String status) {
    complaints.removeIf(complaint -> complaint.contains("status of " + status));
    hadNoComplaints();
  }

  @Override
  public void close() {
    context.close();
  }
}
