package io.daybook.reconciliation;

import io.daybook.ledger.book.EntryId;
import io.daybook.ledger.money.Money;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What a statement and the ledger do not agree in. Amounts are above zero for money that came in.
 *
 * @param number its number in the reconciliation, from 1
 * @param reference what both call it, or the side that has it
 * @param entry the ledger's entry; absent if the ledger has none
 * @param inFile the statement's amount; absent if the statement has no such line
 * @param inLedger the ledger's amount; absent if the ledger has no such entry
 */
public record Difference(
    int number,
    Kind kind,
    String reference,
    @Nullable EntryId entry,
    @Nullable Money inFile,
    @Nullable Money inLedger) {
  /** What is wrong. */
  public enum Kind {
    /** The statement has it and the ledger does not. */
    MISSING,
    /** The ledger has it and the statement does not. */
    UNEXPECTED,
    /** Both have it, with different amounts. */
    DIFFERING
  }

  /** Returns by how much the statement exceeds the ledger; below zero if it is the other way. */
  Money excess() {
    if (inFile == null) {
      Money posted = Objects.requireNonNull(inLedger);
      return new Money(posted.currency(), Math.negateExact(posted.minorUnits()));
    }
    return inLedger == null
        ? inFile
        : new Money(
            inFile.currency(), Math.subtractExact(inFile.minorUnits(), inLedger.minorUnits()));
  }
}
