package io.daybook.recorder.format;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.daybook.recorder.format.JournalSerializerTest.TestEvent.Noted;
import io.daybook.recorder.format.JournalSerializerTest.TestEvent.Paid;
import java.time.Instant;
import java.util.List;
import org.axonframework.serialization.SerializationException;
import org.axonframework.serialization.SimpleSerializedObject;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class JournalSerializerTest {
  private static final String PAID = "recorder.format.Paid";
  private static final String STORED =
      "{\"payment\":\"pay_1\",\"side\":\"DEBIT\",\"cents\":9223372036854775807,"
          + "\"at\":\"2026-11-23T09:00:00.001Z\",\"tags\":[\"a\"]}";

  private final JournalSerializer serializer =
      new JournalSerializer(EventFamilies.of(TestEvent.class));

  record PaymentId(String value) {
    PaymentId {
      if (!value.startsWith("pay_")) {
        throw new IllegalArgumentException("not a payment: " + value);
      }
    }
  }

  enum Side {
    DEBIT,
    CREDIT
  }

  sealed interface TestEvent {
    record Paid(PaymentId payment, Side side, long cents, Instant at, List<String> tags)
        implements TestEvent {}

    record Noted(String text) implements TestEvent {}
  }

  @Test
  void writesFieldsInTheirOrderAndReadsThemAgain() {
    var event =
        new Paid(
            new PaymentId("pay_1"),
            Side.DEBIT,
            Long.MAX_VALUE,
            Instant.parse("2026-11-23T09:00:00.001Z"),
            List.of("a"));

    var stored = serializer.serialize(event, byte[].class);

    assertThat(new String(stored.getData(), UTF_8)).isEqualTo(STORED);
    assertThat(stored.getType().getName()).isEqualTo(PAID);
    assertThat(serializer.<byte[], Object>deserialize(stored)).isEqualTo(event);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", "null x", "[]", "{}", "\"text\"", "1", STORED + "{}", "//\n" + STORED})
  void refusesWhatIsNotOneObject(String json) {
    assertThatThrownBy(() -> read(PAID, json)).isInstanceOf(SerializationException.class);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          ,"tags":["a"]               | ``
          ,"tags":["a"]               | ,"tags":"a"
          ,"tags":["a"]               | ,"tags":["a"],"more":1
          ,"tags":["a"]               | ,"tags":["a"],
          ,"tags":["a"]               | ,/**/"tags":["a"]
          "cents":9223372036854775807 | "cents":9223372036854775808
          "cents":9223372036854775807 | "cents":"1"
          "cents":9223372036854775807 | "cents":1.0
          "cents":9223372036854775807 | "cents":null
          "cents":9223372036854775807 | "cents":1,"cents":1
          "cents":9223372036854775807 | "cents":01
          "DEBIT"                     | "debit"
          "DEBIT"                     | 0
          "pay_1"                     | "other"
          "pay_1"                     | {"value":"pay_1"}
          "pay_1"                     | 1
          2026-11-23T09:00:00.001Z    | yesterday
          """)
  void refusesWhatItWouldNotHaveWritten(String right, String wrong) {
    String json = STORED.replace(right, wrong);

    assertThat(json).isNotEqualTo(STORED);
    assertThatThrownBy(() -> read(PAID, json)).isInstanceOf(SerializationException.class);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "java.lang.Runtime",
        "java.util.HashMap",
        "io.daybook.recorder.format.JournalSerializerTest$TestEvent$Paid",
        "Paid",
        "recorder.format.paid",
        ""
      })
  void looksUpNoClassThatIsNotRegistered(String name) {
    assertThatThrownBy(() -> read(name, "{}")).isInstanceOf(SerializationException.class);
  }

  @Test
  void writesNothingThatIsNotRegistered() {
    assertThatThrownBy(() -> serializer.serialize("text", byte[].class))
        .isInstanceOf(SerializationException.class);
    assertThatThrownBy(() -> serializer.serialize(new PaymentId("pay_1"), byte[].class))
        .isInstanceOf(SerializationException.class);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "\0", "half a \ud83c pair", "\ud83c\udfab", "\u202e\u0000\ufeff"})
  void readsEveryTextAsItWasWritten(String text) {
    var stored = serializer.serialize(new Noted(text), byte[].class);

    assertThat(new String(stored.getData(), UTF_8).getBytes(UTF_8)).isEqualTo(stored.getData());
    assertThat(serializer.<byte[], Object>deserialize(stored)).isEqualTo(new Noted(text));
  }

  private Object read(String name, String json) {
    return serializer.deserialize(
        new SimpleSerializedObject<>(json.getBytes(UTF_8), byte[].class, name, null));
  }
}
