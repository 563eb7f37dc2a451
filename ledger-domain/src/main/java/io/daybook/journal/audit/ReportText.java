package io.daybook.journal.audit;

import io.daybook.journal.audit.Finding.Kind;
import java.util.stream.Collectors;

/** Prints a report for people: findings, coverage table, verdict. */
final class ReportText {
  private static final int SHOWN = 20;

  private ReportText() {}

  static String of(AuditReport report) {
    var text = new StringBuilder();
    report.findings().stream().limit(SHOWN).forEach(finding -> text.append(line(finding)));
    long more = report.coverage().stream().mapToLong(Coverage::findings).sum() - SHOWN;
    if (more > 0) {
      text.append("… and ").append(more).append(" more findings\n");
    }
    return text.append(report.findings().isEmpty() ? "" : "\n")
        .append(table(report))
        .append("\n")
        .append(verdict(report))
        .append("\n")
        .toString();
  }

  private static String line(Finding finding) {
    var place = new StringBuilder();
    finding.place().leaf().ifPresent(leaf -> place.append("record ").append(leaf).append(" "));
    if (!finding.place().aggregate().isEmpty()) {
      place.append("of ").append(printable(finding.place().aggregate())).append(" ");
    }
    return "%s %s: %s%s: expected %s, found %s%n"
        .formatted(
            finding.check(),
            finding.kind() == Kind.TAMPERING ? "FAIL" : "incomplete",
            place,
            printable(finding.what()),
            printable(finding.expected()),
            printable(finding.actual()));
  }

  private static String table(AuditReport report) {
    return report.coverage().stream()
        .map(ReportText::row)
        .collect(Collectors.joining("", "check  result       checked  what\n", ""));
  }

  private static String row(Coverage line) {
    String count = line.checked() == 0 ? "-" : String.valueOf(line.checked());
    String remark = line.remark().isEmpty() ? "" : " (" + printable(line.remark()) + ")";
    return "%-5s  %-11s %8s  %s%s%n"
        .formatted(line.check(), line.result(), count, line.check().title(), remark);
  }

  private static String verdict(AuditReport report) {
    String log =
        report
            .checkpoint()
            .map(c -> c.origin() + ", " + c.size() + " records, root " + c.rootHash())
            .orElse("no readable checkpoint");
    return switch (report.verdict()) {
      case VERIFIED -> "VERIFIED: " + log + "\nunder " + report.trust();
      case TAMPERED ->
          "TAMPERED: " + report.findings().getFirst().check() + " failed first; " + log;
      case INCOMPLETE ->
          "INCOMPLETE: "
              + printable(report.findings().getFirst().what())
              + " is not there; nothing contradicts in what is; "
              + log;
    };
  }

  /** Keeps an export's text from steering the terminal or filling it. */
  static String printable(String text) {
    var safe = new StringBuilder();
    text.codePoints().limit(300).forEach(c -> safe.appendCodePoint(isPrintable(c) ? c : 0xfffd));
    return text.length() > 300 ? safe.append("…").toString() : safe.toString();
  }

  private static boolean isPrintable(int c) {
    return switch (Character.getType(c)) {
      case Character.CONTROL, Character.FORMAT, Character.SURROGATE, Character.UNASSIGNED -> false;
      case Character.LINE_SEPARATOR, Character.PARAGRAPH_SEPARATOR, Character.PRIVATE_USE -> false;
      default -> true;
    };
  }
}
