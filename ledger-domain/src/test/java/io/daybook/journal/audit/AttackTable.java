package io.daybook.journal.audit;

import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * The attacks that were tried and the checks that found them, as the table of the documentation.
 */
final class AttackTable {
  static final String BEGIN = "<!-- attacks: written by AttacksTest -->\n";
  static final String END = "<!-- end of attacks -->\n";

  private final SortedMap<String, String> lines = new TreeMap<>();

  void add(Attack attack, AuditReport report) {
    List<Check> failed =
        report.coverage().stream()
            .filter(line -> line.result() == Coverage.Result.FAIL)
            .map(Coverage::check)
            .filter(check -> check != attack.check())
            .toList();
    String others = failed.stream().map(Check::name).collect(Collectors.joining(", "));
    lines.put(
        attack.name(),
        "| %s | %s | **%s** | %s |\n"
            .formatted(attack.name(), attack.means(), attack.check(), others));
  }

  String format() {
    return BEGIN
        + "| attack | with what | found by | also fails |\n|---|---|---|---|\n"
        + String.join("", lines.values())
        + END;
  }

  /** One attack; {@code evidence} is what the auditor holds besides the export. */
  record Attack(
      String name,
      String means,
      Check check,
      SortedMap<String, byte[]> export,
      Evidence evidence) {}
}
