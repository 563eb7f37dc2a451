package io.daybook.api;

import io.daybook.kyb.casefile.RiskTables;
import io.daybook.kyb.rules.DecisionTable;
import io.daybook.kyb.rules.TableText;
import java.util.List;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** The decision tables by which the risk of businesses is assessed, as they are now. */
@RestController
@RequestMapping(path = "/api/v1/compliance", produces = MediaType.APPLICATION_JSON_VALUE)
class DecisionTablesController {
  /**
   * One table.
   *
   * @param sha256 of the table's file; assessments name it
   * @param unique whether one rule at most hits; else all that hit count
   */
  record DecisionTableBody(
      String id,
      int version,
      String sha256,
      String name,
      boolean unique,
      List<String> inputs,
      List<String> outputs,
      List<TableText.Row> rules) {
    static DecisionTableBody of(DecisionTable table) {
      TableText text = table.text();
      return new DecisionTableBody(
          table.id(),
          table.version(),
          table.sha256(),
          text.name(),
          text.isUnique(),
          text.inputs(),
          text.outputs(),
          text.rows());
    }
  }

  record DecisionTables(List<DecisionTableBody> data) {}

  @GetMapping("/decision-tables")
  DecisionTables all() {
    return new DecisionTables(RiskTables.all().stream().map(DecisionTableBody::of).toList());
  }
}
