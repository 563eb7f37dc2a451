package io.daybook.journal.audit;

import java.math.BigInteger;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * The books, rebuilt posting by posting under the rules of double entry. Memory grows with the
 * number of accounts only.
 */
final class LedgerReplay implements AutoCloseable {
  private static final Set<String> KINDS =
      Set.of("ASSET", "LIABILITY", "REVENUE", "EXPENSE", "EQUITY");
  private static final Set<String> CAUSES = Set.of("POSTED", "REVERSED", "CAPTURED", "APPROVED");
  private static final int POSTINGS = 0;
  private static final int REVERSED = 16;

  private static final long WHOLLY = 1;
  private static final long IN_PART = 2;

  private final Map<String, LedgerSums> accounts = new HashMap<>();
  // Of accounts that have any.
  private final Map<String, AccountBounds> bounds = new HashMap<>();
  // By entry: a digest of its postings, whether it was reversed wholly or in part.
  private final ScratchTable entries = new ScratchTable(24);
  private final PayoutReplay payouts = new PayoutReplay();
  private final HoldReplay holds = new HoldReplay();
  // By book: the last day of its closed period.
  private final Map<String, String> closedThrough = new HashMap<>();
  // By entry: who proposed it, as long as nobody approved it.
  private final Map<String, String> proposedBy = new HashMap<>();
  private @Nullable String approved;

  /** One line of an entry. */
  record Posting(String account, boolean isDebit, String currency, long minorUnits) {
    static Posting read(StrictJson json) {
      String side = json.text("side");
      boolean isDebit = side.equals("DEBIT");
      RuleViolation.unless(isDebit || side.equals("CREDIT"), "side", "DEBIT or CREDIT", side);
      StrictJson amount = json.object("amount");
      long minorUnits = amount.integer("minorUnits");
      if (minorUnits <= 0) {
        throw new RuleViolation("amount of a posting", "above zero", "" + minorUnits);
      }
      return new Posting(json.text("account"), isDebit, amount.text("currency"), minorUnits);
    }

    /** Returns a text that no other posting has, whatever characters the names contain. */
    String canonical(boolean isMirrored) {
      String side = isDebit != isMirrored ? "+" : "-";
      return account.length()
          + ":"
          + account
          + currency.length()
          + ":"
          + currency
          + side
          + minorUnits;
    }
  }

  void open(long leafIndex, StrictJson event) {
    String account = key(event, event.text("account"));
    String kind = event.text("kind");
    RuleViolation.unless(KINDS.contains(kind), "kind of an account", "one of " + KINDS, kind);
    RuleViolation.unless(!accounts.containsKey(account), "account", "opened once", account);
    accounts.put(account, new LedgerSums(leafIndex, kind, event.text("currency")));
  }

  void setTerms(StrictJson event) {
    boundsOf(event).set(event.object("terms"));
  }

  void freeze(StrictJson event, boolean isFrozen) {
    boundsOf(event).freeze(isFrozen);
  }

  void close(StrictJson event) {
    AccountBounds closed = boundsOf(event);
    LedgerSums sums = accounts.get(key(event, event.text("account")));
    RuleViolation.unless(
        sums != null && sums.balance().signum() == 0, "closed account", "empty", "has a balance");
    closed.close();
  }

  private AccountBounds boundsOf(StrictJson event) {
    String account = key(event, event.text("account"));
    RuleViolation.unless(
        accounts.containsKey(account), "account", "opened before", account + " never was");
    AccountBounds found = bounds.computeIfAbsent(account, unknown -> new AccountBounds());
    found.requireOpen(account);
    return found;
  }

  /** An entry that says all that it can, perhaps that it undoes a part of another. */
  void record(StrictJson event) {
    StrictJson content = event.object("content");
    List<Posting> postings = postings(content);
    @Nullable String reversed = content.object("links").textOrNull("reverses");
    if (reversed != null) {
      entries.set(reversible(event, reversed), REVERSED, IN_PART);
    }
    String cause = event.object("decision").text("cause");
    RuleViolation.unless(CAUSES.contains(cause), "cause of an entry", "one of " + CAUSES, cause);
    RuleViolation.unless(
        cause.equals("REVERSED") == (reversed != null), "cause of an entry", "as its links", cause);
    requireAllowed(event, cause);
    if (cause.equals("CAPTURED")) {
      holds.spend(event, postings);
    }
    // What was promised or done before may be captured or undone, whatever the bounds are now.
    if (cause.equals("POSTED") || cause.equals("APPROVED")) {
      enterWithin(event, postings);
    } else {
      enter(event, event.text("entry"), postings);
    }
  }

  void closePeriod(StrictJson event) {
    String through = event.text("through");
    @Nullable String before = closedThrough.put(event.text("book"), through);
    RuleViolation.unless(
        before == null || through.compareTo(before) > 0,
        "closed period",
        "after " + before,
        through);
  }

  void propose(StrictJson event) {
    proposedBy.put(key(event, event.text("entry")), event.text("by"));
  }

  void approve(StrictJson event) {
    String entry = key(event, event.text("entry"));
    @Nullable String proposer = proposedBy.remove(entry);
    RuleViolation.unless(
        proposer != null && !proposer.equals(event.text("by")),
        "approval of entry " + entry,
        "by another than the proposer",
        String.valueOf(proposer));
    approved = entry;
  }

  private void requireAllowed(StrictJson event, String cause) {
    String day = event.object("decision").text("valueDate");
    @Nullable String closed = closedThrough.get(event.text("book"));
    RuleViolation.unless(
        closed == null || day.compareTo(closed) > 0, "value date", "after " + closed, day);
    if (cause.equals("APPROVED")) {
      String entry = key(event, event.text("entry"));
      RuleViolation.unless(entry.equals(approved), "entry " + entry, "approved", "not approved");
      approved = null;
    }
  }

  HoldReplay holds() {
    return holds;
  }

  PayoutReplay payouts() {
    return payouts;
  }

  void post(StrictJson event) {
    var postings = postings(event);
    enterWithin(event, postings);
    if (payouts.has(event.textOrNull("reference"))) {
      postings.stream()
          .filter(Posting::isDebit)
          .forEach(posting -> requireCovered(key(event, posting.account())));
    }
  }

  private void requireCovered(String account) {
    @Nullable LedgerSums sums = accounts.get(account);
    RuleViolation.unless(
        sums != null && sums.balance().signum() >= 0,
        "balance of " + account + " after a payout",
        "not below zero",
        sums == null ? "no account" : sums.balance().toString());
  }

  void reverse(StrictJson event) {
    String original = event.text("reversed");
    var postings = postings(event);
    long at = reversible(event, original);
    RuleViolation.unless(
        entries.get(at, REVERSED) == IN_PART
            || digest(postings, true).equals(entries.getKey(at, POSTINGS)),
        "reversal of " + original,
        "the same postings with sides exchanged",
        "other postings");
    entries.set(at, REVERSED, WHOLLY);
    enter(event, event.text("reversal"), postings);
  }

  private long reversible(StrictJson event, String original) {
    long at = entries.find(ShortHash.of(key(event, original)));
    if (at == ScratchTable.NOWHERE) {
      throw new RuleViolation("reversed entry", "posted before", original + " never was");
    }
    RuleViolation.unless(
        entries.get(at, REVERSED) != WHOLLY, "entry", "reversed once", original + " again");
    return at;
  }

  /** Enters what must keep the bounds of its accounts. */
  private void enterWithin(StrictJson event, List<Posting> postings) {
    var before = new HashMap<String, BigInteger>();
    for (Posting posting : postings) {
      String account = key(event, posting.account());
      @Nullable LedgerSums sums = bounds.containsKey(account) ? accounts.get(account) : null;
      if (sums != null) {
        before.put(account, sums.balance());
      }
    }
    enter(event, event.text("entry"), postings);
    before.forEach((account, balance) -> {
      BigInteger after = Objects.requireNonNull(accounts.get(account)).balance();
      Objects.requireNonNull(bounds.get(account)).check(account, after.subtract(balance), after);
    });
  }

  private static List<Posting> postings(StrictJson event) {
    return event.objects("postings").stream().map(Posting::read).toList();
  }

  private void enter(StrictJson event, String entry, List<Posting> postings) {
    if (postings.size() < 2) {
      throw new RuleViolation("entry " + entry, "at least 2 postings", "" + postings.size());
    }
    ShortHash key = ShortHash.of(key(event, entry));
    RuleViolation.unless(entries.find(key) == ScratchTable.NOWHERE, "entry id", "used once", entry);
    requireBalance(entry, postings);
    var sums = postings.stream().map(p -> account(key(event, p.account()), p)).toList();
    for (int i = 0; i < sums.size(); i++) {
      sums.get(i).add(postings.get(i));
    }
    entries.setKey(entries.add(key), POSTINGS, digest(postings, false));
  }

  private static void requireBalance(String entry, List<Posting> postings) {
    var sums = new HashMap<String, BigInteger>();
    for (Posting posting : postings) {
      var amount = BigInteger.valueOf(posting.minorUnits());
      sums.merge(posting.currency(), posting.isDebit() ? amount : amount.negate(), BigInteger::add);
    }
    sums.values().removeIf(sum -> sum.signum() == 0);
    if (!sums.isEmpty()) {
      throw new RuleViolation(
          "entry " + entry, "debits equal credits", "debits less credits: " + new TreeMap<>(sums));
    }
  }

  private LedgerSums account(String account, Posting posting) {
    @Nullable LedgerSums opened = accounts.get(account);
    if (opened == null) {
      throw new RuleViolation("account", "opened before it is used", account + " never was");
    }
    if (!opened.currency().equals(posting.currency())) {
      throw new RuleViolation(
          "currency of account " + account, opened.currency(), posting.currency());
    }
    return opened;
  }

  private static String key(StrictJson event, String name) {
    return event.text("book") + " " + name;
  }

  /** A reversal needs to know only whether the postings are the same, in any order. */
  private static ShortHash digest(List<Posting> postings, boolean isMirrored) {
    String[] lines = new String[postings.size()];
    for (int i = 0; i < lines.length; i++) {
      lines[i] = postings.get(i).canonical(isMirrored);
    }
    Arrays.sort(lines);
    return ShortHash.of(String.join("", lines));
  }

  /** Returns the accounts by book and account name. */
  SortedMap<String, LedgerSums> accounts() {
    return Collections.unmodifiableSortedMap(new TreeMap<>(accounts));
  }

  /** Returns debits less credits over all accounts by currency: zero if the books balance. */
  SortedMap<String, BigInteger> trialBalance() {
    var sums = new TreeMap<String, BigInteger>();
    for (LedgerSums account : accounts.values()) {
      sums.merge(account.currency(), account.debit().subtract(account.credit()), BigInteger::add);
    }
    return sums;
  }

  long entries() {
    return entries.count();
  }

  ModelRows rows() {
    return new AccountRows(accounts());
  }

  @Override
  public void close() {
    entries.close();
    holds.close();
    payouts.close();
  }
}
