package io.daybook.ui.ledger;

import io.daybook.ledger.book.AccountId;
import io.daybook.ledger.book.BookId;
import io.daybook.ledger.book.EntryId;
import io.daybook.projections.audit.Activities;
import io.daybook.projections.audit.ActivityView;
import io.daybook.projections.balances.Balances;
import io.daybook.projections.balances.EntryView;
import io.daybook.reports.BalanceSheet;
import io.daybook.reports.Period;
import io.daybook.reports.Reports;
import io.daybook.reports.TrialBalance;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Function;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;

/** Shows the books to whoever may read them. */
@Controller
@RequestMapping("/ui/ledger")
class LedgerPagesController {
  private static final String PAGE = "page";
  private static final int MAX_DAYS = 3_650;

  private final Reports reports;
  private final Balances balances;
  private final Activities activities;
  private final Clock clock;

  LedgerPagesController(Reports reports, Balances balances, Activities activities, Clock clock) {
    this.reports = reports;
    this.balances = balances;
    this.activities = activities;
    this.clock = clock;
  }

  @GetMapping
  String accounts(Model model) {
    TrialBalance balance = reports.trialBalance(BookId.MAIN, now());
    model.addAttribute(PAGE, AccountsPage.of(BalanceSheet.of(balance), balance));
    return "ui/ledger/accounts";
  }

  @GetMapping("/trial-balance")
  String trialBalance(Model model) {
    model.addAttribute(PAGE, TrialBalancePage.of(reports.trialBalance(BookId.MAIN, now())));
    return "ui/ledger/trial-balance";
  }

  @GetMapping("/accounts/{account}")
  String account(
      @PathVariable String account, @RequestParam(defaultValue = "30") int days, Model model) {
    if (days < 1 || days > MAX_DAYS) {
      throw new ResponseStatusException(HttpStatus.BAD_REQUEST);
    }
    var period = new Period(now().minus(Duration.ofDays(days)), now());
    AccountPage page =
        id(AccountId::new, account)
            .flatMap(id -> reports.statement(BookId.MAIN, id, period))
            .map(AccountPage::of)
            .orElseThrow(LedgerPagesController::notThere);
    model.addAttribute(PAGE, page);
    model.addAttribute("days", days);
    return "ui/ledger/account";
  }

  @GetMapping("/entries/{entry}")
  String entry(@PathVariable String entry, Model model) {
    EntryView view =
        id(EntryId::new, entry)
            .flatMap(id -> balances.findEntry(BookId.MAIN, id))
            .orElseThrow(LedgerPagesController::notThere);
    String eventId = activities.find(view.position()).map(ActivityView::eventId).orElse("");
    model.addAttribute(PAGE, EntryPage.of(view, eventId));
    return "ui/ledger/entry";
  }

  private Instant now() {
    return clock.instant().plusMillis(1);
  }

  private static <I> Optional<I> id(Function<String, I> constructor, String text) {
    try {
      return Optional.of(constructor.apply(text));
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  private static ResponseStatusException notThere() {
    return new ResponseStatusException(HttpStatus.NOT_FOUND);
  }
}
