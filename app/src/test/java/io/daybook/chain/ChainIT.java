package io.daybook.chain;

import static org.assertj.core.api.Assertions.assertThat;

import io.daybook.Http.Answer;
import io.daybook.IntegrationTest;
import io.daybook.api.Player;
import io.daybook.api.Stage;
import io.daybook.chain.rpc.AnvilProgram;
import io.daybook.journal.audit.Auditor;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.TestPropertySource;
import org.web3j.crypto.Hash;
import org.web3j.utils.Numeric;

/** A sale with a chain beside it: token, anchors, and what an auditor makes of them. */
@IntegrationTest
@TestPropertySource(properties = {"daybook.chain.mode=auto", "daybook.chain.anchor-interval=1s"})
@DirtiesContext
class ChainIT {
  @LocalServerPort private int port;
  @Autowired private JdbcClient jdbc;
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

    stage.await(
        () -> aude.get("/api/v1/audit/activity?type=ticketing.chain.MintFinalised"),
        answer -> answer.json().path("data").size() >= 1);
    Answer anchors =
        stage.await(
            () -> buyer.get("/api/v1/chain/anchors"),
            answer -> answer.json().path("data").size() >= 1);

    assertThat(buyer.get("/api/v1/chain/status").text("label")).isEqualTo("Synced");
    assertThat(anchors.json().path("data").path(0).path("chainId").asLong()).isEqualTo(31337);
    assertThatNothingSentNames(buyer, order);
    assertThatAnAuditorComparesTheAnchors(aude);
  }

  /** Neither in plain nor hashed may anything that was sent name a person or an order. */
  private void assertThatNothingSentNames(Player buyer, String order) {
    List<String> sent =
        jdbc.sql("select raw from chain.attempts").query((row, _) -> row.getString(1)).list();
    String orderId = order.substring(order.lastIndexOf('/') + 1);

    assertThat(sent).isNotEmpty();
    for (String secret : List.of(buyer.name(), buyer.id(), orderId, "Nachtwache")) {
      byte[] bytes = secret.getBytes(StandardCharsets.UTF_8);
      for (byte[] form : List.of(bytes, Hash.sha3(bytes), Hash.sha256(bytes))) {
        assertThat(sent).noneMatch(raw -> raw.contains(Numeric.toHexStringNoPrefix(form)));
      }
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
      return java.nio.file.Files.writeString(folder.resolve("token"), auditor.http().accessToken());
    } catch (java.io.IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }
}
