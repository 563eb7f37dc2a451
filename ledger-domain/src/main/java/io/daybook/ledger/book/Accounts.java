package io.daybook.ledger.book;

import io.daybook.ledger.CommandRefused;
import io.daybook.ledger.book.BookError.AccountIsClosed;
import io.daybook.ledger.book.BookError.AccountIsFrozen;
import io.daybook.ledger.book.BookError.BalanceAboveMaximum;
import io.daybook.ledger.book.BookError.BalanceOverflow;
import io.daybook.ledger.book.BookError.InsufficientFunds;
import io.daybook.ledger.book.BookError.UnknownAccount;
import io.daybook.ledger.book.BookError.VersionMismatch;
import io.daybook.ledger.book.BookState.AccountState;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The accounts of a book and the rules for moving their balances. */
final class Accounts {
  private final Layer<AccountId, LedgerAccount> accountsById;
  private final Layer<Integer, AccountId> idsByIndex;

  private Accounts(Layer<AccountId, LedgerAccount> accounts, Layer<Integer, AccountId> ids) {
    this.accountsById = accounts;
    this.idsByIndex = ids;
  }

  Accounts() {
    this(Layer.bottom(LedgerAccount::copy), Layer.ofConstants());
  }

  Accounts fork() {
    return new Accounts(accountsById.fork(), idsByIndex.fork());
  }

  @Nullable LedgerAccount find(AccountId id) {
    return accountsById.find(id);
  }

  /**
   * Returns the account {@code id}.
   *
   * @throws CommandRefused if there is none
   */
  LedgerAccount get(AccountId id) {
    @Nullable LedgerAccount account = accountsById.find(id);
    if (account == null) {
      throw new CommandRefused(new UnknownAccount(id));
    }
    return account;
  }

  /** Returns the account {@code id}, which is there, to change it. */
  LedgerAccount change(AccountId id) {
    return accountsById.change(id);
  }

  LedgerAccount at(int index) {
    return get(Objects.requireNonNull(idsByIndex.find(index)));
  }

  void open(AccountId id, AccountKind kind, Currency currency) {
    add(new LedgerAccount(id, kind, currency, idsByIndex.size()));
  }

  /** Opens an account as it was; accounts are restored in the order of their opening. */
  void restore(AccountState state) {
    add(new LedgerAccount(state, idsByIndex.size()));
  }

  private void add(LedgerAccount account) {
    idsByIndex.put(account.index, account.id);
    accountsById.put(account.id, account);
  }

  /** Returns the accounts of a layer with nothing below, in the order of their opening. */
  List<AccountState> state() {
    var states = new ArrayList<AccountState>();
    for (int index = 0; index < idsByIndex.size(); index++) {
      states.add(at(index).state());
    }
    return states;
  }

  void move(List<Posting> postings) {
    Movements.of(postings, this).forEach((account, minor) -> change(account.id).move(minor));
  }

  /**
   * Checks that {@code postings}, already balanced, can be posted.
   *
   * @throws CommandRefused if an account does not allow it
   */
  void requireMovable(List<Posting> postings, EntryConditions conditions) {
    var movements = Movements.of(postings, this);
    requireVersions(conditions.expectedVersions());
    movements.forEach(Accounts::requireStatus);
    for (AccountId guarded : conditions.mayNotOverdraw()) {
      LedgerAccount account = get(guarded);
      requireFloor(account, movements.on(account), 0);
    }
    movements.forEach((account, minor) -> requireFloor(account, minor, account.terms().floor()));
    movements.forEach(Accounts::requireCeiling);
    movements.forEach(Accounts::requireCountable);
  }

  /**
   * Checks that money can be set aside for an entry of {@code postings}.
   *
   * @throws CommandRefused if an account does not allow it
   */
  void requireHoldable(List<Posting> postings) {
    for (Posting posting : postings) {
      LedgerAccount account = get(posting.account());
      account.requireCurrency(posting.amount().currency());
      long minor = account.movement(posting.side(), posting.amount().minorUnits());
      requireStatus(account, minor);
      requireFloor(account, minor, account.terms().floor());
      requireCeiling(account, minor);
      requireCountable(account, minor);
    }
  }

  /**
   * Checks that money that was set aside can be posted. What was promised then holds, whatever the
   * terms are now.
   *
   * @throws CommandRefused if an account is closed, frozen or beyond counting
   */
  void requireCapturable(List<Posting> postings) {
    var movements = Movements.of(postings, this);
    movements.forEach(Accounts::requireStatus);
    movements.forEach(Accounts::requireCountable);
  }

  /** Sets money aside for {@code postings}, or lets it go again. */
  void hold(List<Posting> postings, boolean isRelease) {
    for (Posting posting : postings) {
      LedgerAccount account = change(posting.account());
      long minor = account.movement(posting.side(), posting.amount().minorUnits());
      account.hold(minor, isRelease);
    }
  }

  /** Notes what {@code postings} take away from each account, for limits on what leaves it. */
  void spend(List<Posting> postings, LocalDate day) {
    Movements.of(postings, this)
        .forEach((account, minor) -> {
          if (minor < 0) {
            change(account.id).spend(-minor, day);
          }
        });
  }

  /**
   * Checks that a reversal can be posted. What was done can be undone, whatever the terms.
   *
   * @throws CommandRefused if an account is closed or its balance would be beyond counting
   */
  void requireReversible(List<Posting> postings) {
    var movements = Movements.of(postings, this);
    movements.forEach((account, minor) -> requireOpen(account));
    movements.forEach(Accounts::requireCountable);
  }

  /**
   * Checks how many entries have moved accounts.
   *
   * @throws CommandRefused if it were more or fewer than expected
   */
  void requireVersions(Map<AccountId, Long> expected) {
    expected.forEach(this::requireVersion);
  }

  private void requireVersion(AccountId id, long expected) {
    LedgerAccount account = get(id);
    if (account.version() != expected) {
      throw new CommandRefused(new VersionMismatch(id, expected, account.version()));
    }
  }

  private static void requireStatus(LedgerAccount account, long movement) {
    requireOpen(account);
    if (account.status() == AccountStatus.FROZEN && movement < 0) {
      throw new CommandRefused(new AccountIsFrozen(account.id));
    }
  }

  private static void requireOpen(LedgerAccount account) {
    if (account.status() == AccountStatus.CLOSED) {
      throw new CommandRefused(new AccountIsClosed(account.id));
    }
  }

  private static void requireFloor(LedgerAccount account, long movement, long floor) {
    // What increases an overdrawn account is welcome, even if it stays overdrawn.
    if (!account.keepsFloor(movement, floor)) {
      throw new CommandRefused(
          new InsufficientFunds(
              account.id, account.money(account.spendable(floor)), account.money(-movement)));
    }
  }

  private static void requireCeiling(LedgerAccount account, long movement) {
    if (!account.keepsCeiling(movement)) {
      throw new CommandRefused(
          new BalanceAboveMaximum(
              account.id,
              account.balance(),
              account.money(movement),
              account.money(account.terms().ceiling())));
    }
  }

  private static void requireCountable(LedgerAccount account, long movement) {
    if (!account.canMove(movement)) {
      throw new CommandRefused(
          new BalanceOverflow(account.id, account.balance(), account.money(movement)));
    }
  }
}
