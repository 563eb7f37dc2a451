package io.daybook.ui.audit;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.daybook.journal.Bytes;
import io.daybook.security.personal.PersonalData.Standing;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class PayloadFieldTest {
  @Test
  void everyValueStandsUnderItsWholeName() {
    assertThat(fields("{\"a\":{\"b\":[1,\"zwei\",null]},\"c\":true,\"d\":{},\"e\":[]}").fields())
        .containsExactly(
            open("a/b/0", "1"),
            open("a/b/1", "zwei"),
            open("a/b/2", "null"),
            open("c", "true"),
            open("d", "{}"),
            open("e", "[]"));
  }

  @Test
  void whatIsSealedOrErasedIsNotShown() {
    assertThat(fields("{\"name\":\"sealed:x\",\"old\":\"[erased]\"}").fields())
        .containsExactly(
            new PayloadField("name", "", Standing.SEALED),
            new PayloadField("old", "", Standing.ERASED));
  }

  @Test
  void aMissingPayloadWasErased() {
    assertThat(PayloadField.of(null, PayloadFieldTest::standing).remark()).contains("erased");
  }

  @Test
  void whatIsNoJsonIsSaidToBeNone() {
    assertThat(fields("{\"a\":").remark()).contains("no JSON");
    assertThat(fields("").fields().size()).isLessThanOrEqualTo(1);
  }

  @Test
  void anEndlessPayloadIsCut() {
    String list = IntStream.range(0, 5000).mapToObj(i -> "1").collect(Collectors.joining(","));
    assertThat(fields("[" + list + "]").fields()).hasSize(300);
    assertThat(fields("[" + list + "]").remark()).contains("more values");
    assertThat(fields("{\"a\":\"" + "x".repeat(300_000) + "\"}").remark()).contains("too large");
    assertThat(fields("{\"a\":\"" + "x".repeat(1000) + "\"}").fields().getFirst().value())
        .hasSize(601);
  }

  @Test
  void deepNestingIsNoDefect() {
    String deep = "[".repeat(5000) + "]".repeat(5000);

    assertThat(fields(deep).fields().size()).isLessThanOrEqualTo(1);
  }

  private static PayloadField.All fields(String json) {
    return PayloadField.of(Bytes.of(json.getBytes(UTF_8)), PayloadFieldTest::standing);
  }

  private static Standing standing(String text) {
    if (text.startsWith("sealed:")) {
      return Standing.SEALED;
    }
    return text.equals("[erased]") ? Standing.ERASED : Standing.OPEN;
  }

  private static PayloadField open(String name, String value) {
    return new PayloadField(name, value, Standing.OPEN);
  }
}
