package io.daybook.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.daybook.api.LedgerBodies.EntryRequest;
import io.daybook.api.LedgerBodies.PostingBody;
import io.daybook.ledger.book.Side;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ImportFormatTest {
  private static final ImportFormat CSV = new ImportFormat.Csv();

  @Test
  void aRowIsAnEntryOfTwoLines() {
    EntryRequest entry = CSV.read("a,b,100,EUR,\"Rent, \"\"March\"\"\",,,2026-03-01");

    var amount = new MoneyBody(100, "EUR");
    assertThat(entry.postings())
        .isEqualTo(
            List.of(
                new PostingBody("a", Side.DEBIT, amount),
                new PostingBody("b", Side.CREDIT, amount)));
    assertThat(entry.memo()).isEqualTo("Rent, \"March\"");
    assertThat(entry.reference()).isEmpty();
    assertThat(entry.externalReference()).isNull();
    assertThat(entry.valueDate()).isEqualTo("2026-03-01");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "a,b,100,EUR,memo,ref,",
        "a,b,100,EUR,memo,ref,,,more",
        "a,b,1.00,EUR,memo,ref,,",
        "\"a,b,100,EUR,memo,ref,,",
        "\"a\"x,b,100,EUR,memo,ref,,",
        "a,b,100,EUR,memo\u0000,ref,,"
      })
  void whatIsNoRowIsRefused(String line) {
    assertThatThrownBy(() -> CSV.read(line)).isInstanceOf(IllegalArgumentException.class);
  }
}
