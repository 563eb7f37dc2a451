package io.daybook.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CsvLineTest {
  @Test
  void readsPlainAndQuotedValues() {
    assertThat(CsvLine.values("a,,\"b,\"\"c\"\"\",d")).containsExactly("a", "", "b,\"c\"", "d");
  }

  @Test
  void anEmptyLineIsOneEmptyValue() {
    assertThat(CsvLine.values("")).containsExactly("");
    assertThat(CsvLine.values("a,")).containsExactly("a", "");
    assertThat(CsvLine.values("\"\"")).containsExactly("");
  }

  @ParameterizedTest
  @ValueSource(strings = {"\"a", "a\"b", "\"a\"b", "\"", "a,\"b\"\""})
  void refusesQuotesThatAreNotWhereTheyBelong(String line) {
    assertThatThrownBy(() -> CsvLine.values(line)).isInstanceOf(IllegalArgumentException.class);
  }
}
