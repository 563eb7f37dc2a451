package io.daybook.api;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.zxing.BinaryBitmap;
import com.google.zxing.RGBLuminanceSource;
import com.google.zxing.common.HybridBinarizer;
import com.google.zxing.qrcode.QRCodeReader;
import io.daybook.Http;
import io.daybook.Http.Answer;
import io.daybook.IntegrationTest;
import io.daybook.api.Stage.OnSale;
import io.daybook.ticketing.ticket.TicketCredential;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.math.BigInteger;
import java.net.http.HttpClient;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PublicKey;
import java.security.Signature;
import java.security.spec.EdECPoint;
import java.security.spec.EdECPublicKeySpec;
import java.security.spec.NamedParameterSpec;
import java.util.Base64;
import java.util.UUID;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.JsonNode;

/** One sale from the organiser's application to the payout. */
@IntegrationTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class SaleIT {
  @LocalServerPort private int port;

  private Stage stage;
  private Player organiser;

  @BeforeAll
  void anOrganiserIsCleared() {
    stage = new Stage(port);
    organiser = stage.clearedOrganiser();
  }

  @Test
  void anOrganiserIsNotClearedByOneOfficerAlone() {
    Player applicant = stage.organiser();
    String kybCase = stage.submit(applicant);

    Answer proposed = stage.approve("olga", kybCase);
    Answer again = stage.approve("olga", kybCase);

    assertThat(proposed.text("state")).isEqualTo("PROPOSED");
    assertThat(again.status()).isEqualTo(403);
    assertThat(again.text("code")).isEqualTo("four_eyes");
    assertThat(clearanceOf(applicant)).isEqualTo("NOT_CLEARED");
  }

  @Test
  void twoOfficersClearAnOrganiser() {
    assertThat(clearanceOf(organiser)).isEqualTo("CLEARED");
  }

  private static String clearanceOf(Player player) {
    String own = Organisers.of(new io.daybook.ledger.UserId(player.id())).value();
    return player.get("/api/v1/organizers/" + own).text("clearance");
  }

  @Test
  void aCaseNeedsItsDocuments() {
    Player applicant = stage.organiser();
    String path = stage.apply(applicant);

    Answer submitted = applicant.act(path + ":submit");

    assertThat(submitted.status()).isEqualTo(409);
    assertThat(submitted.text("code")).isEqualTo("documents_missing");
  }

  @Test
  void aDocumentIsFoundWhereItsAnswerSays() {
    Player applicant = stage.organiser();
    byte[] pdf = "%PDF-1.7".getBytes(StandardCharsets.UTF_8);
    Answer attached =
        applicant.upload(
            stage.apply(applicant) + "/documents",
            "BANK_STATEMENT",
            "application/pdf",
            pdf,
            UUID.randomUUID().toString());
    String location = attached.response().headers().firstValue("Location").orElseThrow();

    assertThat(applicant.get(location).json()).isEqualTo(attached.json());
    assertThat(stage.organiser().get(location).status()).isEqualTo(404);
    assertThat(applicant.get(location.replace("/doc_", "/doc_x")).status()).isEqualTo(404);
  }

  @Test
  void aHoldThatHasEndedBecomesNoOrder() {
    OnSale sale = stage.onSale(organiser, 2);
    Player buyer = stage.buyer();
    String released = stage.hold(buyer, sale, 1).text("id");
    assertThat(buyer.delete("/api/v1/holds/" + released).status()).isEqualTo(204);

    Answer order = buyer.post("/api/v1/orders", "{\"hold\": \"" + released + "\"}");

    assertThat(order.status()).isEqualTo(409);
    assertThat(order.text("code")).isEqualTo("hold_expired");
  }

  @Test
  void anOrderIsTheAnswerEvenWhenItsHoldHasEnded() {
    OnSale sale = stage.onSale(organiser, 2);
    Player buyer = stage.buyer();
    String hold = stage.hold(buyer, sale, 1).text("id");
    String order = stage.order(buyer, hold);
    stage.pay(buyer, order, "sim_ok");
    stage.awaitState(buyer, order, "FULFILLED");

    assertThat(stage.order(buyer, hold)).isEqualTo(order);
  }

  @Test
  void onlyAClearedOrganiserPublishes() {
    Player applicant = stage.organiser();
    Answer created = applicant.post("/api/v1/shows", Stage.showRequest(10));

    Answer published = applicant.act("/api/v1/shows/" + created.text("id") + ":publish");

    assertThat(created.status()).isEqualTo(201);
    assertThat(published.status()).isEqualTo(409);
    assertThat(published.text("code")).isEqualTo("kyb_required");
  }

  @Test
  void onlyAClearedOrganiserIsPaid() {
    Player uncleared = stage.organiser();
    String account = stage.payoutAccount(uncleared);

    Answer payout = uncleared.post("/api/v1/payouts", Stage.payout(account, 100));

    assertThat(payout.status()).isEqualTo(409);
    assertThat(payout.text("code")).isEqualTo("kyb_required");
  }

  @Test
  void availabilityFollowsHoldsSalesAndRefunds() {
    OnSale sale = stage.onSale(organiser, 10);
    Player buyer = stage.buyer();

    Answer hold = stage.hold(buyer, sale, 3);
    assertAvailability(sale, 3, 0, 7);

    assertThat(buyer.delete("/api/v1/holds/" + hold.text("id")).status()).isEqualTo(204);
    assertAvailability(sale, 0, 0, 10);

    String order = stage.buy(buyer, sale);
    assertAvailability(sale, 0, 1, 9);

    refund(order);
    stage.awaitState(buyer, order, "REFUNDED");
    assertAvailability(sale, 0, 0, 10);
  }

  private void assertAvailability(OnSale sale, int held, int sold, int free) {
    Answer answer =
        stage.await(
            () -> buyerless().get("/api/v1/shows/" + sale.show() + "/availability"),
            found -> Stage.seats(found).path("free").asInt() == free);
    JsonNode seats = Stage.seats(answer);
    assertThat(seats.path("held").asInt()).isEqualTo(held);
    assertThat(seats.path("sold").asInt()).isEqualTo(sold);
    assertThat(seats.path("capacity").asInt()).isEqualTo(held + sold + free);
  }

  private Http buyerless() {
    return Http.anonymous(port);
  }

  private Answer refund(String order) {
    return organiser.post(order + "/refunds", "{\"reason\": \"The buyer fell ill\"}");
  }

  @Test
  void aTicketsCredentialIsSignedAndItsQrCodeSaysTheSame() throws Exception {
    OnSale sale = stage.onSale(organiser, 10);
    Player buyer = stage.buyer();
    Answer order = buyer.get(stage.buy(buyer, sale));
    String path = "/api/v1/tickets/" + order.json().path("tickets").path(0).asString();

    Answer credential = buyer.get(path + "/credential");
    TicketCredential verified =
        TicketCredential.verify(credential.text("credential"), this::isSigned);

    assertThat(verified.ticket().value()).isEqualTo(credential.text("ticket"));
    assertThat(verified.show().value()).isEqualTo(sale.show());
    assertThat(verified.keyId()).isEqualTo(credential.text("keyId"));
    assertThat(credential.response().headers().firstValue("Cache-Control")).contains("no-store");
    assertThat(decodeQrCode(buyer, path + "/credential.png"))
        .isEqualTo(credential.text("credential"));
  }

  @Test
  void aRefundedTicketHasNoCredential() {
    OnSale sale = stage.onSale(organiser, 10);
    Player buyer = stage.buyer();
    String order = stage.buy(buyer, sale);
    String ticket = buyer.get(order).json().path("tickets").path(0).asString();

    assertThat(refund(order).status()).isEqualTo(202);
    stage.awaitState(buyer, order, "REFUNDED");

    Answer credential =
        stage.await(
            () -> buyer.get("/api/v1/tickets/" + ticket + "/credential"),
            answer -> answer.status() != 200);
    assertThat(credential.status()).isEqualTo(410);
    assertThat(credential.text("code")).isEqualTo("ticket_revoked");
    assertThat(buyer.get("/api/v1/tickets/" + ticket).text("state")).isEqualTo("REVOKED");
  }

  @Test
  void anOrderIsRefundedOnceWhateverKeyIsSent() {
    OnSale sale = stage.onSale(organiser, 10);
    Player buyer = stage.buyer();
    String order = stage.buy(buyer, sale);

    Answer first = refund(order);
    stage.awaitState(buyer, order, "REFUNDED");
    Answer second = refund(order);

    assertThat(second.text("id")).isEqualTo(first.text("id"));
    assertThat(trialBalanceDifference()).isZero();
  }

  @Test
  void anUnpaidOrderHasNothingToRefund() {
    OnSale sale = stage.onSale(organiser, 10);

    Answer refund = refund(stage.order(stage.buyer(), sale));

    assertThat(refund.status()).isEqualTo(409);
    assertThat(refund.text("code")).isEqualTo("nothing_paid");
  }

  @Test
  void aChargebackAfterThePayoutIsRecoveredFromLaterSales() {
    Player earner = stage.clearedOrganiser();
    String account = stage.payoutAccount(earner);
    OnSale sale = stage.onSale(earner, 1);
    Player buyer = stage.buyer();
    String order = stage.order(buyer, sale);
    stage.pay(buyer, order, "sim_chargeback_10s");
    stage.awaitState(buyer, order, "FULFILLED");
    Answer paidOut = awaitEnd(earner, earner.post("/api/v1/payouts", Stage.payout(account, 42_75)));
    assertThat(paidOut.text("state")).isEqualTo("POSTED");

    stage.awaitState(buyer, order, "CHARGED_BACK");
    awaitPayable(earner, -42_75);
    assertThat(buyer.get("/api/v1/tickets").json().path("data").path(0).path("state").asString(""))
        .isEqualTo("REVOKED");
    // The seat is free again, and its sale fills the hole.
    stage.buy(stage.buyer(), sale);
    awaitPayable(earner, 0);
    Answer nothing = awaitEnd(earner, earner.post("/api/v1/payouts", Stage.payout(account, 1)));

    assertThat(nothing.text("state")).isEqualTo("REFUSED");
    assertThat(nothing.text("reason")).isEqualTo("insufficient_funds");
    assertThat(trialBalanceDifference()).isZero();
  }

  private void awaitPayable(Player organiser, long cents) {
    String path =
        "/api/v1/ledger/accounts/organisers:" + Stage.organiserId(organiser) + ":payable:EUR";
    Player fiona = Player.demo(port, "fiona");
    stage.await(
        () -> fiona.get(path),
        answer -> answer.json().path("balanceMinor").asLong(Long.MIN_VALUE) == cents);
  }

  @Test
  void anOrganiserIsPaidWhatWasEarnedAndNotACentMore() {
    Player earner = stage.clearedOrganiser();
    stage.buy(stage.buyer(), stage.onSale(earner, 10));

    // 45 EUR less the platform's 5 %.
    String account = stage.payoutAccount(earner);
    Answer tooMuch = earner.post("/api/v1/payouts", Stage.payout(account, 42_76));
    Answer refused = awaitEnd(earner, tooMuch);
    Answer all = earner.post("/api/v1/payouts", Stage.payout(account, 42_75));
    Answer posted = awaitEnd(earner, all);

    assertThat(refused.text("state")).isEqualTo("REFUSED");
    assertThat(posted.text("state")).isEqualTo("POSTED");
    assertThat(trialBalanceDifference()).isZero();
  }

  private Answer awaitEnd(Player player, Answer payout) {
    assertThat(payout.status()).isEqualTo(202);
    return stage.await(
        () -> player.get("/api/v1/payouts/" + payout.text("id")),
        answer -> !answer.text("state").equals("REQUESTED"));
  }

  private long trialBalanceDifference() {
    JsonNode totals =
        Player.demo(port, "aude").get("/api/v1/ledger/trial-balance").json().required("totals");
    return totals.valueStream().mapToLong(total -> total.path("differenceMinor").asLong()).sum();
  }

  private boolean isSigned(byte[] content, byte[] signature) {
    JsonNode jwk =
        buyerless().get("/.well-known/ticket-keys.json").json().required("keys").required(0);
    try {
      Signature verifier = Signature.getInstance("Ed25519");
      verifier.initVerify(publicKey(Base64.getUrlDecoder().decode(jwk.required("x").asString())));
      verifier.update(content);
      return verifier.verify(signature);
    } catch (GeneralSecurityException e) {
      throw new AssertionError(e);
    }
  }

  /** Reads a public key as RFC 8032, section 5.1.3, writes it. */
  private static PublicKey publicKey(byte[] littleEndian) throws GeneralSecurityException {
    byte[] bytes = littleEndian.clone();
    for (int i = 0; i < bytes.length / 2; i++) {
      byte swapped = bytes[i];
      bytes[i] = bytes[bytes.length - 1 - i];
      bytes[bytes.length - 1 - i] = swapped;
    }
    boolean odd = (bytes[0] & 0x80) != 0;
    bytes[0] &= 0x7f;
    var point = new EdECPoint(odd, new BigInteger(1, bytes));
    return KeyFactory.getInstance("Ed25519")
        .generatePublic(new EdECPublicKeySpec(NamedParameterSpec.ED25519, point));
  }

  private static String decodeQrCode(Player player, String path) throws Exception {
    byte[] png =
        HttpClient.newHttpClient()
            .send(player.http().request(path).GET().build(), BodyHandlers.ofByteArray())
            .body();
    BufferedImage image = ImageIO.read(new ByteArrayInputStream(png));
    int width = image.getWidth();
    int height = image.getHeight();
    int[] pixels = image.getRGB(0, 0, width, height, null, 0, width);
    var source = new RGBLuminanceSource(width, height, pixels);
    return new QRCodeReader().decode(new BinaryBitmap(new HybridBinarizer(source))).getText();
  }
}
