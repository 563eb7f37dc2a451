package io.daybook.api;

import static org.assertj.core.api.Assertions.assertThat;

import io.daybook.Http.Answer;
import io.daybook.IntegrationTest;
import io.daybook.api.Stage.OnSale;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.JsonNode;

/** Lists come page by page, each with the cursor of the next. */
@IntegrationTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class PagesIT {
  private static final int ORDERS = 5;

  @LocalServerPort private int port;

  private Player buyer;
  private List<String> placed;

  @BeforeAll
  void aBuyerPlacesOrders() {
    var stage = new Stage(port);
    OnSale sale = stage.onSale(stage.clearedOrganiser(), 10);
    buyer = stage.buyer();
    placed = new ArrayList<>();
    for (int i = 0; i < ORDERS; i++) {
      String path = stage.order(buyer, sale);
      placed.addFirst(path.substring(path.lastIndexOf('/') + 1));
    }
  }

  @Test
  void everyPageTogetherIsTheListNewestFirst() {
    var read = new ArrayList<String>();
    String after = "";
    boolean hasMore = true;
    while (hasMore) {
      JsonNode page = buyer.get("/api/v1/orders?limit=2" + after).json();
      page.required("data").forEach(order -> read.add(order.required("id").asString()));
      hasMore = page.required("hasMore").asBoolean();
      after = "&after=" + page.path("next").asString("");
    }

    assertThat(read).isEqualTo(placed);
  }

  @Test
  void aPageThatHoldsAllHasNoNext() {
    JsonNode page = buyer.get("/api/v1/orders?limit=" + ORDERS).json();

    assertThat(page.required("data").size()).isEqualTo(ORDERS);
    assertThat(page.required("hasMore").asBoolean()).isFalse();
    assertThat(page.path("next").isNull() || page.path("next").isMissingNode()).isTrue();
  }

  @Test
  void theLimitIsFromOneToAHundred() {
    for (String limit : List.of("1", "100")) {
      assertThat(buyer.get("/api/v1/orders?limit=" + limit).status()).isEqualTo(200);
    }
    for (String limit : List.of("0", "101", "-1", "abc", "", "1.0", "2147483648", "1&limit=2")) {
      Answer answer = buyer.get("/api/v1/orders?limit=" + limit);

      assertThat(answer.status()).describedAs(limit).isEqualTo(400);
      assertThat(answer.text("code")).isEqualTo("invalid_parameter");
    }
  }

  @Test
  void onlyItsOwnCursorsAreTaken() {
    for (String cursor :
        List.of(
            "abc",
            "",
            "%00",
            "a".repeat(5_000),
            encoded("read.orders/-1"),
            encoded("read.orders/1 or 1=1"),
            encoded("read.shows/1"),
            encoded("read.orders/01"),
            encoded("read.orders/99999999999999999999"))) {
      Answer answer = buyer.get("/api/v1/orders?after=" + cursor);

      assertThat(answer.status()).describedAs(cursor).isEqualTo(400);
      assertThat(answer.text("code")).isEqualTo("invalid_cursor");
    }
  }

  private static String encoded(String cursor) {
    return Base64.getUrlEncoder()
        .withoutPadding()
        .encodeToString(cursor.getBytes(StandardCharsets.UTF_8));
  }
}
