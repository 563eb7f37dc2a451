package io.daybook.api;

import io.daybook.api.LedgerBodies.TermsBody;
import io.daybook.ledger.book.AccountId;
import io.daybook.ledger.book.AccountKind;
import io.daybook.ledger.book.BookCommand;
import io.daybook.ledger.book.BookCommand.CloseAccount;
import io.daybook.ledger.book.BookCommand.DescribeAccount;
import io.daybook.ledger.book.BookCommand.FreezeAccount;
import io.daybook.ledger.book.BookCommand.OpenAccount;
import io.daybook.ledger.book.BookCommand.SetAccountTerms;
import io.daybook.ledger.book.BookCommand.UnfreezeAccount;
import io.daybook.ledger.book.BookId;
import io.daybook.ledger.book.Outcome;
import io.daybook.projections.balances.AccountView;
import io.daybook.projections.balances.Balances;
import io.daybook.projections.shared.ProjectionNames;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import java.util.Map;
import java.util.function.Function;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Accounts of the main book as finance opens, bounds, describes and closes them. */
@DryRunnable
@VersionedWrites
@RestController
@RequestMapping(path = "/api/v1/ledger/accounts", produces = MediaType.APPLICATION_JSON_VALUE)
class AccountsController {
  private final LedgerWrites writes;
  private final JournalPositions positions;
  private final Balances balances;

  AccountsController(LedgerWrites writes, JournalPositions positions, Balances balances) {
    this.writes = writes;
    this.positions = positions;
    this.balances = balances;
  }

  record AccountRequest(@NotNull String id, @NotNull AccountKind kind, @NotNull String currency) {}

  record MetadataRequest(@NotNull Map<String, @NotNull String> metadata) {}

  /** The file or case that says why an account is frozen or not. */
  record FreezeRequest(@NotNull @Pattern(regexp = "[A-Za-z0-9./_ -]{1,60}") String reference) {}

  @PostMapping
  ResponseEntity<String> open(@Valid @RequestBody AccountRequest body, WriteKey key) {
    AccountId account = LedgerBodies.id(AccountId::new, body.id(), "id");
    var currency = MoneyBody.currency(body.currency(), "currency");
    var open = new OpenAccount(BookId.MAIN, account, body.kind(), currency);
    return writes.<Outcome>run(
        writes.rule(key, body, open),
        (_, position) -> Written.created(location(account), position, read(account, position)));
  }

  @PostMapping("/{account}:set-terms")
  ResponseEntity<String> setTerms(
      @PathVariable String account, @Valid @RequestBody TermsBody body, WriteKey key) {
    return change(
        key, body, account, known -> new SetAccountTerms(BookId.MAIN, known, body.terms()));
  }

  @PostMapping("/{account}:describe")
  ResponseEntity<String> describe(
      @PathVariable String account, @Valid @RequestBody MetadataRequest body, WriteKey key) {
    return change(
        key, body, account, known -> new DescribeAccount(BookId.MAIN, known, body.metadata()));
  }

  @PostMapping("/{account}:freeze")
  ResponseEntity<String> freeze(
      @PathVariable String account, @Valid @RequestBody FreezeRequest body, WriteKey key) {
    return change(
        key, body, account, known -> new FreezeAccount(BookId.MAIN, known, body.reference()));
  }

  @PostMapping("/{account}:unfreeze")
  ResponseEntity<String> unfreeze(
      @PathVariable String account, @Valid @RequestBody FreezeRequest body, WriteKey key) {
    return change(
        key, body, account, known -> new UnfreezeAccount(BookId.MAIN, known, body.reference()));
  }

  @PostMapping("/{account}:close")
  ResponseEntity<String> close(@PathVariable String account, WriteKey key) {
    return change(key, account, account, known -> new CloseAccount(BookId.MAIN, known));
  }

  private static String location(AccountId account) {
    return "/api/v1/ledger/accounts/" + account;
  }

  private ResponseEntity<String> change(
      WriteKey key, Object body, String account, Function<AccountId, BookCommand> command) {
    AccountId known = PathId.of(AccountId::new, account, "account");
    return writes.<Outcome>run(
        writes.rule(key, body, command.apply(known)),
        (_, position) -> Written.accepted(location(known), position, read(known, position)));
  }

  private AccountView read(AccountId account, long position) {
    positions.await(position, ProjectionNames.BALANCES);
    return balances.findAccount(BookId.MAIN, account).orElseThrow();
  }
}
