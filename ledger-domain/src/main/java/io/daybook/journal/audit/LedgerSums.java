package io.daybook.journal.audit;

import java.math.BigInteger;

/** One account's turnover, in minor units of its currency; exact however large. */
final class LedgerSums {
  private final long openedAt;
  private final String kind;
  private final String currency;
  private final Turnover debit = new Turnover();
  private final Turnover credit = new Turnover();

  LedgerSums(long openedAt, String kind, String currency) {
    this.openedAt = openedAt;
    this.kind = kind;
    this.currency = currency;
  }

  /** A sum that is counted in a {@code long} for as long as it fits. */
  private static final class Turnover {
    private BigInteger full = BigInteger.ZERO;
    private long rest;

    void add(long amount) {
      if (rest > Long.MAX_VALUE - amount) {
        full = sum();
        rest = 0;
      }
      rest += amount;
    }

    BigInteger sum() {
      return full.add(BigInteger.valueOf(rest));
    }
  }

  void add(LedgerReplay.Posting posting) {
    (posting.isDebit() ? debit : credit).add(posting.minorUnits());
  }

  long openedAt() {
    return openedAt;
  }

  String kind() {
    return kind;
  }

  String currency() {
    return currency;
  }

  BigInteger debit() {
    return debit.sum();
  }

  BigInteger credit() {
    return credit.sum();
  }

  /** Returns the balance on the account's own side: what an asset is worth, what is owed. */
  BigInteger balance() {
    boolean isDebitSide = kind.equals("ASSET") || kind.equals("EXPENSE");
    return isDebitSide ? debit().subtract(credit()) : credit().subtract(debit());
  }
}
