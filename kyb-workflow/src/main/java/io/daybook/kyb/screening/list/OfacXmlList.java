package io.daybook.kyb.screening.list;

import io.daybook.kyb.screening.name.NameKind;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import javax.xml.stream.XMLStreamException;

/**
 * OFAC's list in the Advanced Sanctions Data Model (XML). Everything in it refers to reference
 * values by id, which therefore are read first.
 */
final class OfacXmlList implements ListReader {
  @Override
  public void read(ListSource source, Consumer<ListedEntity> sink) throws IOException {
    var reading = new Reading();
    Xml.read(
        source,
        "Sanctions",
        xml ->
            xml.children(name -> {
              switch (name) {
                case "ReferenceValueSets" -> xml.children(set -> reading.references(xml, set));
                case "IDRegDocuments" -> xml.children(_ -> reading.document(xml));
                case "DistinctParties" -> xml.children(_ -> reading.party(xml));
                default -> {}
              }
            }));
    reading.finish(sink);
  }

  /** What was read so far. Documents may come before or after the parties that they belong to. */
  private static final class Reading {
    private final Map<String, String> values = new HashMap<>();
    private final Map<String, String> kinds = new HashMap<>();
    private final Map<String, List<String>> documentsByIdentity = new HashMap<>();
    private final Map<String, EntityBuilder> parties = new LinkedHashMap<>();
    private final Map<String, Set<String>> identitiesByParty = new HashMap<>();

    /** Keeps the sets' texts by the set's name and the value's id. */
    void references(Xml xml, String set) throws IOException, XMLStreamException {
      String kind = set.replaceFirst("Values$", "");
      xml.children(_ -> {
        String id = kind + " " + xml.attribute("ID");
        String type = xml.attribute("PartyTypeID");
        kinds.put(id, type);
        values.put(id, xml.text());
      });
    }

    private String value(String kind, String id) {
      return values.getOrDefault(kind + " " + id, "").toLowerCase(Locale.ROOT);
    }

    void document(Xml xml) throws IOException, XMLStreamException {
      String identity = xml.attribute("IdentityID");
      xml.children(name -> {
        if (name.equals("IDRegistrationNo")) {
          documentsByIdentity.computeIfAbsent(identity, _ -> new ArrayList<>()).add(xml.text());
        }
      });
    }

    void party(Xml xml) throws IOException, XMLStreamException {
      String id = xml.attribute("FixedRef");
      if (parties.containsKey(id)) {
        throw new ListRefused("the party " + id + " twice");
      }
      var entity = new EntityBuilder(id);
      parties.put(id, entity);
      xml.children(name -> {
        if (name.equals("Profile")) {
          profile(xml, id, entity);
        }
      });
    }

    private void profile(Xml xml, String party, EntityBuilder entity)
        throws IOException, XMLStreamException {
      entity.kind(kind(xml.attribute("PartySubTypeID")));
      xml.children(name -> {
        if (name.equals("Identity")) {
          identitiesByParty.computeIfAbsent(party, _ -> new HashSet<>()).add(xml.attribute("ID"));
          identity(xml, entity);
        } else if (name.equals("Feature")) {
          feature(xml, entity);
        }
      });
    }

    private NameKind kind(String subType) {
      String type = value("PartyType", kinds.getOrDefault("PartySubType " + subType, ""));
      String sub = value("PartySubType", subType);
      String words = type + " " + sub;
      if (words.contains("individual")) {
        return NameKind.PERSON;
      }
      if (words.contains("vessel") || words.contains("aircraft") || words.contains("transport")) {
        return NameKind.OBJECT;
      }
      return words.contains("entity") ? NameKind.ORGANISATION : NameKind.UNKNOWN;
    }

    private void identity(Xml xml, EntityBuilder entity) throws IOException, XMLStreamException {
      xml.children(name -> {
        if (name.equals("Alias")) {
          boolean isWeak = xml.attribute("LowQuality").equalsIgnoreCase("true");
          xml.children(inner -> {
            if (inner.equals("DocumentedName")) {
              entity.name(documentedName(xml), isWeak);
            }
          });
        }
      });
    }

    /** The family name stands first, as in "LAST, First"; parts are compared in any order. */
    private static String documentedName(Xml xml) throws IOException, XMLStreamException {
      var parts = new StringBuilder();
      xml.children(name -> {
        if (name.equals("DocumentedNamePart")) {
          parts.append(xml.text()).append(' ');
        }
      });
      return parts.toString();
    }

    private void feature(Xml xml, EntityBuilder entity) throws IOException, XMLStreamException {
      String type = value("FeatureType", xml.attribute("FeatureTypeID"));
      var date = new StringBuilder();
      var detail = new StringBuilder();
      xml.children(name -> {
        if (name.equals("FeatureVersion")) {
          xml.children(inner -> {
            if (inner.equals("DatePeriod")) {
              date.append(firstDate(xml));
            } else if (inner.equals("VersionDetail")) {
              detail.append(xml.text());
            }
          });
        }
      });
      if (type.contains("birthdate")) {
        entity.birthDate(date.toString());
      } else if (type.startsWith("digital currency")) {
        entity.wallet(detail.toString());
      } else if (type.contains("nationality") || type.contains("citizenship")) {
        entity.countries(detail.toString());
      } else if (type.contains("imo") || type.contains("registration")) {
        entity.identifier(detail.toString());
      }
    }

    private static String firstDate(Xml xml) throws IOException, XMLStreamException {
      var found = new StringBuilder();
      xml.children(name -> {
        if (name.equals("Start") && found.isEmpty()) {
          xml.children(from -> {
            if (from.equals("From")) {
              Map<String, String> date = xml.fields();
              found.append(
                  "%s-%2s-%2s"
                      .formatted(
                          date.getOrDefault("Year", ""),
                          date.getOrDefault("Month", ""),
                          date.getOrDefault("Day", ""))
                      .replace(' ', '0'));
            }
          });
        }
      });
      return found.toString();
    }

    void finish(Consumer<ListedEntity> sink) {
      parties.forEach((id, entity) -> {
        for (String identity : identitiesByParty.getOrDefault(id, Set.of())) {
          documentsByIdentity.getOrDefault(identity, List.of()).forEach(entity::identifier);
        }
        sink.accept(entity.build());
      });
    }
  }
}
