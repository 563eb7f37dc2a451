package io.daybook.reconciliation;

import java.io.StringReader;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.jspecify.annotations.Nullable;

/**
 * Reads the booked entries of ISO 20022 camt.053 statements of any version. Document type
 * declarations and external entities are refused.
 */
final class CamtStatement {
  private static final String NAMESPACE = "urn:iso:std:iso:20022:tech:xsd:camt.053.001.";

  private final XMLStreamReader xml;
  private final Currency currency;
  private final List<String> path = new ArrayList<>();
  private final List<ExternalLine> lines = new ArrayList<>();

  private String amount = "";
  private String indicator = "";
  private String status = "";
  private String date = "";
  private String endToEnd = "";
  private String servicer = "";
  private @Nullable String foreign;

  private CamtStatement(XMLStreamReader xml, Currency currency) {
    this.xml = xml;
    this.currency = currency;
  }

  static List<ExternalLine> parse(String text, Currency currency) throws StatementMalformed {
    try {
      XMLInputFactory factory = XMLInputFactory.newFactory();
      factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
      factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
      factory.setProperty(XMLInputFactory.IS_COALESCING, true);
      var statement =
          new CamtStatement(factory.createXMLStreamReader(new StringReader(text)), currency);
      statement.read();
      return statement.lines;
    } catch (XMLStreamException e) {
      throw new StatementMalformed("line " + line(e), "this is no XML without a DTD");
    }
  }

  private static int line(XMLStreamException e) {
    return e.getLocation() == null ? 1 : e.getLocation().getLineNumber();
  }

  private void read() throws XMLStreamException, StatementMalformed {
    boolean isCamt = false;
    while (xml.hasNext()) {
      switch (xml.next()) {
        case XMLStreamConstants.DTD -> throw new XMLStreamException("DTD", xml.getLocation());
        case XMLStreamConstants.START_ELEMENT -> {
          isCamt = isCamt || String.valueOf(xml.getNamespaceURI()).startsWith(NAMESPACE);
          start(xml.getLocalName());
        }
        case XMLStreamConstants.CHARACTERS -> text(xml.getText().strip());
        case XMLStreamConstants.END_ELEMENT -> end(path.removeLast());
        default -> {
          // Comments and the like.
        }
      }
    }
    if (!isCamt) {
      throw new StatementMalformed("line 1", "this is no camt.053 document");
    }
  }

  private void start(String name) {
    path.add(name);
    if (name.equals("Ntry")) {
      amount = "";
      indicator = "";
      status = "";
      date = "";
      endToEnd = "";
      servicer = "";
      foreign = null;
    }
    if (isAt("Ntry", "Amt")) {
      String code = xml.getAttributeValue(null, "Ccy");
      foreign = currency.getCurrencyCode().equals(code) ? null : code;
    }
  }

  private void text(String text) {
    if (text.isEmpty()) {
      return;
    }
    if (isAt("Ntry", "Amt")) {
      amount = text;
    } else if (isAt("Ntry", "CdtDbtInd")) {
      indicator = text;
    } else if (isAt("Ntry", "Sts") || isAt("Ntry", "Sts", "Cd")) {
      status = text;
    } else if (isAt("Ntry", "BookgDt", "Dt") || isAt("Ntry", "BookgDt", "DtTm")) {
      date = text;
    } else if (isAt("Refs", "EndToEndId")) {
      endToEnd = text;
    } else if (isAt("Ntry", "AcctSvcrRef") || isAt("Ntry", "NtryRef")) {
      servicer = text;
    }
  }

  private void end(String name) throws StatementMalformed {
    if (!name.equals("Ntry") || !status.equals("BOOK")) {
      return;
    }
    String where = "line " + xml.getLocation().getLineNumber();
    if (foreign != null) {
      throw new StatementMalformed(where, "the account is in " + currency);
    }
    long minorUnits = ExternalAmount.parse(amount, currency, where);
    LocalDate booked = CsvStatement.date(date, where);
    String reference = Reference.of(endToEnd);
    lines.add(
        new ExternalLine(
            reference.isEmpty() ? Reference.of(servicer) : reference,
            booked,
            switch (indicator) {
              case "CRDT" -> minorUnits;
              case "DBIT" -> -minorUnits;
              default -> throw new StatementMalformed(where, "CdtDbtInd is CRDT or DBIT");
            }));
  }

  private boolean isAt(String... last) {
    int size = path.size();
    return size >= last.length && path.subList(size - last.length, size).equals(List.of(last));
  }
}
