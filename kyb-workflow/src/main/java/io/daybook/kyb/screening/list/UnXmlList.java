package io.daybook.kyb.screening.list;

import io.daybook.kyb.screening.name.NameKind;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import javax.xml.stream.XMLStreamException;

/** The consolidated list of the Security Council of the United Nations, in XML. */
final class UnXmlList implements ListReader {
  private static final List<String> NAME_PARTS =
      List.of("FIRST_NAME", "SECOND_NAME", "THIRD_NAME", "FOURTH_NAME");

  @Override
  public void read(ListSource source, Consumer<ListedEntity> sink) throws IOException {
    Xml.read(
        source,
        "CONSOLIDATED_LIST",
        xml ->
            xml.children(group -> {
              if (group.equals("INDIVIDUALS") || group.equals("ENTITIES")) {
                xml.children(_ -> sink.accept(entity(xml, group.equals("INDIVIDUALS"))));
              }
            }));
  }

  private static ListedEntity entity(Xml xml, boolean isPerson)
      throws IOException, XMLStreamException {
    var draft = new Draft(isPerson ? NameKind.PERSON : NameKind.ORGANISATION);
    xml.children(name -> {
      switch (name) {
        case "INDIVIDUAL_ALIAS", "ENTITY_ALIAS" -> draft.alias(xml.fields());
        case "INDIVIDUAL_DATE_OF_BIRTH" -> draft.birth(xml.fields());
        case "NATIONALITY" -> xml.children(_ -> draft.countries.append(';').append(xml.text()));
        case "INDIVIDUAL_DOCUMENT" -> draft.document(xml.fields());
        default -> draft.fields.put(name, xml.text());
      }
    });
    return draft.finish();
  }

  /** An entry whose id may come after what belongs to it. */
  private static final class Draft {
    private final NameKind kind;
    private final Map<String, String> fields = new HashMap<>();
    private final Map<String, Boolean> aliases = new LinkedHashMap<>();
    private final List<String> births = new ArrayList<>();
    private final List<String> documents = new ArrayList<>();
    private final StringBuilder countries = new StringBuilder();

    Draft(NameKind kind) {
      this.kind = kind;
    }

    /** The United Nations call an alias good or low; a low one must not alert alone. */
    void alias(Map<String, String> alias) {
      boolean isWeak = alias.getOrDefault("QUALITY", "").equalsIgnoreCase("low");
      aliases.merge(alias.getOrDefault("ALIAS_NAME", ""), isWeak, Boolean::logicalAnd);
    }

    void birth(Map<String, String> birth) {
      for (String field : List.of("DATE", "YEAR")) {
        births.add(birth.getOrDefault(field, ""));
      }
      String from = birth.getOrDefault("FROM_YEAR", "");
      String to = birth.getOrDefault("TO_YEAR", "");
      if (from.matches("\\d{4}") && to.matches("\\d{4}")) {
        int last = Math.min(Integer.parseInt(to), Integer.parseInt(from) + 100);
        for (int year = Integer.parseInt(from); year <= last; year++) {
          births.add(String.valueOf(year));
        }
      }
    }

    void document(Map<String, String> document) {
      documents.add(document.getOrDefault("NUMBER", ""));
    }

    ListedEntity finish() {
      String id = fields.getOrDefault("REFERENCE_NUMBER", "");
      var entity = new EntityBuilder(id.isBlank() ? fields.getOrDefault("DATAID", "") : id);
      entity.kind(kind);
      var name = new StringBuilder();
      NAME_PARTS.forEach(part -> name.append(fields.getOrDefault(part, "")).append(' '));
      entity.name(name.toString(), false);
      entity.name(fields.getOrDefault("NAME_ORIGINAL_SCRIPT", ""), false);
      aliases.forEach((alias, isWeak) -> {
        for (String one : alias.split(";", -1)) {
          entity.name(one, isWeak);
        }
      });
      births.forEach(entity::birthDate);
      documents.forEach(entity::identifier);
      entity.countries(countries.toString());
      return entity.build();
    }
  }
}
