package io.daybook.ui.ledger;

import io.daybook.ledger.money.Money;
import io.daybook.projections.shared.PageRequest;
import io.daybook.reconciliation.DifferenceView;
import io.daybook.reconciliation.ReconciliationId;
import io.daybook.reconciliation.ReconciliationView;
import io.daybook.reconciliation.Reconciliations;
import java.math.BigInteger;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.server.ResponseStatusException;

/** Shows how statements compare with the ledger. */
@Controller
@RequestMapping("/ui/ledger/reconciliations")
class ReconciliationPagesController {
  private static final PageRequest LATEST = PageRequest.first(PageRequest.MAX_LIMIT);

  private final Reconciliations reconciliations;

  ReconciliationPagesController(Reconciliations reconciliations) {
    this.reconciliations = reconciliations;
  }

  /** One reconciliation in the list; {@code open} says how many differences are. */
  record Row(
      String id, String account, String period, String at, int lines, int matched, int open) {
    static Row of(ReconciliationView view) {
      return new Row(
          view.id().value(),
          view.account().value(),
          Shown.time(view.from()) + " to " + Shown.time(view.until()),
          Shown.time(view.reconciledAt()),
          view.lines(),
          view.matched(),
          view.openDifferences());
    }
  }

  /** One difference; what is not known is a dash. */
  record Line(
      int number,
      String kind,
      String reference,
      String entry,
      String inFile,
      String inLedger,
      String resolution) {
    static Line of(DifferenceView view) {
      return new Line(
          view.number(),
          words(view.kind().name()),
          view.reference().isEmpty() ? "–" : view.reference(),
          view.entry() == null ? "" : view.entry().value(),
          amount(view.inFile()),
          amount(view.inLedger()),
          view.resolution() == null ? "" : words(view.resolution().name()));
    }

    private static String words(String name) {
      String words = name.replace('_', ' ');
      return words.charAt(0) + words.substring(1).toLowerCase(Locale.ROOT);
    }

    private static String amount(@Nullable Money money) {
      return money == null
          ? "–"
          : Shown.amount(BigInteger.valueOf(money.minorUnits()), money.currency());
    }
  }

  @GetMapping
  String all(Model model) {
    List<Row> rows = reconciliations.all(LATEST).data().stream().map(Row::of).toList();
    model.addAttribute("rows", rows);
    return "ui/ledger/reconciliations";
  }

  @GetMapping("/{reconciliation}")
  String one(@PathVariable String reconciliation, Model model) {
    ReconciliationView view = find(reconciliation);
    var differences = reconciliations.differences(view.id(), false, LATEST);
    model.addAttribute("page", Row.of(view));
    model.addAttribute("lines", differences.data().stream().map(Line::of).toList());
    model.addAttribute("more", differences.hasMore());
    return "ui/ledger/reconciliation";
  }

  private ReconciliationView find(String reconciliation) {
    try {
      return reconciliations
          .find(new ReconciliationId(reconciliation))
          .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    } catch (IllegalArgumentException e) {
      throw new ResponseStatusException(HttpStatus.NOT_FOUND, null, e);
    }
  }
}
