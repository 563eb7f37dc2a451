package io.daybook.ledger.book;

import io.daybook.ledger.CommandRefused;
import io.daybook.ledger.DerivedId;
import io.daybook.ledger.book.BookError.CurrencyMismatch;
import io.daybook.ledger.book.BookState.AccountState;
import io.daybook.ledger.money.Money;
import java.time.LocalDate;
import java.util.Currency;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** An account of a book and its balance; positive is on the account's normal side. */
final class LedgerAccount {
  final AccountId id;
  final AccountKind kind;
  final Currency currency;

  /** The account's place in the order of opening; entries in memory name their accounts by it. */
  final int index;

  private long balance;
  private long version;

  /** What entries that are promised would take away from, and bring to, the balance. */
  private long pendingOut;

  private long pendingIn;
  private AccountTerms terms = AccountTerms.NONE;
  private AccountStatus status = AccountStatus.OPEN;
  private @Nullable String metadataHash;
  private Outflow outflow = Outflow.NONE;

  LedgerAccount(AccountId id, AccountKind kind, Currency currency, int index) {
    this.id = id;
    this.kind = kind;
    this.currency = currency;
    this.index = index;
  }

  /** Restores an account at its place. */
  LedgerAccount(AccountState state, int index) {
    this(state.account(), state.kind(), state.currency(), index);
    this.balance = state.balance();
    this.version = state.version();
    this.pendingOut = state.pendingOut();
    this.pendingIn = state.pendingIn();
    this.terms = state.terms();
    this.status = state.status();
    this.metadataHash = state.metadataHash();
    this.outflow = state.outflow();
  }

  LedgerAccount copy() {
    return new LedgerAccount(state(), index);
  }

  AccountState state() {
    return new AccountState(
        id,
        kind,
        currency,
        balance,
        version,
        pendingOut,
        pendingIn,
        terms,
        status,
        metadataHash,
        outflow);
  }

  Money balance() {
    return money(balance);
  }

  Money money(long minorUnits) {
    return new Money(currency, minorUnits);
  }

  /** Returns how many entries have moved this account. */
  long version() {
    return version;
  }

  AccountTerms terms() {
    return terms;
  }

  void setTerms(AccountTerms newTerms) {
    terms = newTerms;
  }

  AccountStatus status() {
    return status;
  }

  void setStatus(AccountStatus newStatus) {
    status = newStatus;
  }

  boolean isDescribedBy(Map<String, String> metadata) {
    return hash(metadata).equals(metadataHash);
  }

  void describe(Map<String, String> metadata) {
    metadataHash = hash(metadata);
  }

  private static String hash(Map<String, String> metadata) {
    String[] parts =
        new TreeMap<>(metadata)
            .entrySet().stream()
                .flatMap(entry -> Stream.of(entry.getKey(), entry.getValue()))
                .toArray(String[]::new);
    return DerivedId.of("metadata", parts);
  }

  Outflow outflow() {
    return outflow;
  }

  /** Notes that so much leaves the account. */
  void spend(long minor, LocalDate day) {
    outflow = outflow.plus(minor, day);
  }

  /**
   * Checks that an amount can be posted here.
   *
   * @throws CommandRefused if {@code actual} is not the account's currency
   */
  void requireCurrency(Currency actual) {
    if (!currency.equals(actual)) {
      throw new CommandRefused(new CurrencyMismatch(id, currency, actual));
    }
  }

  /**
   * Returns how much may leave this account if {@code floor} must stay available, at most what can
   * be counted; below zero if less than that is there.
   */
  long spendable(long floor) {
    return saturated(balance - pendingOut, -Math.max(floor, -Long.MAX_VALUE));
  }

  /** Returns by how much a posting changes the balance. */
  long movement(Side side, long minorUnits) {
    return side == kind.normalSide() ? minorUnits : -minorUnits;
  }

  /** Whether the balance can change by {@code movement} and by all that is promised. */
  boolean canMove(long movement) {
    long from = movement < 0 ? balance - pendingOut : balance + pendingIn;
    long sum = from + movement;
    return ((from ^ sum) & (movement ^ sum)) >= 0;
  }

  boolean hasHolds() {
    return pendingOut != 0 || pendingIn != 0;
  }

  /** Promises a change of the balance, or lets the promise go. */
  void hold(long movement, boolean isRelease) {
    long out = Math.max(0, -movement);
    long in = Math.max(0, movement);
    pendingOut += isRelease ? -out : out;
    pendingIn += isRelease ? -in : in;
  }

  /** Whether {@code floor} is kept, or approached, if the balance changes by {@code movement}. */
  boolean keepsFloor(long movement, long floor) {
    return movement >= 0
        || floor == Long.MIN_VALUE
        || saturated(balance - pendingOut, movement) >= floor;
  }

  /** Whether the ceiling is kept, or approached, if the balance changes by {@code movement}. */
  boolean keepsCeiling(long movement) {
    return movement <= 0 || saturated(balance + pendingIn, movement) <= terms.ceiling();
  }

  private static long saturated(long left, long right) {
    long sum = left + right;
    boolean isExact = ((left ^ sum) & (right ^ sum)) >= 0;
    return isExact ? sum : left < 0 ? Long.MIN_VALUE : Long.MAX_VALUE;
  }

  /** Changes the balance by what a whole entry adds up to. */
  void move(long movement) {
    balance += movement;
    version++;
  }
}
