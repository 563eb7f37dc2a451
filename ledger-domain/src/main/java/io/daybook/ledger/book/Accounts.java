package io.daybook.ledger.book;

import io.daybook.ledger.CommandRefused;
import io.daybook.ledger.book.BookError.BalanceOverflow;
import io.daybook.ledger.book.BookError.CurrencyMismatch;
import io.daybook.ledger.book.BookError.InsufficientFunds;
import io.daybook.ledger.book.BookError.UnknownAccount;
import io.daybook.ledger.book.BookState.AccountState;
import io.daybook.ledger.money.Money;
import java.util.ArrayList;
import java.util.Currency;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The accounts of a book and the rules for moving their balances. */
final class Accounts {
  private final Map<AccountId, LedgerAccount> accountsById = new HashMap<>();
  private final List<LedgerAccount> accountsByIndex = new ArrayList<>();

  @Nullable LedgerAccount find(AccountId id) {
    return accountsById.get(id);
  }

  /**
   * Returns the account {@code id}.
   *
   * @throws CommandRefused if there is none
   */
  LedgerAccount get(AccountId id) {
    @Nullable LedgerAccount account = accountsById.get(id);
    if (account == null) {
      throw new CommandRefused(new UnknownAccount(id));
    }
    return account;
  }

  LedgerAccount at(int index) {
    return accountsByIndex.get(index);
  }

  void open(AccountId id, AccountKind kind, Currency currency) {
    var account = new LedgerAccount(id, kind, currency, accountsByIndex.size());
    accountsById.put(id, account);
    accountsByIndex.add(account);
  }

  List<AccountState> state() {
    return accountsByIndex.stream().map(LedgerAccount::state).toList();
  }

  /** Opens an account as it was; accounts are restored in the order of their opening. */
  void restore(AccountState state) {
    open(state.account(), state.kind(), state.currency());
    accountsByIndex.getLast().move(state.balance());
  }

  void move(List<Posting> postings) {
    for (Posting posting : postings) {
      LedgerAccount account = get(posting.account());
      account.move(account.movement(posting.side(), posting.amount().minorUnits()));
    }
  }

  /**
   * Checks that {@code postings}, already balanced, can be posted.
   *
   * @throws CommandRefused if an account is unknown, has another currency, would overflow, or is in
   *     {@code mayNotOverdraw} and would go below zero
   */
  void requireMovable(List<Posting> postings, List<AccountId> mayNotOverdraw) {
    Map<LedgerAccount, Long> movements = movements(postings);
    List<LedgerAccount> guarded = mayNotOverdraw.stream().map(this::get).toList();
    for (LedgerAccount account : guarded) {
      requireCovered(account, movements.getOrDefault(account, 0L));
    }
    movements.forEach(Accounts::requireCountable);
  }

  private Map<LedgerAccount, Long> movements(List<Posting> postings) {
    List<LedgerAccount> accounts = postings.stream().map(line -> get(line.account())).toList();
    var movements = new LinkedHashMap<LedgerAccount, Long>();
    for (int i = 0; i < accounts.size(); i++) {
      LedgerAccount account = accounts.get(i);
      Posting posting = postings.get(i);
      requireCurrency(account, posting.amount().currency());
      // Debits and credits each fit in a long, so their difference fits, too.
      long movement = account.movement(posting.side(), posting.amount().minorUnits());
      movements.merge(account, movement, Math::addExact);
    }
    return movements;
  }

  private static void requireCurrency(LedgerAccount account, Currency actual) {
    if (!account.currency.equals(actual)) {
      throw new CommandRefused(new CurrencyMismatch(account.id, account.currency, actual));
    }
  }

  private static void requireCovered(LedgerAccount account, long movement) {
    long available = account.balance().minorUnits();
    // What increases an overdrawn account is welcome, even if it stays overdrawn. The comparison
    // has no sum in it, so that it cannot overflow.
    if (movement < 0 && available < -movement) {
      var requested = new Money(account.currency, -movement);
      throw new CommandRefused(new InsufficientFunds(account.id, account.balance(), requested));
    }
  }

  private static void requireCountable(LedgerAccount account, long movement) {
    if (!account.canMove(movement)) {
      var change = new Money(account.currency, movement);
      throw new CommandRefused(new BalanceOverflow(account.id, account.balance(), change));
    }
  }
}
