package io.daybook.ledger.book;

import io.daybook.ledger.book.BookState.AccountState;
import io.daybook.ledger.money.Money;
import java.util.Currency;

/** An account of a book and its balance; positive is on the account's normal side. */
final class LedgerAccount {
  final AccountId id;
  final AccountKind kind;
  final Currency currency;

  /** The account's place in the order of opening; entries in memory name their accounts by it. */
  final int index;

  private long balance;

  LedgerAccount(AccountId id, AccountKind kind, Currency currency, int index) {
    this.id = id;
    this.kind = kind;
    this.currency = currency;
    this.index = index;
  }

  Money balance() {
    return new Money(currency, balance);
  }

  AccountState state() {
    return new AccountState(id, kind, currency, balance);
  }

  /** Returns by how much a posting changes the balance. */
  long movement(Side side, long minorUnits) {
    return side == kind.normalSide() ? minorUnits : -minorUnits;
  }

  /** Whether the balance can change by {@code movement}. */
  boolean canMove(long movement) {
    long sum = balance + movement;
    return ((balance ^ sum) & (movement ^ sum)) >= 0;
  }

  /**
   * Changes the balance.
   *
   * <p>It may wrap between two postings of one entry; the entry as a whole was checked to fit, so
   * it wraps back.
   */
  void move(long movement) {
    balance += movement;
  }
}
