package io.daybook.chain;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.assertions.PlaywrightAssertions;
import io.daybook.Http.Answer;
import io.daybook.IntegrationTest;
import io.daybook.api.Player;
import io.daybook.api.Stage;
import io.daybook.chain.rpc.AnvilProgram;
import io.daybook.database.DataFolder;
import io.daybook.journal.RecordHash;
import io.daybook.journal.audit.Auditor;
import io.daybook.journal.checkpoint.Checkpoint;
import io.daybook.journal.checkpoint.SignedNote;
import io.daybook.ui.Chromium;
import io.daybook.ui.Visitor;
import io.micrometer.core.instrument.MeterRegistry;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.TestPropertySource;
import tools.jackson.databind.JsonNode;

/** A sale with a chain beside it: token, anchors, and what an auditor makes of them. */
@IntegrationTest
@TestPropertySource(properties = {"daybook.chain.mode=auto", "daybook.chain.anchor-interval=1s"})
@DirtiesContext
class ChainIT {
  @LocalServerPort private int port;
  @Autowired private DataFolder data;
  @Autowired private MeterRegistry meters;
  @TempDir private Path folder;

  @BeforeAll
  static void needAnvil() {
    Assumptions.assumeTrue(
        AnvilProgram.find(AnvilProgram.cache()).isPresent(), "neither anvil nor npm is here");
  }

  @Test
  void aTicketGetsItsTokenAndTheChainHoldsTheJournalsRoot() {
    var stage = new Stage(port);
    Player buyer = stage.buyer();
    String order = stage.buy(buyer, stage.onSale(stage.clearedOrganiser(), 10));
    Player aude = Player.demo(port, "aude");

    awaitOne(() -> aude.get("/api/v1/audit/activity?type=MintFinalised"));
    Answer anchors = awaitOne(() -> buyer.get("/api/v1/chain/anchors"));

    Answer status = buyer.get("/api/v1/chain/status");
    assertThat(status.text("label")).isEqualTo("Synced");
    assertThat(status.text("sync")).isEqualTo("SYNCED");
    assertThat(status.json().path("alerts").size()).isZero();
    assertThat(meters.get("daybook.chain.event.processing.lag").gauge().value()).isLessThan(10);
    assertThatTheBuyerSeesTheToken(buyer);
    assertThat(anchors.json().path("data").path(0).path("chainId").asLong()).isEqualTo(31337);
    assertThatTheChainShowsNobody(buyer, order);
    assertThatAnAuditorComparesTheAnchors(aude);
    assertThatTheComparisonIsSigned(aude);
    assertThatTwoPeopleDecideOnRemedies(buyer);
  }

  private void assertThatTwoPeopleDecideOnRemedies(Player buyer) {
    String remedies = "/api/v1/chain/remedies";
    Player olga = Player.demo(port, "olga");
    String intent =
        awaitOne(() -> olga.get("/api/v1/chain/transactions"))
            .json()
            .path("data")
            .path(0)
            .path("intent")
            .asString();
    String cancel = "{\"act\": \"CANCEL\", \"transaction\": \"" + intent + "\"}";

    assertThat(buyer.post(remedies, cancel).status()).isEqualTo(403);
    assertRefused(olga.post(remedies, "{\"act\": \"RESUME_READING\"}"), 409, "nothing_to_resume");
    assertRefused(olga.post(remedies, "{\"act\": \"PAY_MORE\"}"), 422, "remedy_incomplete");
    for (String wrong : List.of("mint:tok_none", "mint:", "<script>")) {
      String body = cancel.replace(intent, wrong);
      assertRefused(olga.post(remedies, body), 404, "not_found");
    }
    String one = remedies + "/" + olga.post(remedies, cancel).text("id");
    assertRefused(olga.act(one + ":approve"), 403, "four_eyes");
    assertRefused(
        olga.act(remedies + "/rmd_" + "0".repeat(26) + ":approve"), 404, "unknown_remedy");
    pavelAgrees();
    assertRefused(olga.act(one + ":withdraw"), 409, "remedy_ended");
    JsonNode done =
        awaitOne(
                () -> olga.get(remedies),
                list -> list.path(0).path("state").asString().equals("DONE"))
            .json()
            .path("data")
            .path(0);
    assertThat(done.path("outcome").asString()).isNotEmpty();
  }

  private void pavelAgrees() {
    try (Chromium chromium = Chromium.start();
        Visitor pavel = chromium.visitor("http://127.0.0.1:" + port)) {
      pavel.signIn("pavel").open("/ui/chain");
      pavel.page().locator("form[action$=approval] button").first().click();
      PlaywrightAssertions.assertThat(pavel.status()).containsText("Ordered");
      pavel.pictures("chain");
      pavel.hadNoComplaints();
    }
  }

  private static void assertRefused(Answer answer, int status, String code) {
    assertThat(answer.status()).isEqualTo(status);
    assertThat(answer.text("code")).isEqualTo(code);
  }

  private static void assertThatTheBuyerSeesTheToken(Player buyer) {
    Answer list = buyer.get("/api/v1/tickets");
    JsonNode token = list.json().path("data").path(0).path("chain");
    Answer one =
        buyer.get("/api/v1/tickets/" + list.json().path("data").path(0).path("id").asString());

    assertThat(list.response().headers().firstValue("X-Chain-Sync")).contains("SYNCED");
    assertThat(one.response().headers().firstValue("X-Chain-Sync")).contains("SYNCED");
    assertThat(one.json().path("chain").path("state").asString()).isEqualTo("FINAL");
    assertThat(token.path("id").asString()).matches("[0-9]{60,78}");
    assertThat(token.path("asOfBlock").asLong()).isPositive();
  }

  private void assertThatTheComparisonIsSigned(Player auditor) {
    JsonNode newest = auditor.get("/api/v1/chain/reconciliation").json().required("newest");
    String report = "/api/v1/chain/reconciliations/" + newest.required("block").asLong();
    String json = body(auditor.get(report + "/report.json"));
    SignedNote note =
        SignedNote.parse(
            body(auditor.get(report + "/report.note")).getBytes(StandardCharsets.UTF_8));

    assertThat(json)
        .contains("\"blockHash\":")
        .isEqualTo(body(auditor.get(report + "/report.json")));
    assertThat(body(auditor.get(report + "/report.csv"))).startsWith("category,token,ticket,");
    Checkpoint statement = Checkpoint.parse(note.text());
    assertThat(statement.origin()).endsWith("/reconciliation");
    assertThat(statement.rootHash())
        .isEqualTo(RecordHash.sha256(json.getBytes(StandardCharsets.UTF_8)));
    assertThat(note.signatures()).hasSize(2);
    assertThat(auditor.get(report + "/report.pdf").status()).isEqualTo(404);
    assertThat(auditor.get("/api/v1/chain/reconciliations/nine/report.json").status())
        .isEqualTo(400);
  }

  private static String body(Answer answer) {
    assertThat(answer.status()).isEqualTo(200);
    return answer.response().body();
  }

  /** A block is final after eight seconds at the least, on a busy machine later. */
  private static Answer awaitOne(Supplier<Answer> list) {
    return awaitOne(list, data -> data.size() > 0);
  }

  private static Answer awaitOne(Supplier<Answer> list, Predicate<JsonNode> isThere) {
    Instant end = Instant.now().plus(Duration.ofMinutes(3));
    while (true) {
      Answer answer = list.get();
      if (isThere.test(answer.json().path("data"))) {
        return answer;
      }
      assertThat(Instant.now()).isBefore(end);
      pause();
    }
  }

  private static void pause() {
    try {
      Thread.sleep(Duration.ofMillis(200));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new AssertionError(e);
    }
  }

  /** Neither in plain nor hashed nor encoded may anybody find a person, an order or a ticket. */
  private void assertThatTheChainShowsNobody(Player buyer, String order) {
    PrivacyScan scan = PrivacyScan.of(node());
    String ticket = buyer.get("/api/v1/tickets").json().path("data").path(0).path("id").asString();

    assertThat(scan.size()).isGreaterThan(10);
    for (String secret :
        List.of(
            buyer.name(),
            buyer.id(),
            order.substring(order.lastIndexOf('/') + 1),
            ticket,
            "Nachtwache",
            "olga",
            "pavel")) {
      assertThat(scan.find(secret)).describedAs(secret).isEmpty();
    }
  }

  /** The node of the application's own, whose port only its command line tells. */
  private URI node() {
    try {
      String pid = Files.readString(data.folder("chain").resolve("anvil.pid")).strip();
      List<String> arguments =
          List.of(
              ProcessHandle.of(Long.parseLong(pid))
                  .flatMap(process -> process.info().arguments())
                  .orElseThrow());
      return URI.create("http://127.0.0.1:" + arguments.get(arguments.indexOf("--port") + 1));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void assertThatAnAuditorComparesTheAnchors(Player auditor) {
    var out = new StringWriter();
    int exitCode =
        Auditor.run(
            new PrintWriter(out, true),
            new PrintWriter(new StringWriter(), true),
            "export",
            "--from",
            "http://127.0.0.1:" + port,
            "--out",
            folder.resolve("export").toString(),
            "--token-file",
            tokenFile(auditor).toString());

    assertThat(exitCode).describedAs(out.toString()).isZero();
    assertThat(folder.resolve("export").resolve("anchors")).exists();
    assertThat(out.toString()).containsPattern("V8 +ok");
  }

  private Path tokenFile(Player auditor) {
    try {
      return Files.writeString(folder.resolve("token"), auditor.http().accessToken());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
