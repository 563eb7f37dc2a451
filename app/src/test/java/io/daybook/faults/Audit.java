package io.daybook.faults;

import static org.assertj.core.api.Assertions.assertThat;

import io.daybook.journal.audit.Auditor;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.List;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * One run of the auditor's command.
 *
 * @param out what it printed on standard output
 * @param err what it printed on standard error
 */
record Audit(int exitCode, String out, String err) {
  /** Runs it in this process; whatever it finds, it prints no stack trace. */
  static Audit run(String... arguments) {
    var out = new StringWriter();
    var err = new StringWriter();
    int exitCode = Auditor.run(new PrintWriter(out, true), new PrintWriter(err, true), arguments);
    var audit = new Audit(exitCode, out.toString(), err.toString());
    assertThat(audit.toString()).doesNotContain("\tat ").doesNotContain("Exception");
    return audit;
  }

  /** Returns the output, which is JSON because {@code --json} was given. */
  JsonNode json() {
    return JsonMapper.shared().readTree(out);
  }

  /** Returns the checks that failed, in the order of the table. */
  List<String> failedChecks() {
    return json()
        .required("coverage")
        .valueStream()
        .filter(line -> line.required("findings").asInt() > 0)
        .map(line -> line.required("check").asString())
        .toList();
  }

  /** Returns the checks that were made and hold. */
  List<String> passedChecks() {
    return json()
        .required("coverage")
        .valueStream()
        .filter(line -> line.required("result").asString().equals("ok"))
        .map(line -> line.required("check").asString())
        .toList();
  }

  /** Returns the check of the first finding. */
  String firstFinding() {
    return json().required("findings").required(0).required("check").asString();
  }
}
