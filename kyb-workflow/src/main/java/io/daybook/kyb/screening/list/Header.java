package io.daybook.kyb.screening.list;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** The names of a file's columns, in any case; blanks, hyphens and underscores do not count. */
public final class Header {
  private final Map<String, Integer> columns = new HashMap<>();

  /** Takes the file's first record. */
  public Header(List<String> record) {
    for (int i = 0; i < record.size(); i++) {
      columns.putIfAbsent(plain(record.get(i)), i);
    }
  }

  private static String plain(String name) {
    return name.toLowerCase(Locale.ROOT).replaceAll("[^\\p{L}\\p{Nd}]", "");
  }

  /** Tells whether one of the names is a column. */
  public boolean has(String... names) {
    return at(names) >= 0;
  }

  /** The first of the named columns' value in a record, without blanks around; empty if absent. */
  public String value(List<String> record, String... names) {
    int at = at(names);
    return at >= 0 && at < record.size() ? record.get(at).strip() : "";
  }

  private int at(String... names) {
    for (String name : names) {
      Integer at = columns.get(plain(name));
      if (at != null) {
        return at;
      }
    }
    return -1;
  }

  /** The number of columns. */
  public int size() {
    return columns.size();
  }
}
