package io.daybook.journal;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.HexFormat;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class AuthoredContentTest {
  private static final RecordHash COMMITMENT =
      PayloadCommitment.of(new byte[32], "{}".getBytes(UTF_8));

  @Test
  void theMessageIsTheOneInTheDocumentation() {
    assertThat(HexFormat.of().formatHex(AuthoredContent.of("log.example", facts(7), COMMITMENT)))
        .isEqualTo(
            "6a726e2f617574686f722f7631" // "jrn/author/v1"
                + "8a" // array of 10
                + "6b6c6f672e6578616d706c65" // "log.example"
                + "64426f6f6b" // "Book"
                + "66626f6f6b5f31" // "book_1"
                + "00" // sequence
                + "656576745f31" // "evt_1"
                + "78196c65646765722e626f6f6b2e4163636f756e744f70656e6564"
                + "f6" // no revision
                + "706170706c69636174696f6e2f6a736f6e" // "application/json"
                + "5820"
                + COMMITMENT.toHex()
                + "82" // two pairs, sorted
                + "82656163746f72657573725f31" // actor, usr_1
                + "82676368616e6e656c6472657374"); // channel, rest
  }

  @Test
  void theTimeIsNotPartOfIt() {
    assertThat(AuthoredContent.of("log.example", facts(7), COMMITMENT))
        .isEqualTo(AuthoredContent.of("log.example", facts(8), COMMITMENT));
  }

  private static EventFacts facts(long timestampMillis) {
    return new EventFacts(
        new StreamPosition("Book", "book_1", 0),
        "evt_1",
        timestampMillis,
        new PayloadFormat("ledger.book.AccountOpened", null, "application/json"),
        new TreeMap<>(Map.of("channel", "rest", "actor", "usr_1")));
  }
}
