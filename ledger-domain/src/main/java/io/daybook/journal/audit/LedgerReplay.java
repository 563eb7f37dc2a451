package io.daybook.journal.audit;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.daybook.journal.RecordHash;
import java.math.BigInteger;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The books, rebuilt posting by posting under the rules of double entry. */
final class LedgerReplay {
  private static final Set<String> KINDS =
      Set.of("ASSET", "LIABILITY", "REVENUE", "EXPENSE", "EQUITY");

  private final SortedMap<String, Account> accounts = new TreeMap<>();
  private final Map<String, RecordHash> postingsByEntry = new HashMap<>();
  private final Set<String> reversed = new HashSet<>();

  /** One account's sums, in minor units of its currency. */
  record Account(String kind, String currency, BigInteger debit, BigInteger credit) {
    /** Returns the balance on the account's own side: what an asset is worth, what is owed. */
    BigInteger balance() {
      boolean isDebitSide = kind.equals("ASSET") || kind.equals("EXPENSE");
      return isDebitSide ? debit.subtract(credit) : credit.subtract(debit);
    }

    Account with(Posting posting) {
      var amount = BigInteger.valueOf(posting.minorUnits());
      return posting.isDebit()
          ? new Account(kind, currency, debit.add(amount), credit)
          : new Account(kind, currency, debit, credit.add(amount));
    }
  }

  /** One line of an entry. */
  record Posting(String account, boolean isDebit, String currency, long minorUnits) {
    static Posting read(StrictJson json) {
      String side = json.text("side");
      boolean isDebit = side.equals("DEBIT");
      RuleViolation.unless(isDebit || side.equals("CREDIT"), "side", "DEBIT or CREDIT", side);
      StrictJson amount = json.object("amount");
      long minorUnits = amount.integer("minorUnits");
      RuleViolation.unless(minorUnits > 0, "amount of a posting", "above zero", "" + minorUnits);
      return new Posting(json.text("account"), isDebit, amount.text("currency"), minorUnits);
    }

    /** Returns a text that no other posting has, whatever characters the names contain. */
    String canonical() {
      String side = isDebit ? "+" : "-";
      return account.length()
          + ":"
          + account
          + currency.length()
          + ":"
          + currency
          + side
          + minorUnits;
    }

    Posting mirrored() {
      return new Posting(account, !isDebit, currency, minorUnits);
    }
  }

  void open(StrictJson event) {
    String account = key(event, "account");
    String kind = event.text("kind");
    RuleViolation.unless(KINDS.contains(kind), "kind of an account", "one of " + KINDS, kind);
    RuleViolation.unless(!accounts.containsKey(account), "account", "opened once", account);
    var zero = BigInteger.ZERO;
    accounts.put(account, new Account(kind, event.text("currency"), zero, zero));
  }

  void post(StrictJson event) {
    enter(event, key(event, "entry"), postings(event));
  }

  void reverse(StrictJson event) {
    String original = key(event, "reversed");
    var postings = postings(event);
    @Nullable RecordHash expected = postingsByEntry.get(original);
    if (expected == null) {
      throw new RuleViolation("reversed entry", "posted before", original + " never was");
    }
    var mirrored = postings.stream().map(Posting::mirrored).toList();
    RuleViolation.unless(
        digest(mirrored).equals(expected),
        "reversal of " + original,
        "the same postings with sides exchanged",
        "other postings");
    RuleViolation.unless(reversed.add(original), "entry", "reversed once", original + " again");
    enter(event, key(event, "reversal"), postings);
  }

  private static List<Posting> postings(StrictJson event) {
    return event.objects("postings").stream().map(Posting::read).toList();
  }

  private void enter(StrictJson event, String entry, List<Posting> postings) {
    RuleViolation.unless(
        postings.size() >= 2, "entry " + entry, "at least 2 postings", "" + postings.size());
    RuleViolation.unless(!postingsByEntry.containsKey(entry), "entry id", "used once", entry);
    requireBalance(entry, postings);
    postings.forEach(posting -> requireAccount(key(event, posting), posting));
    postings.forEach(
        posting -> accounts.computeIfPresent(key(event, posting), (_, a) -> a.with(posting)));
    postingsByEntry.put(entry, digest(postings));
  }

  private static void requireBalance(String entry, List<Posting> postings) {
    var sums = new TreeMap<String, BigInteger>();
    for (Posting posting : postings) {
      var amount = BigInteger.valueOf(posting.minorUnits());
      sums.merge(posting.currency(), posting.isDebit() ? amount : amount.negate(), BigInteger::add);
    }
    sums.values().removeIf(sum -> sum.signum() == 0);
    RuleViolation.unless(
        sums.isEmpty(), "entry " + entry, "debits equal credits", "debits less credits: " + sums);
  }

  private void requireAccount(String account, Posting posting) {
    @Nullable Account opened = accounts.get(account);
    if (opened == null) {
      throw new RuleViolation("account", "opened before it is used", account + " never was");
    }
    RuleViolation.unless(
        opened.currency().equals(posting.currency()),
        "currency of account " + account,
        opened.currency(),
        posting.currency());
  }

  private static String key(StrictJson event, String field) {
    return event.text("book") + " " + event.text(field);
  }

  private static String key(StrictJson event, Posting posting) {
    return event.text("book") + " " + posting.account();
  }

  /** A reversal needs to know only whether the postings are the same, in any order. */
  private static RecordHash digest(List<Posting> postings) {
    String lines = postings.stream().map(Posting::canonical).sorted().collect(Collectors.joining());
    return RecordHash.sha256(lines.getBytes(UTF_8));
  }

  /** Returns the accounts by book and account name. */
  SortedMap<String, Account> accounts() {
    return Collections.unmodifiableSortedMap(accounts);
  }

  /** Returns debits less credits over all accounts by currency: zero if the books balance. */
  SortedMap<String, BigInteger> trialBalance() {
    var sums = new TreeMap<String, BigInteger>();
    for (Account account : accounts.values()) {
      sums.merge(account.currency(), account.debit().subtract(account.credit()), BigInteger::add);
    }
    return sums;
  }

  int entries() {
    return postingsByEntry.size();
  }
}
