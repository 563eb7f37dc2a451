package io.daybook.kyb.screening.list;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;

/** Tells a list's format from its name and its first bytes. */
final class ListFormatGuess {
  private static final int LOOKED_AT = 8_192;

  private ListFormatGuess() {}

  static ListFormat of(ListSource source) {
    String start;
    try (var bytes = source.bytes()) {
      start = new String(bytes.readNBytes(LOOKED_AT), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    String text = start.replaceFirst("^\\uFEFF", "").stripLeading();
    if (text.startsWith("<")) {
      return ofXml(text);
    }
    if (text.startsWith("{")) {
      return ListFormat.FTM_JSON;
    }
    String head = text.toLowerCase(Locale.ROOT);
    if (head.contains("name 6") && (head.contains("group id") || head.contains("unique id"))) {
      return ListFormat.UK_CSV;
    }
    return text.matches("(?s)\\d+,\".*") ? ListFormat.OFAC_CSV : ListFormat.SIMPLE_CSV;
  }

  private static ListFormat ofXml(String text) {
    String elements = text.replaceAll("(?s)<[?!].*?>", "").stripLeading();
    String root = elements.replaceFirst("(?s)^<(?:\\w+:)?(\\w+).*", "$1");
    return switch (root) {
      case "Sanctions" -> ListFormat.OFAC_XML;
      case "CONSOLIDATED_LIST" -> ListFormat.UN_XML;
      case "export" -> ListFormat.EU_XML;
      case "Designations" -> ListFormat.UK_XML;
      default -> throw new ListRefused("an XML file of no known list");
    };
  }
}
