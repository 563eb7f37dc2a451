package io.daybook.kyb.screening.list;

import io.daybook.kyb.screening.name.NameKind;
import java.io.IOException;
import java.io.StringReader;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * A table with a header and one entity a row: OpenSanctions' {@code targets.simple.csv}, and lists
 * of one's own. Needed are the columns {@code id} and {@code name}; cells with many values separate
 * them by ";".
 */
final class SimpleCsvList implements ListReader {
  private static final String[] ID = {"id", "entity_id", "uid", "ent_num", "reference"};
  private static final String[] NAME = {"name", "caption", "full_name", "primary_name"};

  @Override
  public void read(ListSource source, Consumer<ListedEntity> sink) throws IOException {
    try (var text = source.text()) {
      var csv = new Csv(text);
      var header = new Header(csv.next().orElseThrow(() -> new ListRefused("an empty file")));
      if (!header.has(ID) || !header.has(NAME)) {
        throw new ListRefused("line 1: needs the columns id and name");
      }
      int width = header.size();
      for (var row = csv.next(); row.isPresent(); row = csv.next()) {
        List<String> values = row.get();
        boolean isBlank = values.size() == 1 && values.getFirst().isBlank();
        if (!isBlank && values.size() < width) {
          throw new ListRefused(
              "line %d: %d of %d values; the file is cut off"
                  .formatted(csv.line(), values.size(), width));
        }
        if (!isBlank) {
          entity(header, values).ifPresent(sink);
        }
      }
    }
  }

  private static Optional<ListedEntity> entity(Header header, List<String> row) throws IOException {
    String type = header.value(row, "schema", "type", "kind", "entity_type");
    Optional<NameKind> kind = EntityBuilder.kindOf(type);
    if (kind.isEmpty()) {
      return Optional.empty();
    }
    var entity = new EntityBuilder(header.value(row, ID));
    entity.kind(kind.get());
    entity.name(header.value(row, NAME), false);
    for (String alias :
        cell(header.value(row, "aliases", "alias", "aka", "alt_names", "other_names"))) {
      entity.name(alias, false);
    }
    for (String alias : cell(header.value(row, "weak_aliases", "weakAlias"))) {
      entity.name(alias, true);
    }
    cell(header.value(row, "birth_date", "dob", "date_of_birth")).forEach(entity::birthDate);
    cell(header.value(row, "countries", "country", "nationality")).forEach(entity::countries);
    for (String number : cell(header.value(row, "identifiers", "identifier", "imo"))) {
      entity.identifier(number);
      entity.wallet(type.equals("CryptoWallet") ? number : "");
    }
    cell(header.value(row, "wallets", "wallet")).forEach(entity::wallet);
    if (!entity.hasNames()) {
      entity.name(header.value(row, ID), true);
    }
    return Optional.of(entity.build());
  }

  /** A cell is itself a row of values that are separated by ";". */
  private static List<String> cell(String cell) throws IOException {
    if (cell.isEmpty()) {
      return List.of();
    }
    if (cell.indexOf(';') < 0 && cell.indexOf('"') < 0) {
      return List.of(cell);
    }
    return new Csv(new StringReader(cell.replace('\n', ' ')), ';').next().orElse(List.of());
  }
}
