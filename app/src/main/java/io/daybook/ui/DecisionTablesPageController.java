package io.daybook.ui;

import io.daybook.kyb.casefile.RiskTables;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/** The decision tables by which the risk of businesses is assessed, as they are now. */
@Controller
class DecisionTablesPageController {
  @GetMapping("/ui/decision-tables")
  String show(Model model) {
    model.addAttribute("tables", RiskTables.all());
    return "ui/decision-tables";
  }
}
