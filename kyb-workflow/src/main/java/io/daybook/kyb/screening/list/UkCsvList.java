package io.daybook.kyb.screening.list;

import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * The lists of the United Kingdom as CSV: OFSI's consolidated list, grouped by "Group ID", and the
 * UK sanctions list, grouped by "Unique ID". Each row is one name of an entry; a line with the date
 * of publication may stand before the header.
 */
final class UkCsvList implements ListReader {
  @Override
  public void read(ListSource source, Consumer<ListedEntity> sink) throws IOException {
    var entities = new LinkedHashMap<String, EntityBuilder>();
    try (var text = source.text()) {
      var csv = new Csv(text);
      Header header = null;
      for (var row = csv.next(); row.isPresent(); row = csv.next()) {
        List<String> values = row.get();
        if (header == null) {
          var named = new Header(values);
          header = named.has("Group ID", "Unique ID") && named.has("Name 6") ? named : null;
          refuseLateHeader(header, csv.line());
        } else if (values.size() > 1 || !values.getFirst().isBlank()) {
          add(header, values, csv.line(), entities);
        }
      }
    }
    entities.values().forEach(entity -> sink.accept(entity.build()));
  }

  private static void refuseLateHeader(@Nullable Header header, long line) {
    if (header == null && line > 5) {
      throw new ListRefused("no header with Name 6 and Group ID or Unique ID in the first lines");
    }
  }

  private static void add(
      Header header, List<String> row, long line, Map<String, EntityBuilder> entities) {
    if (row.size() < header.size()) {
      throw new ListRefused(
          "line %d: %d of %d values; the file is cut off"
              .formatted(line, row.size(), header.size()));
    }
    String id = header.value(row, "Unique ID", "Group ID");
    EntityBuilder entity = entities.computeIfAbsent(id, EntityBuilder::new);
    String type = header.value(row, "Individual, Entity, Ship", "Designation Type", "Group Type");
    EntityBuilder.kindOf(type).ifPresent(entity::kind);
    entity.name(name(header, row), isWeak(header, row));
    entity.name(header.value(row, "Name Non-Latin Script", "Name non-latin script"), false);
    for (String date : header.value(row, "D.O.B", "DOB").split("\\|", -1)) {
      entity.birthDate(date);
    }
    entity.countries(header.value(row, "Nationality", "Nationality(/ies)").replace('|', ';'));
    entity.identifier(header.value(row, "Passport Number", "Passport Details"));
    entity.identifier(header.value(row, "National Identifier number", "NI Number"));
    entity.identifier(header.value(row, "IMO number"));
    entity.identifier(header.value(row, "Business registration number (s)"));
  }

  private static boolean isWeak(Header header, List<String> row) {
    String strength = header.value(row, "Alias strength", "AliasQuality", "Alias Quality");
    return strength.toLowerCase(Locale.ROOT).contains("low")
        || strength.toLowerCase(Locale.ROOT).contains("poor");
  }

  /** Given names stand in the columns 1 to 5, the family name or whole name in 6. */
  private static String name(Header header, List<String> row) {
    var name = new StringBuilder();
    for (int i = 1; i <= 6; i++) {
      name.append(header.value(row, "Name " + i)).append(' ');
    }
    return name.toString();
  }
}
