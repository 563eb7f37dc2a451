package io.daybook.journal.audit;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.gson.JsonParser;
import io.daybook.journal.Bytes;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class StrictJsonTest {
  @Test
  void readsWhatJsonAllows() {
    StrictJson json =
        parse(
            " {\"text\" : \"gr\u00fcn \u20ac \ud83c\udfab \\u20ac \\\"\\\\\\/\\b\\f\\n\\r\\t\" ,\n"
                + "\t\"number\":-42, \"list\":[{},{\"a\":[1.5e+3,-0,0.0,1E9]}],\"no\":null,"
                + "\"yes\":true, \"empty\":[] , \"deep\":{\"x\":{\"y\":\"z\"}} }\r\n");

    assertThat(json.text("text")).isEqualTo("gr\u00fcn \u20ac \ud83c\udfab \u20ac \"\\/\b\f\n\r\t");
    assertThat(json.integer("number")).isEqualTo(-42);
    assertThat(json.objects("list")).hasSize(2);
    assertThat(json.flag("yes")).isTrue();
    assertThat(json.object("deep").object("x").text("y")).isEqualTo("z");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        " ",
        "{",
        "}",
        "{\"a\"}",
        "{\"a\":}",
        "{\"a\":1,}",
        "{,}",
        "{\"a\":1 \"b\":2}",
        "{\"a\":01}",
        "{\"a\":-}",
        "{\"a\":+1}",
        "{\"a\":1.}",
        "{\"a\":.5}",
        "{\"a\":1e}",
        "{\"a\":0x1}",
        "{\"a\":NaN}",
        "{\"a\":tru}",
        "{\"a\":True}",
        "{\"a\":\"x}",
        "{\"a\":\"\\x\"}",
        "{\"a\":\"\\u12g4\"}",
        "{\"a\":\"\u0001\"}",
        "{\"a\":\"\t\"}",
        "{'a':1}",
        "{a:1}",
        "{\"a\":[1,]}",
        "{\"a\":[1 2]}",
        "{\"a\":1}}",
        "{\"a\":1}{}",
        "[]",
        "\"a\"",
        "1",
        "null",
        "{\"a\":1,\"a\":1}",
        "{\"a\":1}//",
        "/**/{}",
        "\ufeff{}",
        "{\"a\":\"\\u123",
        "{\"a\":\"\\",
        "{\"a\":1;\"b\":2}"
      })
  void refusesWhatItDoesNot(String json) {
    assertThatThrownBy(() -> parse(json)).isInstanceOf(RuleViolation.class);
  }

  @Test
  void refusesWhatIsNotUtf8() {
    var latin = Bytes.of("{\"a\":\"\u00fc\"}".getBytes(ISO_8859_1));

    assertThatThrownBy(() -> StrictJson.parse(latin)).hasMessageContaining("UTF-8");
  }

  @Test
  void refusesMoreThan255Levels() {
    parse("{\"a\":".repeat(255) + "1" + "}".repeat(255));
    assertThatThrownBy(() -> parse("{\"a\":".repeat(256) + "1" + "}".repeat(256)))
        .hasMessageContaining("255 levels");
  }

  @Test
  void readsNumeralsOfAMillionDigitsQuickly() {
    StrictJson json = parse("{\"a\":" + "9".repeat(1_000_000) + "}");

    assertThatThrownBy(() -> json.integer("a")).isInstanceOf(RuleViolation.class);
  }

  @Test
  void agreesWithAnotherParserOnTheSamples() {
    for (SampleEvents.Event event : SampleEvents.story(100)) {
      String name =
          JsonParser.parseString(event.json()).getAsJsonObject().keySet().iterator().next();
      assertThat(parse(event.json()).textOrNull(name)).isNotEmpty();
    }
  }

  private static StrictJson parse(String json) {
    return StrictJson.parse(Bytes.of(json.getBytes(UTF_8)));
  }
}
