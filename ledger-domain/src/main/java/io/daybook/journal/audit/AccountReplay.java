package io.daybook.journal.audit;

import io.daybook.journal.Bytes;
import io.daybook.journal.StoredRecord;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;

/** The balance of one account from the records of the entries that touch it, and no others. */
public final class AccountReplay {
  private final String account;
  private final boolean isDebitSide;
  private final List<String> violations = new ArrayList<>();
  private BigInteger balance;

  /**
   * Starts with what the account had before the first record that will be added.
   *
   * @param account its id, as postings name it
   * @param isDebitSide whether debits add to it
   * @param balance in minor units of its currency
   */
  public AccountReplay(String account, boolean isDebitSide, BigInteger balance) {
    this.account = account;
    this.isDebitSide = isDebitSide;
    this.balance = balance;
  }

  /** Takes the record of the next entry or reversal. */
  public void add(StoredRecord row) {
    Bytes payload = row.payload();
    if (payload == null) {
      violations.add("record " + row.leafIndex() + " has no payload");
      return;
    }
    try {
      for (StrictJson line : StrictJson.parse(payload).objects("postings")) {
        add(LedgerReplay.Posting.read(line));
      }
    } catch (RuleViolation violation) {
      violations.add("record " + row.leafIndex() + ": " + violation.getMessage());
    }
  }

  private void add(LedgerReplay.Posting posting) {
    if (posting.account().equals(account)) {
      var amount = BigInteger.valueOf(posting.minorUnits());
      balance = balance.add(posting.isDebit() == isDebitSide ? amount : amount.negate());
    }
  }

  /** Returns the balance after the records so far, in minor units. */
  public BigInteger balance() {
    return balance;
  }

  /** Returns which rules the records break, in words for people; none if none. */
  public List<String> violations() {
    return List.copyOf(violations);
  }
}
