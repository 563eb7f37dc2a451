package io.daybook.journal.audit;

import java.math.BigInteger;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Money set aside in the books: how much is left of each hold, and what became an entry. */
final class HoldReplay implements AutoCloseable {
  private static final int REMAINING = 0;
  private static final int ACCOUNTS = 8;

  // By hold: what is left of it, a digest of its accounts and currency.
  private final ScratchTable holds = new ScratchTable(24);
  private @Nullable String capturedFor;
  private BigInteger captured = BigInteger.ZERO;

  void place(StrictJson event) {
    StrictJson held = event.object("held");
    ShortHash key = key(event);
    RuleViolation.unless(
        holds.find(key) == ScratchTable.NOWHERE, "hold", "placed once", event.text("hold"));
    long minor = held.object("amount").integer("minorUnits");
    RuleViolation.unless(minor > 0, "amount of a hold", "above zero", "" + minor);
    long at = holds.add(key);
    holds.set(at, REMAINING, minor);
    holds.setKey(at, ACCOUNTS, accounts(held));
  }

  void capture(StrictJson event) {
    long minor = take(event, event.object("part"));
    String entry = event.text("book") + " " + event.text("entry");
    captured = entry.equals(capturedFor) ? captured : BigInteger.ZERO;
    captured = captured.add(BigInteger.valueOf(minor));
    capturedFor = entry;
  }

  void end(StrictJson event) {
    StrictJson rest = event.object("rest");
    take(event, rest);
    long left = holds.get(holds.find(key(event)), REMAINING);
    RuleViolation.unless(left == 0, "rest of a hold", "all that is left", left + " more is left");
  }

  private long take(StrictJson event, StrictJson part) {
    long at = holds.find(key(event));
    String hold = event.text("hold");
    RuleViolation.unless(at != ScratchTable.NOWHERE, "hold", "placed before", hold + " never was");
    RuleViolation.unless(
        accounts(part).equals(holds.getKey(at, ACCOUNTS)),
        "accounts",
        "those of " + hold,
        "others");
    long minor = part.object("amount").integer("minorUnits");
    long left = holds.get(at, REMAINING);
    RuleViolation.unless(
        minor > 0 && minor <= left, "part of hold " + hold, "at most " + left, "" + minor);
    holds.set(at, REMAINING, left - minor);
    return minor;
  }

  /** Checks that an entry moves just what was captured for it. */
  void spend(StrictJson event, List<LedgerReplay.Posting> postings) {
    String entry = event.text("book") + " " + event.text("entry");
    BigInteger debits =
        postings.stream()
            .filter(LedgerReplay.Posting::isDebit)
            .map(posting -> BigInteger.valueOf(posting.minorUnits()))
            .reduce(BigInteger.ZERO, BigInteger::add);
    RuleViolation.unless(
        entry.equals(capturedFor) && debits.equals(captured),
        "entry " + entry,
        "what was captured for it",
        debits.toString());
    capturedFor = null;
  }

  private static ShortHash key(StrictJson event) {
    return ShortHash.of(event.text("book") + " " + event.text("hold"));
  }

  private static ShortHash accounts(StrictJson part) {
    String debit = part.text("debit");
    String currency = part.object("amount").text("currency");
    return ShortHash.of(debit.length() + debit + part.text("credit") + " " + currency);
  }

  @Override
  public void close() {
    holds.close();
  }
}
