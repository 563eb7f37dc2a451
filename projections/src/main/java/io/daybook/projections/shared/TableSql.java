package io.daybook.projections.shared;

import io.daybook.projections.shared.Table.Field;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;

/** The statements of one table; each takes any number of rows, one array for each column. */
record TableSql(String load, String insert, String update, String delete) {
  static TableSql of(Table table) {
    List<Field> all = table.fields();
    List<Field> keys = table.keyFields();
    String rows =
        " from unnest(%s) as r(%s)"
            .formatted(join(all, f -> f.type().placeholder()), join(all, Field::name));
    String owner = all.getFirst().name();
    return new TableSql(
        // Locked, because an erasure writes to the same rows.
        "select %s from %s t join unnest(%s) as r(%s) on %s for update of t"
            .formatted(
                join(all, f -> "t." + f.name()),
                table.name(),
                join(keys, f -> f.type().placeholder()),
                join(keys, Field::name),
                sameKey(keys)),
        "insert into %s (%s) select %s%s on conflict do nothing"
            .formatted(table.name(), join(all, Field::name), join(all, TableSql::value), rows),
        "update %s t set %s%s where %s"
            .formatted(
                table.name(),
                join(all.subList(keys.size(), all.size()), f -> f.name() + " = " + value(f)),
                rows,
                sameKey(keys)),
        "delete from %s where %s = any(?::text[])".formatted(table.name(), owner));
  }

  private static String value(Field field) {
    return field.type().cast("r." + field.name());
  }

  private static String sameKey(List<Field> keys) {
    return keys.stream()
        .map(key -> "t.%s = r.%s".formatted(key.name(), key.name()))
        .collect(Collectors.joining(" and "));
  }

  private static String join(List<Field> fields, Function<Field, String> part) {
    return fields.stream().map(part).collect(Collectors.joining(", "));
  }
}
