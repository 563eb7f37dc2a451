package io.daybook.api;

import io.daybook.ledger.book.AccountId;
import io.daybook.ledger.book.BookId;
import io.daybook.ledger.book.EntryId;
import io.daybook.projections.balances.AccountView;
import io.daybook.projections.balances.Balances;
import io.daybook.projections.balances.EntryView;
import io.daybook.projections.balances.PostingView;
import io.daybook.projections.balances.TrialBalanceView;
import io.daybook.projections.shared.Page;
import io.daybook.projections.shared.PageRequest;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** The main book as auditors read it. Amounts are in minor units. */
@RestController
@RequestMapping(path = "/api/v1/ledger", produces = MediaType.APPLICATION_JSON_VALUE)
class LedgerController {
  private final Balances balances;

  LedgerController(Balances balances) {
    this.balances = balances;
  }

  @GetMapping("/accounts")
  Page<AccountView> accounts(PageRequest page) {
    return balances.findAccounts(BookId.MAIN, page);
  }

  @GetMapping("/accounts/{account}")
  AccountView account(@PathVariable String account) {
    return balances
        .findAccount(BookId.MAIN, PathId.of(AccountId::new, account, "account"))
        .orElseThrow(() -> ApiProblem.notFound("account"));
  }

  @GetMapping("/accounts/{account}/postings")
  Page<PostingView> postings(@PathVariable String account, PageRequest page) {
    return balances.findPostings(BookId.MAIN, account(account).account(), page);
  }

  @GetMapping("/entries")
  Page<EntryView> entries(PageRequest page) {
    return balances.findEntries(BookId.MAIN, page);
  }

  @GetMapping("/entries/{entry}")
  EntryView entry(@PathVariable String entry) {
    return balances
        .findEntry(BookId.MAIN, PathId.of(EntryId::new, entry, "entry"))
        .orElseThrow(() -> ApiProblem.notFound("entry"));
  }

  @GetMapping("/trial-balance")
  TrialBalanceView trialBalance() {
    return balances.trialBalance(BookId.MAIN);
  }
}
