package io.daybook.api;

import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Reads the first column of the guide's table of resources, which abbreviates. */
final class GuideRoutes {
  private static final Pattern VARIABLE = Pattern.compile("\\{[^}]*}");

  private GuideRoutes() {}

  /** Returns those of {@code operations} that {@code cell} names: {@code `GET /orders[/{id}]`}. */
  static List<String> of(String cell, Set<String> operations) {
    String method = cell.substring(1, cell.indexOf(' '));
    List<String> named =
        Stream.of(cell.substring(cell.indexOf(' ')).replaceAll("[`⚷ ]", "").split(","))
            .flatMap(GuideRoutes::expand)
            .map(path -> Pattern.quote(VARIABLE.matcher(path).replaceAll("{}")))
            .map(path -> path.replace("…", "\\E.*\\Q"))
            .map(path -> path.startsWith("\\Q\\E.*") ? path : "\\Q/api/v1\\E" + path)
            .map(path -> method + " " + path)
            .toList();
    List<String> found =
        operations.stream()
            .filter(operation ->
                named.stream().anyMatch(VARIABLE.matcher(operation).replaceAll("{}")::matches))
            .toList();
    if (found.size() < named.size()) {
      throw new AssertionError(cell + " names " + named + ", there is " + found);
    }
    return found;
  }

  /** Opens brackets: {@code /a[/b[/c]]} is {@code /a}, {@code /a/b} and {@code /a/b/c}. */
  private static Stream<String> expand(String path) {
    int open = path.indexOf('[');
    if (open < 0) {
      return Stream.of(path);
    }
    String rest = path.substring(open + 1, path.lastIndexOf(']'));
    String before = path.substring(0, open);
    return Stream.concat(Stream.of(before), expand(before + rest));
  }
}
