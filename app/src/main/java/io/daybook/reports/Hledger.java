package io.daybook.reports;

import java.math.BigInteger;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * Writes the whole ledger as an hledger journal. At its end it claims every account's balance, so
 * hledger itself finds out if anything were missing.
 */
public final class Hledger {
  private final StringBuilder text = new StringBuilder();

  private Hledger() {}

  /** Returns the journal of a ledger from its beginning. */
  public static String of(GeneralLedger ledger) {
    var hledger = new Hledger();
    hledger.write(ledger);
    return hledger.text.toString();
  }

  private void write(GeneralLedger ledger) {
    add("; the journal up to position " + ledger.position());
    Map<String, String> names =
        ledger.accounts().stream()
            .collect(Collectors.toMap(sum -> sum.account().value(), Hledger::name));
    ledger.accounts().forEach(account -> add("account " + name(account)));
    PlainText.entries(ledger.lines())
        .forEach(entry -> {
          JournalLine first = entry.getFirst();
          add("");
          add(
              PlainText.date(first.postedAt())
                  + " * ("
                  + first.entry()
                  + ") "
                  + comment(first.memo())
                  + "  ; position: "
                  + first.position()
                  + ", reference: "
                  + comment(first.reference()).replace(",", " "));
          entry.forEach(line ->
              add("    " + names.get(line.account().value()) + "  " + PlainText.amount(line)));
        });
    if (!ledger.accounts().isEmpty()) {
      add("");
      add(PlainText.date(ledger.period().until()) + " * balances");
      for (AccountSum account : ledger.accounts()) {
        String nothing = Amounts.text(BigInteger.ZERO, account.currency());
        add(
            "    %s  %s %s = %s"
                .formatted(name(account), nothing, account.currency(), PlainText.balance(account)));
      }
    }
  }

  private static String name(AccountSum account) {
    return PlainText.root(account.kind()).toLowerCase(Locale.ROOT) + ":" + account.account();
  }

  /** A semicolon would begin a comment. */
  private static String comment(String text) {
    return PlainText.line(text).replace(';', ',');
  }

  private void add(String line) {
    text.append(line).append('\n');
  }
}
