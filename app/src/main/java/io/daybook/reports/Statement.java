package io.daybook.reports;

import io.daybook.ledger.book.Side;
import java.math.BigInteger;
import java.time.Instant;
import java.util.List;

/**
 * What was posted to an account in a period; all amounts in minor units of its currency.
 *
 * @param account as it was at the end of the period
 * @param position up to where the journal is in it
 * @param openingMinor the balance before the first line
 * @param closingMinor the balance after the last line
 * @param lines in the order of their posting
 */
public record Statement(
    AccountSum account,
    Period period,
    Instant createdAt,
    long position,
    BigInteger openingMinor,
    BigInteger closingMinor,
    List<StatementLine> lines) {
  /** Copies the list. */
  public Statement {
    lines = List.copyOf(lines);
  }

  /** Returns the balance on the credit side: below zero for one on the debit side. */
  BigInteger credit(BigInteger balanceMinor) {
    return account.kind().normalSide() == Side.CREDIT ? balanceMinor : balanceMinor.negate();
  }
}
