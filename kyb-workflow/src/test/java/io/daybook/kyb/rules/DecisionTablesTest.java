package io.daybook.kyb.rules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Each table against its cases, {@code <id>.csv}: the inputs, the rules that hit, and the outputs
 * of the first of them. And against all inputs that can make a difference.
 */
class DecisionTablesTest {
  private static final Pattern TEXT = Pattern.compile("\"([^\"]*)\"");
  private static final Pattern NUMBER = Pattern.compile("[0-9]+");

  @ParameterizedTest
  @ValueSource(
      strings = {
        "country-risk",
        "required-documents",
        "review-frequency",
        "risk-band",
        "risk-factors",
        "route",
        "screening-disposition",
        "service-level",
        "ubo-threshold"
      })
  void decidesAsItsCasesSay(String id) {
    DecisionTable table = DecisionTable.load(id);
    Set<String> hit = new TreeSet<>();
    for (NamedCsvRecord line : cases(id)) {
      Ruling ruling = table.decide(inputs(table, line));
      assertThat(String.join(" ", ruling.by().rules()))
          .as(line.toString())
          .isEqualTo(line.getField("rules"));
      for (String output : table.text().outputs()) {
        String expected = line.getField(output);
        String actual =
            ruling.hits().isEmpty()
                ? ""
                : String.valueOf(ruling.hits().getFirst().outputs().get(output));
        assertThat(actual).as(line.toString()).isEqualTo(expected);
      }
      hit.addAll(ruling.by().rules());
    }

    assertThat(hit)
        .as("every rule is hit by a case")
        .containsExactlyInAnyOrderElementsOf(
            table.text().rows().stream().map(TableText.Row::rule).toList());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "country-risk",
        "review-frequency",
        "risk-band",
        "route",
        "screening-disposition",
        "service-level",
        "ubo-threshold"
      })
  void hasNeitherGapsNorOverlaps(String id) {
    DecisionTable table = DecisionTable.load(id);
    assertThat(table.text().isUnique()).isTrue();

    for (Map<String, Object> inputs : combinations(table.text())) {
      // The engine itself refuses an overlap.
      assertThat(table.decide(inputs).by().rules()).as(inputs.toString()).hasSize(1);
    }
  }

  /** Whoever changes a table gives it another version, and writes both down here. */
  @Test
  void changesNoTableWithoutAnotherVersion() {
    for (NamedCsvRecord line : cases("versions")) {
      DecisionTable table = DecisionTable.load(line.getField("table"));
      assertThat(table.version() + " " + table.sha256())
          .as(table.id())
          .isEqualTo(line.getField("version") + " " + line.getField("sha256"));
    }
    assertThat(cases("versions")).hasSize(9);
  }

  @Test
  void refusesATableThatDoesNotExist() {
    assertThatThrownBy(() -> DecisionTable.load("no-such-table"))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void refusesToDecideWithoutAnInput() {
    assertThatThrownBy(() -> DecisionTable.load("risk-band").decide(Map.of("score", 1)))
        .isInstanceOf(RuntimeException.class);
  }

  private static List<NamedCsvRecord> cases(String name) {
    var stream = DecisionTablesTest.class.getResourceAsStream(name + ".csv");
    try (var csv =
        CsvReader.builder()
            .ofNamedCsvRecord(
                new InputStreamReader(
                    Objects.requireNonNull(stream, name), StandardCharsets.UTF_8))) {
      return csv.stream().toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Map<String, Object> inputs(DecisionTable table, NamedCsvRecord line) {
    var inputs = new HashMap<String, Object>();
    for (String input : table.text().inputs()) {
      inputs.put(input, value(line.getField(input)));
    }
    return inputs;
  }

  private static Object value(String field) {
    if (field.equals("true") || field.equals("false")) {
      return Boolean.valueOf(field);
    }
    return NUMBER.matcher(field).matches() ? (Object) Integer.valueOf(field) : field;
  }

  /** Returns every combination of the values at which conditions can change their answer. */
  private static List<Map<String, Object>> combinations(TableText table) {
    List<Map<String, Object>> combinations = List.of(Map.of());
    for (int input = 0; input < table.inputs().size(); input++) {
      List<Map<String, Object>> longer = new ArrayList<>();
      for (Object value : values(table, input)) {
        for (Map<String, Object> shorter : combinations) {
          var one = new HashMap<>(shorter);
          one.put(table.inputs().get(input), value);
          longer.add(one);
        }
      }
      combinations = longer;
    }
    return combinations;
  }

  private static Set<Object> values(TableText table, int input) {
    if (table.inputs().get(input).equals("country")) {
      return texts(table, input, Set.of("", "DE"));
    }
    var values = new LinkedHashSet<Object>();
    for (TableText.Row row : table.rows()) {
      String condition = row.inputs().get(input);
      if (condition.equals("true") || condition.equals("false")) {
        values.addAll(Set.of(true, false));
      }
      Matcher numbers = NUMBER.matcher(TEXT.matcher(condition).replaceAll(""));
      while (numbers.find()) {
        int number = Integer.parseInt(numbers.group());
        values.addAll(List.of(number - 1, number, number + 1));
      }
    }
    return values.isEmpty() ? texts(table, input, Set.of()) : values;
  }

  /** All texts that conditions name; the values of an enumeration are all named somewhere. */
  private static Set<Object> texts(TableText table, int input, Set<String> others) {
    var values = new LinkedHashSet<Object>(others);
    for (TableText.Row row : table.rows()) {
      TEXT.matcher(row.inputs().get(input)).results().forEach(text -> values.add(text.group(1)));
    }
    return values;
  }
}
