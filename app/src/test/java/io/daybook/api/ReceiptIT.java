package io.daybook.api;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.daybook.Http;
import io.daybook.IntegrationTest;
import io.daybook.api.Stage.OnSale;
import io.daybook.journal.audit.Auditor;
import io.daybook.journal.checkpoint.Checkpoint;
import io.daybook.journal.checkpoint.Policy;
import io.daybook.journal.checkpoint.SignedNote;
import io.daybook.journal.proof.Receipt;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.test.web.server.LocalServerPort;

/** A buyer keeps the receipt of a purchase and checks it without us. */
@IntegrationTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ReceiptIT {
  @LocalServerPort private int port;

  private Stage stage;
  private Player buyer;
  private String order;

  @BeforeAll
  void aPurchase() {
    stage = new Stage(port);
    OnSale sale = stage.onSale(stage.clearedOrganiser(), 10);
    buyer = stage.buyer();
    order = stage.buy(buyer, sale);
  }

  @Test
  void theBuyerChecksItOffline(@TempDir Path folder) throws IOException {
    byte[] receipt = receipt();
    Path file = Files.write(folder.resolve("purchase.daybook-receipt"), receipt);
    Path policy = Files.writeString(folder.resolve("policy"), wellKnownPolicy());
    var out = new StringWriter();

    int exit =
        Auditor.run(
            new PrintWriter(out),
            new PrintWriter(out),
            "check",
            file.toString(),
            "--policy",
            policy.toString());

    assertThat(out.toString())
        .contains("ticketing.order.OrderPlaced")
        .contains("ticketing.order.OrderFulfilled")
        .contains("ticketing.ticket.TicketIssued")
        .contains(order.substring(order.lastIndexOf('/') + 1));
    assertThat(exit).isZero();
  }

  @Test
  void itIsSignedByTheKeysThatAreWellKnown() {
    Receipt receipt = Receipt.parse(receipt());
    var note = SignedNote.parse(receipt.checkpoint().getBytes(UTF_8));

    assertThat(
            Policy.parse(wellKnownPolicy().getBytes(UTF_8))
                .missingSignatures(Checkpoint.parse(note.text()), note))
        .isEmpty();
  }

  @Test
  void nobodyElseGetsIt() {
    assertThat(Http.anonymous(port).get(path()).status()).isEqualTo(401);
    assertThat(stage.buyer().get(path()).status()).isEqualTo(404);
    assertThat(buyer.get("/api/v1/orders/ord_x/receipt").status()).isEqualTo(404);
    assertThat(buyer.get("/api/v1/orders/%00/receipt").status()).isIn(400, 404);
  }

  @Test
  void aProofThatThereIsNotHasItsCode() {
    Http.Answer missing = Http.anonymous(port).get("/api/v1/audit/proofs/none");
    Http.Answer sizes = Http.anonymous(port).get("/api/v1/audit/consistency?from=2&to=1");

    assertThat(missing.status()).isEqualTo(404);
    assertThat(missing.text("code")).isEqualTo("event_not_published");
    assertThat(sizes.status()).isEqualTo(400);
    assertThat(sizes.text("code")).isEqualTo("sizes_not_published");
  }

  private byte[] receipt() {
    await().until(() -> buyer.get(path()).status() == 200);
    return buyer.get(path()).response().body().getBytes(UTF_8);
  }

  private String path() {
    return order + "/receipt";
  }

  private String wellKnownPolicy() {
    return Http.anonymous(port).get("/.well-known/journal-policy").response().body();
  }
}
