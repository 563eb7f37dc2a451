package io.daybook.reports;

import io.daybook.ledger.DerivedId;
import io.daybook.ledger.book.Side;
import java.io.StringWriter;
import java.math.BigInteger;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Currency;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;

/**
 * Writes a statement as ISO 20022 camt.053.001.08 (BankToCustomerStatementV08).
 *
 * <p>An account whose path has more than 34 characters is identified by a derived id, as the format
 * has no room; its name then tells the path.
 */
public final class Camt053 {
  private static final String NAMESPACE = "urn:iso:std:iso:20022:tech:xsd:camt.053.001.08";
  private static final int MAX_ACCOUNT = 34;
  private static final int MAX_NAME = 70;
  private static final int MAX_REFERENCE = 35;
  private static final int MAX_INFORMATION = 500;

  private final XMLStreamWriter xml;
  private final Statement statement;
  private final Currency currency;

  private Camt053(XMLStreamWriter xml, Statement statement) {
    this.xml = xml;
    this.statement = statement;
    this.currency = statement.account().currency();
  }

  /** Returns the document as text. */
  public static String of(Statement statement) {
    var text = new StringWriter();
    try {
      XMLStreamWriter xml = XMLOutputFactory.newFactory().createXMLStreamWriter(text);
      new Camt053(xml, statement).write();
      xml.close();
      return text.toString();
    } catch (XMLStreamException e) {
      throw new IllegalStateException("a document in memory cannot fail", e);
    }
  }

  private void write() throws XMLStreamException {
    String id =
        DerivedId.of("stm", statement.account().account().value(), statement.period().toString());
    xml.writeStartDocument("UTF-8", "1.0");
    xml.writeStartElement("Document");
    xml.writeDefaultNamespace(NAMESPACE);
    xml.writeStartElement("BkToCstmrStmt");
    xml.writeStartElement("GrpHdr");
    element("MsgId", id);
    element("CreDtTm", time(statement.createdAt()));
    xml.writeEndElement();
    xml.writeStartElement("Stmt");
    element("Id", id);
    element("CreDtTm", time(statement.createdAt()));
    xml.writeStartElement("FrToDt");
    element("FrDtTm", time(statement.period().from()));
    element("ToDtTm", time(statement.period().until()));
    xml.writeEndElement();
    account();
    balance("OPBD", statement.openingMinor(), statement.period().from());
    balance("CLBD", statement.closingMinor(), statement.period().until());
    for (StatementLine line : statement.lines()) {
      entry(line);
    }
    xml.writeEndDocument();
  }

  private void account() throws XMLStreamException {
    String path = statement.account().account().value();
    xml.writeStartElement("Acct");
    xml.writeStartElement("Id");
    xml.writeStartElement("Othr");
    element("Id", path.length() <= MAX_ACCOUNT ? path : DerivedId.of("acc", path));
    xml.writeEndElement();
    xml.writeEndElement();
    element("Ccy", currency.getCurrencyCode());
    element("Nm", cut(path, MAX_NAME));
    xml.writeEndElement();
  }

  private void balance(String code, BigInteger balanceMinor, Instant at) throws XMLStreamException {
    BigInteger credit = statement.credit(balanceMinor);
    xml.writeStartElement("Bal");
    xml.writeStartElement("Tp");
    xml.writeStartElement("CdOrPrtry");
    element("Cd", code);
    xml.writeEndElement();
    xml.writeEndElement();
    amount(credit.abs());
    element("CdtDbtInd", credit.signum() < 0 ? "DBIT" : "CRDT");
    moment("Dt", at);
    xml.writeEndElement();
  }

  private void entry(StatementLine line) throws XMLStreamException {
    xml.writeStartElement("Ntry");
    element("NtryRef", line.entry().value());
    amount(line.amountMinor());
    element("CdtDbtInd", line.side() == Side.CREDIT ? "CRDT" : "DBIT");
    xml.writeStartElement("Sts");
    element("Cd", "BOOK");
    xml.writeEndElement();
    moment("BookgDt", line.postedAt());
    moment("ValDt", line.postedAt());
    // One entry may have several postings to the account, each with a reference of its own.
    element("AcctSvcrRef", line.position() + "." + line.line());
    xml.writeStartElement("BkTxCd");
    xml.writeStartElement("Prtry");
    element("Cd", "ENTRY");
    xml.writeEndElement();
    xml.writeEndElement();
    if (!line.reference().isBlank()) {
      xml.writeStartElement("NtryDtls");
      xml.writeStartElement("TxDtls");
      xml.writeStartElement("Refs");
      element("EndToEndId", cut(line.reference(), MAX_REFERENCE));
      xml.writeEndElement();
      xml.writeEndElement();
      xml.writeEndElement();
    }
    if (!line.memo().isBlank()) {
      element("AddtlNtryInf", cut(line.memo(), MAX_INFORMATION));
    }
    xml.writeEndElement();
  }

  private void amount(BigInteger minorUnits) throws XMLStreamException {
    xml.writeStartElement("Amt");
    xml.writeAttribute("Ccy", currency.getCurrencyCode());
    xml.writeCharacters(Amounts.text(minorUnits, currency));
    xml.writeEndElement();
  }

  private void moment(String name, Instant at) throws XMLStreamException {
    xml.writeStartElement(name);
    element("DtTm", time(at));
    xml.writeEndElement();
  }

  private void element(String name, String text) throws XMLStreamException {
    xml.writeStartElement(name);
    xml.writeCharacters(text);
    xml.writeEndElement();
  }

  private static String time(Instant at) {
    return at.truncatedTo(ChronoUnit.MILLIS).toString();
  }

  /** Returns at most {@code length} characters, without those that XML 1.0 cannot have. */
  private static String cut(String text, int length) {
    String valid =
        text.replaceAll(
            "[^\\x09\\x0a\\x0d\\x20-\\ud7ff\\ue000-\\ufffd\\x{10000}-\\x{10ffff}]", "?");
    return valid.length() <= length
        ? valid
        : valid.substring(
            0, valid.offsetByCodePoints(0, Math.min(length, valid.codePointCount(0, length))));
  }
}
