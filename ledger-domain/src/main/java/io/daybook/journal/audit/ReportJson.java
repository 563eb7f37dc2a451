package io.daybook.journal.audit;

import com.google.gson.GsonBuilder;
import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import java.util.Locale;

/** Writes a report for machines. */
final class ReportJson {
  private ReportJson() {}

  static String of(AuditReport report) {
    var json = new JsonObject();
    json.addProperty("verdict", report.verdict().name().toLowerCase(Locale.ROOT));
    json.addProperty("exitCode", report.verdict().exitCode());
    json.addProperty("keys", report.trust().name().toLowerCase(Locale.ROOT));
    report
        .checkpoint()
        .ifPresent(checkpoint -> {
          json.addProperty("origin", checkpoint.origin());
          json.addProperty("size", checkpoint.size());
          json.addProperty("rootHash", checkpoint.rootHash().toHex());
        });
    var findings = new JsonArray();
    report.findings().forEach(finding -> findings.add(of(finding)));
    json.add("findings", findings);
    var coverage = new JsonArray();
    report.coverage().forEach(line -> coverage.add(of(line)));
    json.add("coverage", coverage);
    return print(json);
  }

  private static JsonObject of(Finding finding) {
    var json = new JsonObject();
    json.addProperty("check", finding.check().name());
    json.addProperty("kind", finding.kind().name().toLowerCase(Locale.ROOT));
    finding.place().leaf().ifPresent(leaf -> json.addProperty("leafIndex", leaf));
    if (!finding.place().aggregate().isEmpty()) {
      json.addProperty("aggregate", finding.place().aggregate());
    }
    json.addProperty("what", finding.what());
    json.addProperty("expected", finding.expected());
    json.addProperty("actual", finding.actual());
    return json;
  }

  private static JsonObject of(Coverage line) {
    var json = new JsonObject();
    json.addProperty("check", line.check().name());
    json.addProperty("result", line.result().toString());
    json.addProperty("checked", line.checked());
    json.addProperty("findings", line.findings());
    json.addProperty("title", line.check().title());
    json.addProperty("remark", line.remark());
    return json;
  }

  static String print(JsonElement json) {
    return new GsonBuilder().setPrettyPrinting().disableHtmlEscaping().create().toJson(json) + "\n";
  }
}
