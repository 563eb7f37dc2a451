package io.daybook.kyb.screening.list;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Consumer;
import javax.xml.stream.XMLStreamException;

/** The UK sanctions list in XML: a designation with its names, one after the other. */
final class UkXmlList implements ListReader {
  @Override
  public void read(ListSource source, Consumer<ListedEntity> sink) throws IOException {
    Xml.read(
        source,
        "Designations",
        xml ->
            xml.children(name -> {
              if (name.equals("Designation")) {
                sink.accept(entity(xml));
              }
            }));
  }

  private static ListedEntity entity(Xml xml) throws IOException, XMLStreamException {
    var id = new StringBuilder();
    var kind = new StringBuilder();
    var names = new ArrayList<Map<String, String>>();
    var scripts = new ArrayList<String>();
    var births = new ArrayList<String>();
    var countries = new ArrayList<String>();
    var numbers = new ArrayList<String>();
    xml.children(field -> {
      switch (field) {
        case "UniqueID" -> id.append(xml.text());
        case "IndividualEntityShip" -> kind.append(xml.text());
        case "Names" -> xml.children(_ -> names.add(xml.fields()));
        case "NonLatinNames" ->
            xml.children(_ -> scripts.add(xml.fields().getOrDefault("NameNonLatinScript", "")));
        case "IndividualDetails", "ShipDetails", "EntityDetails" ->
            details(xml, births, countries, numbers);
        default -> {}
      }
    });
    var entity = new EntityBuilder(id.toString());
    EntityBuilder.kindOf(kind.toString()).ifPresent(entity::kind);
    names.forEach(name -> entity.name(whole(name), isWeak(name)));
    scripts.forEach(name -> entity.name(name, false));
    births.forEach(entity::birthDate);
    countries.forEach(entity::countries);
    numbers.forEach(entity::identifier);
    return entity.build();
  }

  /** Details are nested to different depths; what counts are the innermost elements' names. */
  private static void details(
      Xml xml, List<String> births, List<String> countries, List<String> numbers)
      throws IOException, XMLStreamException {
    xml.children(name -> {
      switch (name) {
        case "DOB" -> births.add(xml.text());
        case "Nationality" -> countries.add(xml.text());
        case "PassportNumber",
            "NationalIdentifierNumber",
            "IMONumber",
            "BusinessRegistrationNumber" ->
            numbers.add(xml.text());
        default -> details(xml, births, countries, numbers);
      }
    });
  }

  private static String whole(Map<String, String> name) {
    var whole = new StringBuilder();
    for (int i = 1; i <= 6; i++) {
      whole.append(name.getOrDefault("Name" + i, "")).append(' ');
    }
    return whole.toString();
  }

  private static boolean isWeak(Map<String, String> name) {
    return name.getOrDefault("AliasStrength", "").toLowerCase(Locale.ROOT).contains("low");
  }
}
