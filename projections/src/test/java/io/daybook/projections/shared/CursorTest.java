package io.daybook.projections.shared;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CursorTest {
  private static final String LIST = "read.orders";

  @ParameterizedTest
  @ValueSource(longs = {0, 1, 999_999_999_999_999_999L})
  void aCursorIsReadAsItWasMade(long key) {
    var cursor = new Cursor(LIST, key);

    assertThat(Cursor.decode(LIST, cursor.encoded())).isEqualTo(cursor);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "read.orders/",
        "read.orders/-1",
        "read.orders/01",
        "read.orders/9223372036854775807",
        "read.orders/1 or 1=1",
        "read.orders/1\n",
        "read.tickets/1",
        "/1"
      })
  void contentThatNoListMadeIsRefused(String content) {
    assertRefused(
        Base64.getUrlEncoder()
            .withoutPadding()
            .encodeToString(content.getBytes(StandardCharsets.UTF_8)));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "=", "%", "ä", "\0", "cmVhZC5vcmRlcnMvMQ==", "cmVhZC5vcmRlcnMvMR"})
  void textThatIsNoCursorIsRefused(String text) {
    assertRefused(text);
  }

  @Test
  void aTextLongerThanAnyCursorIsRefused() {
    assertRefused("A".repeat(1_000_000));
  }

  private static void assertRefused(String text) {
    assertThatThrownBy(() -> Cursor.decode(LIST, text))
        .isInstanceOfSatisfying(
            InvalidCursorException.class, e -> assertThat(e.code()).isEqualTo("invalid_cursor"));
  }
}
