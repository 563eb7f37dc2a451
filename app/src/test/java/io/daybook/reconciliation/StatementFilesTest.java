package io.daybook.reconciliation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.time.LocalDate;
import java.util.Currency;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Files of banks and providers are read exactly, or not at all. */
class StatementFilesTest {
  private static final Currency EUR = Currency.getInstance("EUR");
  private static final String HEADER = "date,amount,currency,reference\n";
  private static final LocalDate DAY = LocalDate.of(2026, 11, 27);

  @Test
  void aCsvIsReadWhateverTheOrderOfItsColumns() throws Exception {
    assertThat(
            CsvStatement.parse(
                String.join(
                    "\r\n",
                    "Reference,note,DATE,currency,amount",
                    "ord_1,\"a, \"\"b\"\"\nc\",2026-11-27,EUR,45.00",
                    "",
                    ",,2026-11-27T10:00:00Z,EUR,-0.5"),
                EUR))
        .containsExactly(new ExternalLine("ord_1", DAY, 4_500), new ExternalLine("", DAY, -50));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "date,amount\n2026-11-27,1",
        HEADER + "2026-11-27,1.00,EUR",
        HEADER + "x,1.00,EUR,a1",
        HEADER + "2026-11-27,1.001,EUR,a1",
        HEADER + "2026-11-27,0,EUR,a1",
        HEADER + "2026-11-27,1.00,USD,a1",
        HEADER + "2026-11-27,1e3,EUR,a1",
        HEADER + "2026-11-27,\"1.00,EUR,a1",
        HEADER + "2026-11-27,9999999999999999.00,EUR,a1"
      })
  void aCsvThatIsNotExactIsRefused(String text) {
    assertThatExceptionOfType(StatementMalformed.class)
        .isThrownBy(() -> CsvStatement.parse(text, EUR));
  }

  @Test
  void bookedEntriesOfACamtAreRead() throws Exception {
    assertThat(
            CamtStatement.parse(
                camt(
                    entry("45.00", "EUR", "CRDT", "<Cd>BOOK</Cd>", "ord_1")
                        + entry("1.00", "EUR", "DBIT", "BOOK", "NOTPROVIDED")
                        + entry("9.00", "EUR", "CRDT", "<Cd>PDNG</Cd>", "ord_9")),
                EUR))
        .containsExactly(
            new ExternalLine("ord_1", DAY, 4_500), new ExternalLine("bank-7", DAY, -100));
  }

  @Test
  void aCamtWithATrapIsRefused() {
    String good = camt(entry("1.00", "EUR", "CRDT", "BOOK", "a1"));
    for (String bad :
        new String[] {
          "<!DOCTYPE a [<!ENTITY x SYSTEM \"file:///etc/passwd\">]>" + good,
          good.replace("EUR", "USD"),
          good.replace("CRDT", "BOTH"),
          good.replace("camt.053", "camt.999"),
          good.substring(0, good.length() - 4),
          "no xml"
        }) {
      assertThatExceptionOfType(StatementMalformed.class)
          .describedAs(bad)
          .isThrownBy(() -> CamtStatement.parse(bad, EUR));
    }
  }

  @Test
  void whatDoesNotLookLikeAnIdIsKeptAsAHash() {
    assertThat(Reference.of(" ord_1 ")).isEqualTo("ord_1");
    assertThat(Reference.of("Rent from Anna Schmidt")).startsWith("ref_").doesNotContain("Anna");
    assertThat(Reference.of("Schmidt")).startsWith("ref_");
    assertThat(Reference.of("")).isEmpty();
  }

  private static String camt(String entries) {
    return "<Document xmlns=\"urn:iso:std:iso:20022:tech:xsd:camt.053.001.02\"><BkToCstmrStmt><Stmt>"
        + entries
        + "</Stmt></BkToCstmrStmt></Document>";
  }

  private static String entry(
      String amount, String currency, String indicator, String status, String reference) {
    return """
    <Ntry><Amt Ccy="%s">%s</Amt><CdtDbtInd>%s</CdtDbtInd><Sts>%s</Sts>
    <BookgDt><Dt>2026-11-27</Dt></BookgDt><AcctSvcrRef>bank-7</AcctSvcrRef>
    <NtryDtls><TxDtls><Refs><EndToEndId>%s</EndToEndId></Refs></TxDtls></NtryDtls></Ntry>
    """
        .formatted(currency, amount, indicator, status, reference);
  }
}
