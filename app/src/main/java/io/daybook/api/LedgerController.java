package io.daybook.api;

import io.daybook.ledger.book.AccountId;
import io.daybook.ledger.book.BookId;
import io.daybook.ledger.book.EntryId;
import io.daybook.projections.balances.AccountDescription;
import io.daybook.projections.balances.AccountView;
import io.daybook.projections.balances.BalanceMoment;
import io.daybook.projections.balances.Balances;
import io.daybook.projections.balances.EntryFilter;
import io.daybook.projections.balances.EntryView;
import io.daybook.projections.balances.PathBalance;
import io.daybook.projections.balances.PostingView;
import io.daybook.projections.balances.RefusedWriteView;
import io.daybook.projections.balances.TrialBalanceView;
import io.daybook.projections.shared.Page;
import io.daybook.projections.shared.PageRequest;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
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

  /** Writes that were refused, and why. */
  @GetMapping("/refusals")
  Page<RefusedWriteView> refusals(PageRequest page) {
    return balances.findRefusedWrites(BookId.MAIN, page);
  }

  @GetMapping("/accounts/{account}/postings")
  Page<PostingView> postings(@PathVariable String account, PageRequest page) {
    return balances.findPostings(BookId.MAIN, account(account).account(), page);
  }

  @GetMapping("/accounts/{account}/descriptions")
  List<AccountDescription> descriptions(@PathVariable String account) {
    return balances.findDescriptions(BookId.MAIN, account(account).account());
  }

  /** Sums over all accounts under a path, by what was recorded and what counted by then. */
  @GetMapping("/balances")
  List<PathBalance> balances(
      @RequestParam String path,
      @RequestParam(required = false) @Nullable Instant recordedBy,
      @RequestParam(required = false) @Nullable String valuedOn) {
    AccountId known = LedgerBodies.id(AccountId::new, path, "path");
    if (!balances.hasAccountsOn(BookId.MAIN, known)) {
      // Nothing would read as a balance of zero.
      throw ApiProblem.notFound("account on this path");
    }
    return balances.findBalances(
        BookId.MAIN, known, new BalanceMoment(recordedBy, LedgerBodies.day(valuedOn, "valuedOn")));
  }

  /** What is asked for of entries; what is absent does not matter. */
  record EntryQuery(
      @Nullable String reference,
      @Nullable String externalReference,
      @Nullable String account,
      @Nullable String parent,
      @Nullable String metadata) {
    EntryFilter filter() {
      return new EntryFilter(
          reference,
          externalReference,
          account == null ? null : LedgerBodies.id(AccountId::new, account, "account"),
          parent == null ? null : LedgerBodies.id(EntryId::new, parent, "parent"),
          metadata == null ? null : metadatum(metadata));
    }

    private static EntryFilter.Metadatum metadatum(String text) {
      int colon = text.indexOf(':');
      if (colon < 1) {
        throw LedgerBodies.invalid("metadata", "ask for name:value");
      }
      return new EntryFilter.Metadatum(text.substring(0, colon), text.substring(colon + 1));
    }
  }

  @GetMapping("/entries")
  Page<EntryView> entries(
      @RequestParam(required = false) @Nullable String reference,
      @RequestParam(required = false) @Nullable String externalReference,
      @RequestParam(required = false) @Nullable String account,
      @RequestParam(required = false) @Nullable String parent,
      @RequestParam(required = false) @Nullable String metadata,
      PageRequest page) {
    var query = new EntryQuery(reference, externalReference, account, parent, metadata);
    EntryFilter filter = query.filter();
    if (account != null) {
      account(account);
    }
    if (parent != null) {
      entry(parent);
    }
    return balances.findEntries(BookId.MAIN, filter, page);
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
