package io.daybook.kyb.screening.list;

import io.daybook.kyb.screening.name.NameKind;
import java.io.IOException;
import java.util.function.Consumer;
import javax.xml.stream.XMLStreamException;

/** The consolidated financial sanctions file of the European Union, in XML 1.1. */
final class EuXmlList implements ListReader {
  @Override
  public void read(ListSource source, Consumer<ListedEntity> sink) throws IOException {
    Xml.read(
        source,
        "export",
        xml ->
            xml.children(name -> {
              if (name.equals("sanctionEntity")) {
                sink.accept(entity(xml));
              }
            }));
  }

  private static ListedEntity entity(Xml xml) throws IOException, XMLStreamException {
    String reference = xml.attribute("euReferenceNumber");
    var entity = new EntityBuilder(reference.isEmpty() ? xml.attribute("logicalId") : reference);
    xml.children(name -> {
      switch (name) {
        case "subjectType" ->
            entity.kind(kind(xml.attribute("classificationCode") + xml.attribute("code")));
        case "nameAlias" -> addName(xml, entity);
        case "birthdate" -> {
          String date = xml.attribute("birthdate");
          entity.birthDate(date.isEmpty() ? xml.attribute("year") : date);
          entity.countries(xml.attribute("countryIso2Code"));
        }
        case "citizenship" -> entity.countries(xml.attribute("countryIso2Code"));
        case "identification" -> entity.identifier(xml.attribute("number"));
        default -> {}
      }
    });
    return entity.build();
  }

  private static void addName(Xml xml, EntityBuilder entity) {
    boolean isWeak = xml.attribute("strong").equalsIgnoreCase("false");
    String whole = xml.attribute("wholeName");
    String parts =
        xml.attribute("firstName")
            + " "
            + xml.attribute("middleName")
            + " "
            + xml.attribute("lastName");
    entity.name(whole.isEmpty() ? parts : whole, isWeak);
  }

  /** "P" and "person", "E" and "enterprise". */
  private static NameKind kind(String code) {
    return code.startsWith("P") || code.contains("person")
        ? NameKind.PERSON
        : NameKind.ORGANISATION;
  }
}
