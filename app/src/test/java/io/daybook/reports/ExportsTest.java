package io.daybook.reports;

import static org.assertj.core.api.Assertions.assertThat;

import io.daybook.reports.BalanceSheet.Section;
import io.daybook.reports.Bookkeeping.Verdict;
import java.io.StringReader;
import java.math.BigInteger;
import java.util.Optional;
import javax.xml.parsers.DocumentBuilderFactory;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.w3c.dom.Document;
import org.w3c.dom.NodeList;
import org.xml.sax.InputSource;

/** What other programs get of the ledger is read by them as it was meant. */
class ExportsTest {
  @Test
  void hledgerReadsTheLedgerAndAgreesToEveryBalance() throws Exception {
    String text = Hledger.of(Sample.ledger());

    Optional<Verdict> check = Bookkeeping.read(text, "hledger", "check", "-f", "FILE");
    Optional<Verdict> balances =
        Bookkeeping.read(text, "hledger", "balance", "-N", "--flat", "-f", "FILE");

    assertThat(text).contains("assets:cash  10.50 EUR").contains("  300 JPY");
    check.ifPresent(verdict -> assertThat(verdict).isEqualTo(new Verdict(0, "")));
    balances.ifPresent(
        verdict -> assertThat(verdict.output()).containsPattern("10.00 EUR +assets:cash\n"));
  }

  @Test
  void hledgerFindsWhatIsMissing() throws Exception {
    String text =
        Hledger.of(Sample.ledger())
            .replace("  -0.50 EUR", "  -0.40 EUR")
            .replace("  0.50 EUR", "  0.40 EUR");

    Optional<Verdict> check = Bookkeeping.read(text, "hledger", "check", "-f", "FILE");

    check.ifPresent(verdict -> assertThat(verdict.exitCode()).isNotZero());
  }

  @Test
  void beancountReadsTheLedgerAndAgreesToEveryBalance() throws Exception {
    String text = Beancount.of(Sample.ledger());

    Optional<Verdict> check = Bookkeeping.read(text, "bean-check", "FILE");

    assertThat(text).contains("open Assets:Cash EUR", "Income:Platform:X-fees:A-b-c");
    check.ifPresent(verdict -> assertThat(verdict).isEqualTo(new Verdict(0, "")));
  }

  @Test
  void beancountFindsWhatIsMissing() throws Exception {
    String text =
        Beancount.of(Sample.ledger())
            .replace("-0.50 EUR", "-0.40 EUR")
            .replace("  0.50 EUR", "  0.40 EUR");

    Optional<Verdict> check = Bookkeeping.read(text, "bean-check", "FILE");

    check.ifPresent(verdict -> assertThat(verdict.exitCode()).isNotZero());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "plain|plain",
        "12.50|12.50",
        "-12.50|-12.50",
        "=1+1|'=1+1",
        "+1|'+1",
        "-1+1|'-1+1",
        "@SUM(A1)|'@SUM(A1)",
        "=HYPERLINK(\"x\",1)|'=HYPERLINK(\"x\",1)"
      })
  void noFieldOfACsvIsAFormula(String value, String field) {
    assertThat(Csv.noFormula(value)).isEqualTo(field);
  }

  @Test
  void whatIsInAFieldStaysInIt() {
    assertThat(Csv.noFormula("\t=1")).isEqualTo("'\t=1");
    assertThat(Csv.of(Sample.statement(1)))
        .contains("\"'=1+1; \"\"quoted\"\" \\ back, with\nlines | and ünïcode 票 : end\",ref;1\r\n");
  }

  @Test
  void aStatementAsCsvBeginsAndEndsWithItsBalances() {
    assertThat(Csv.of(Sample.statement(1)).replace("\r", "").lines())
        .startsWith(
            "time,entry,line,side,amount,balance,currency,memo,reference",
            "2026-01-01T00:00:00Z,,,,,10.00,EUR,opening balance,")
        .endsWith("2026-02-01T00:00:00Z,,,,,11.05,EUR,closing balance,");
  }

  @Test
  void aStatementAsPdfHasAllItsLinesOnAsManyPagesAsItTakes() throws Exception {
    try (var pdf = Loader.loadPDF(StatementPdf.of(Sample.statement(200)))) {
      String text = new PDFTextStripper().getText(pdf);

      assertThat(pdf.getNumberOfPages()).isGreaterThan(3);
      assertThat(text)
          .contains("Opening balance", "10.00", "Closing balance", "220.00", "ünïcode ?");
      assertThat(text.split("=1\\+1", -1)).hasSize(201);
    }
  }

  @Test
  void aStatementAsCamt053IsInTheOrderOfItsSchema() throws Exception {
    Document document = parse(Camt053.of(Sample.statement(2)));

    assertThat(document.getDocumentElement().getNamespaceURI())
        .isEqualTo("urn:iso:std:iso:20022:tech:xsd:camt.053.001.08");
    assertThat(children(document, "Stmt")).isEqualTo("Id CreDtTm FrToDt Acct Bal Bal Ntry Ntry ");
    assertThat(children(document, "Ntry"))
        .isEqualTo(
            "NtryRef Amt CdtDbtInd Sts BookgDt ValDt AcctSvcrRef BkTxCd NtryDtls AddtlNtryInf ");
    assertThat(document.getElementsByTagName("Amt").item(0).getTextContent()).isEqualTo("10.00");
    assertThat(document.getElementsByTagName("CdtDbtInd").item(0).getTextContent())
        .isEqualTo("DBIT");
  }

  private static Document parse(String xml) throws Exception {
    var factory = DocumentBuilderFactory.newInstance();
    factory.setNamespaceAware(true);
    return factory.newDocumentBuilder().parse(new InputSource(new StringReader(xml)));
  }

  private static String children(Document document, String name) {
    NodeList nodes = document.getElementsByTagName(name).item(0).getChildNodes();
    var names = new StringBuilder();
    for (int i = 0; i < nodes.getLength(); i++) {
      names.append(nodes.item(i).getNodeName()).append(' ');
    }
    return names.toString();
  }

  @Test
  void theBalanceSheetAddsUpAlongThePaths() {
    GeneralLedger ledger = Sample.ledger();
    BalanceSheet sheet = BalanceSheet.of(TrialBalance.of(Sample.END, 42, ledger.accounts()));

    Section eur = sheet.sections().getFirst();
    assertThat(eur.assetsMinor()).isEqualTo(BigInteger.valueOf(1_200));
    assertThat(eur.resultMinor()).isEqualTo(BigInteger.valueOf(1_200));
    assertThat(sheet.sections()).allMatch(section -> section.differenceMinor().signum() == 0);
    assertThat(sheet.sections().getLast().lines())
        .extracting(BalanceSheet.Line::path)
        .containsExactly("cash", "cash:yen", "owed", "owed:yen");
  }
}
