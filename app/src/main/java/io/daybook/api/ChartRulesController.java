package io.daybook.api;

import io.daybook.ledger.book.AccountId;
import io.daybook.ledger.book.BookCommand.RemoveChartRule;
import io.daybook.ledger.book.BookCommand.SetChartRule;
import io.daybook.ledger.book.BookId;
import io.daybook.ledger.book.ChartRule;
import io.daybook.ledger.book.Outcome;
import io.daybook.projections.balances.Balances;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Rules of the main book on which accounts may stand in one entry. */
@DryRunnable
@VersionedWrites
@RestController
@RequestMapping(path = "/api/v1/ledger/chart-rules", produces = MediaType.APPLICATION_JSON_VALUE)
class ChartRulesController {
  private static final String PATH = "/api/v1/ledger/chart-rules";

  private final LedgerWrites writes;
  private final Balances balances;

  ChartRulesController(LedgerWrites writes, Balances balances) {
    this.writes = writes;
    this.balances = balances;
  }

  record ChartRuleRequest(
      @NotNull String path, @NotNull @Size(max = 100) List<@NotNull String> mayMeet) {
    ChartRule rule() {
      return new ChartRule(
          LedgerBodies.id(AccountId::new, path, "path"),
          mayMeet.stream()
              .map(other -> LedgerBodies.id(AccountId::new, other, "mayMeet"))
              .toList());
    }
  }

  @GetMapping
  List<ChartRule> all() {
    return balances.findChartRules(BookId.MAIN);
  }

  @PostMapping
  ResponseEntity<String> set(@Valid @RequestBody ChartRuleRequest body, WriteKey key) {
    ChartRule rule = body.rule();
    return send(writes.rule(key, body, new SetChartRule(BookId.MAIN, rule)), rule);
  }

  @PostMapping("/{path}:remove")
  ResponseEntity<String> remove(@PathVariable String path, WriteKey key) {
    AccountId known = PathId.of(AccountId::new, path, "rule");
    return send(
        writes.rule(key, path, new RemoveChartRule(BookId.MAIN, known)),
        new ChartRule(known, List.of()));
  }

  private ResponseEntity<String> send(LedgerWrites.Act act, ChartRule rule) {
    return writes.<Outcome>run(act, (_, position) -> Written.accepted(PATH, position, rule));
  }
}
