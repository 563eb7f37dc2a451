package io.daybook.kyb.screening.list;

import io.daybook.kyb.screening.name.NameKind;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * OFAC's legacy files: {@code sdn.csv}, and beside it {@code alt.csv}, {@code add.csv} and {@code
 * sdn_comments.csv} if they are there. No header; "-0-" is nothing; byte 1A ends a file.
 */
final class OfacCsvList implements ListReader {
  private static final String NOTHING = "-0-";
  private static final Pattern BIRTH = Pattern.compile("DOB (?:circa )?([^;.]+)");
  private static final Pattern WALLET =
      Pattern.compile("Digital Currency Address - [A-Z0-9]+ ([A-Za-z0-9:]+)");
  private static final Pattern ALIAS =
      Pattern.compile("\\(?(?:a|f)\\.k\\.a\\. [\"']([^\"']+)[\"']\\)?");
  private static final Pattern COUNTRY =
      Pattern.compile("(?:nationality|citizen) ([A-Z][A-Za-z ,]+)");
  private static final Pattern NUMBER =
      Pattern.compile(
          "(?:Passport|National ID No\\.|Registration (?:ID|Number)|Tax ID No\\.|Vessel"
              + " Registration Identification IMO|IMO) ([A-Z0-9-]{4,})");

  @Override
  public void read(ListSource source, Consumer<ListedEntity> sink) throws IOException {
    var entities = new LinkedHashMap<String, EntityBuilder>();
    rows(source, 12, row -> main(row, entities));
    String name = String.valueOf(source.file().getFileName());
    optional(
        source,
        name,
        "alt",
        5,
        row -> {
          boolean isWeak = row.get(2).contains("weak") || row.get(4).contains("weak");
          known(entities, row).name(row.get(3), isWeak);
        });
    optional(source, name, "add", 6, row -> known(entities, row).countries(row.get(4)));
    optional(source, name, "sdn_comments", 2, row -> remarks(row.get(1), known(entities, row)));
    entities.values().forEach(entity -> sink.accept(entity.build()));
  }

  /** Reads a file beside the list whose name follows from the list's own. */
  private static void optional(
      ListSource source, String name, String part, int width, Consumer<List<String>> row)
      throws IOException {
    ListSource beside = source.beside(name.replaceFirst("(?i)sdn", part));
    if (!name.equals(part) && beside.exists() && !beside.equals(source)) {
      rows(beside, width, row);
    }
  }

  private static void rows(ListSource source, int width, Consumer<List<String>> consumer)
      throws IOException {
    try (var text = source.latin1()) {
      var csv = new Csv(text);
      boolean isEnded = false;
      for (var next = csv.next(); next.isPresent(); next = csv.next()) {
        List<String> row = next.get();
        boolean isBlank = row.size() == 1 && row.getFirst().replace("\u001a", "").isBlank();
        if (isBlank) {
          isEnded |= row.getFirst().contains("\u001a");
        } else if (row.size() < width || isEnded) {
          throw new ListRefused(
              "%s line %d: %d of %d values; the file is cut off"
                  .formatted(source.file().getFileName(), csv.line(), row.size(), width));
        } else {
          consumer.accept(row.stream().map(OfacCsvList::value).toList());
        }
      }
    }
  }

  private static String value(String raw) {
    String value = raw.strip();
    return value.equals(NOTHING) ? "" : value;
  }

  private static EntityBuilder known(Map<String, EntityBuilder> entities, List<String> row) {
    EntityBuilder entity = entities.get(row.getFirst());
    if (entity == null) {
      throw new ListRefused("an entry for " + row.getFirst() + ", which is not on the list");
    }
    return entity;
  }

  private static void main(List<String> row, Map<String, EntityBuilder> entities) {
    String id = row.getFirst();
    if (!id.matches("\\d{1,9}")) {
      throw new ListRefused("no number of an entry: " + id);
    }
    var entity = new EntityBuilder(id);
    if (entities.put(id, entity) != null) {
      throw new ListRefused("the entry " + id + " twice");
    }
    entity.kind(
        switch (row.get(2)) {
          case "individual" -> NameKind.PERSON;
          case "vessel", "aircraft" -> NameKind.OBJECT;
          default -> NameKind.ORGANISATION;
        });
    entity.name(row.get(1), false);
    entity.identifier(row.get(6));
    remarks(row.get(11), entity);
  }

  private static void remarks(String remarks, EntityBuilder entity) {
    each(BIRTH, remarks, entity::birthDate);
    each(WALLET, remarks, entity::wallet);
    each(ALIAS, remarks, alias -> entity.name(alias, true));
    each(COUNTRY, remarks, entity::countries);
    each(NUMBER, remarks, entity::identifier);
  }

  private static void each(Pattern pattern, String text, Consumer<String> found) {
    Matcher matcher = pattern.matcher(text);
    while (matcher.find()) {
      found.accept(matcher.group(1));
    }
  }
}
