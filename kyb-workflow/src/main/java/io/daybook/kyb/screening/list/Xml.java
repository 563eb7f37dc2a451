package io.daybook.kyb.screening.list;

import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.util.HashMap;
import java.util.Map;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/**
 * Walks through an XML file element by element, in constant memory.
 *
 * <p>A document type, and with it every entity, is refused. Names are without their namespace's
 * prefix.
 */
final class Xml implements AutoCloseable {
  private static final int DEEPEST = 64;
  private static final int LONGEST_TEXT = 1 << 20;

  private final XMLStreamReader reader;
  private int depth;

  /** Hears each element inside another. */
  @FunctionalInterface
  interface Child {
    /** Takes the element; what of it is not read is skipped. */
    void at(String name) throws IOException, XMLStreamException;
  }

  /** Reads a whole document. */
  @FunctionalInterface
  interface Document {
    /** Takes the document, which stands at its root element. */
    void at(Xml xml) throws IOException, XMLStreamException;
  }

  private Xml(XMLStreamReader reader) {
    this.reader = reader;
  }

  /**
   * Opens a file, checks the root element's name and has the document read to its end.
   *
   * @throws ListRefused if it is not well-formed or has another root
   */
  static void read(ListSource source, String root, Document document) throws IOException {
    try (var text = source.declaredText();
        var xml = new Xml(factory().createXMLStreamReader(text))) {
      if (xml.reader.nextTag() != XMLStreamConstants.START_ELEMENT || !xml.name().equals(root)) {
        throw new ListRefused("the root element is " + xml.name() + ", not " + root);
      }
      document.at(xml);
      while (xml.reader.hasNext()) {
        xml.reader.next();
      }
    } catch (XMLStreamException e) {
      if (e.getNestedException() instanceof CharacterCodingException damaged) {
        throw damaged;
      }
      int line = e.getLocation() == null ? 0 : e.getLocation().getLineNumber();
      String reason = String.valueOf(e.getMessage()).replaceAll("(?s)^.*Message: ", "");
      throw new ListRefused("line %d: not well-formed: %s".formatted(line, reason), e);
    }
  }

  private static XMLInputFactory factory() {
    XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
    factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
    factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
    factory.setProperty(XMLInputFactory.IS_REPLACING_ENTITY_REFERENCES, false);
    factory.setProperty(XMLInputFactory.IS_COALESCING, true);
    return factory;
  }

  String name() {
    return reader.hasName() ? reader.getLocalName() : "nothing";
  }

  /** The attribute's value, or an empty text. */
  String attribute(String name) {
    String value = reader.getAttributeValue(null, name);
    return value == null ? "" : value.strip();
  }

  /** Hands over each element directly inside the present one, and leaves it. */
  void children(Child child) throws IOException, XMLStreamException {
    if (++depth > DEEPEST) {
      throw new ListRefused("elements more than %d deep".formatted(DEEPEST));
    }
    while (next() != XMLStreamConstants.END_ELEMENT) {
      if (reader.isStartElement()) {
        String name = name();
        child.at(name);
        if (reader.isStartElement()) {
          skip();
        }
      }
    }
    depth--;
    // Stand on what is no start, so that the caller sees that the element was read.
  }

  private int next() throws XMLStreamException {
    int event = reader.next();
    if (event == XMLStreamConstants.DTD || event == XMLStreamConstants.ENTITY_REFERENCE) {
      throw new ListRefused("a document type or entity, which no list needs");
    }
    return event;
  }

  /** The text of the present element and all inside it; leaves it. */
  String text() throws IOException, XMLStreamException {
    var text = new StringBuilder();
    int open = 1;
    while (open > 0) {
      int event = next();
      switch (event) {
        case XMLStreamConstants.START_ELEMENT -> open++;
        case XMLStreamConstants.END_ELEMENT -> open--;
        case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA, XMLStreamConstants.SPACE ->
            append(text);
        default -> {}
      }
      if (open > DEEPEST) {
        throw new ListRefused("elements more than %d deep".formatted(DEEPEST));
      }
    }
    return text.toString().strip();
  }

  private void append(StringBuilder text) {
    text.append(reader.getText());
    if (text.length() > LONGEST_TEXT) {
      throw new ListRefused("a text of more than %d characters".formatted(LONGEST_TEXT));
    }
  }

  private void skip() throws XMLStreamException {
    int open = 1;
    while (open > 0) {
      int event = next();
      open += event == XMLStreamConstants.START_ELEMENT ? 1 : 0;
      open -= event == XMLStreamConstants.END_ELEMENT ? 1 : 0;
    }
  }

  /**
   * The texts of the elements directly inside the present one, by name; the last of a name counts.
   */
  Map<String, String> fields() throws IOException, XMLStreamException {
    var fields = new HashMap<String, String>();
    children(name -> fields.put(name, text()));
    return fields;
  }

  @Override
  public void close() throws XMLStreamException {
    reader.close();
  }
}
