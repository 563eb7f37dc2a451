package io.daybook.reports;

import io.daybook.ledger.DerivedId;
import java.math.BigInteger;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Objects;
import java.util.TreeMap;

/**
 * Writes the whole ledger as a beancount file. At its end it claims every account's balance, so
 * beancount itself finds out if anything were missing.
 *
 * <p>Parts of beancount's account names begin with a capital letter and have no underscores. Where
 * two accounts would get one name, all but the first get an ending that derives from the path.
 */
public final class Beancount {
  private static final int DISTINCTION = 12;

  private final StringBuilder text = new StringBuilder();
  private final Map<String, String> names = new HashMap<>();
  private final NavigableMap<String, AccountSum> accountsByName = new TreeMap<>();

  private Beancount() {}

  /** Returns the file of a ledger from its beginning. */
  public static String of(GeneralLedger ledger) {
    var beancount = new Beancount();
    beancount.write(ledger);
    return beancount.text.toString();
  }

  private void write(GeneralLedger ledger) {
    name(ledger);
    add("; the journal up to position " + ledger.position());
    for (AccountSum account : ledger.accounts()) {
      add(
          "%s open %s %s"
              .formatted(
                  PlainText.date(account.openedAt()),
                  names.get(account.account().value()),
                  account.currency()));
    }
    PlainText.entries(ledger.lines())
        .forEach(entry -> {
          JournalLine first = entry.getFirst();
          add("");
          add(PlainText.date(first.postedAt()) + " * " + quoted(first.memo()));
          add("  entry: " + quoted(first.entry().value()));
          add("  position: " + first.position());
          add("  reference: " + quoted(first.reference()));
          entry.forEach(line ->
              add("  " + names.get(line.account().value()) + "  " + PlainText.amount(line)));
        });
    add("");
    for (AccountSum account : ledger.accounts()) {
      add(
          "%s balance %s  %s"
              .formatted(
                  dayAfter(ledger.period().until()),
                  names.get(account.account().value()),
                  balance(account)));
    }
  }

  /** Returns the balance as beancount has it: that of the account and of those below it. */
  private String balance(AccountSum account) {
    String name = Objects.requireNonNull(names.get(account.account().value()));
    BigInteger sum = account.debitsMinor().subtract(account.creditsMinor());
    for (AccountSum below : accountsByName.subMap(name + ":", name + ";").values()) {
      if (below.currency().equals(account.currency())) {
        sum = sum.add(below.debitsMinor()).subtract(below.creditsMinor());
      }
    }
    return Amounts.text(sum, account.currency()) + " " + account.currency();
  }

  /** Beancount's balances are those before a day begins. */
  private static String dayAfter(Instant until) {
    return PlainText.date(until).plusDays(1).toString();
  }

  private void name(GeneralLedger ledger) {
    for (AccountSum account : ledger.accounts()) {
      String path = account.account().value();
      var name = new StringBuilder(PlainText.root(account.kind()));
      for (String part : path.split(":", -1)) {
        name.append(':').append(part(part));
      }
      if (accountsByName.containsKey(name.toString())) {
        name.append('-').append(DerivedId.of("A", path), 2, 2 + DISTINCTION);
      }
      names.put(path, name.toString());
      accountsByName.put(name.toString(), account);
    }
  }

  private static String part(String part) {
    String plain = part.replace('_', '-');
    char first = plain.charAt(0);
    if (first == '-') {
      return "X" + plain;
    }
    return Character.toUpperCase(first) + plain.substring(1);
  }

  private static String quoted(String text) {
    return '"' + PlainText.line(text).replace("\\", "\\\\").replace("\"", "\\\"") + '"';
  }

  private void add(String line) {
    text.append(line).append('\n');
  }
}
