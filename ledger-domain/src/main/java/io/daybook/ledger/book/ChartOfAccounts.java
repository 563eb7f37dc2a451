package io.daybook.ledger.book;

import io.daybook.ledger.OrganiserId;
import java.util.Currency;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The accounts of the platform's main book.
 *
 * <p>An account has one currency, so the currency is the last segment of each path, such as {@code
 * clearing:payments:EUR}.
 */
public final class ChartOfAccounts {
  private static final Pattern PAYABLE = Pattern.compile("organisers:([^:]*):payable:[A-Z]{3}");

  private ChartOfAccounts() {}

  /** Returns what payment providers owe us: captured and not yet paid to our bank (asset). */
  public static AccountId paymentClearing(Currency currency) {
    return inCurrency("clearing:payments", currency);
  }

  /** Returns what is on its way out to organisers (asset, with credits for money that left). */
  public static AccountId payoutClearing(Currency currency) {
    return inCurrency("clearing:payouts", currency);
  }

  /** Returns what the platform earns on sales (revenue). */
  public static AccountId platformFees(Currency currency) {
    return inCurrency("platform:fees", currency);
  }

  /** Returns the money that was received and matches nothing (liability). */
  public static AccountId suspense(Currency currency) {
    return inCurrency("suspense:payments", currency);
  }

  /** Returns what chargebacks cost us because nobody else has to bear them (expense). */
  public static AccountId chargebackLosses(Currency currency) {
    return inCurrency("losses:chargebacks", currency);
  }

  /**
   * Returns what was taken from us in part by chargebacks and nobody has borne yet; below zero,
   * what was won back and nobody has got yet (asset).
   */
  public static AccountId disputedPayments(Currency currency) {
    return inCurrency("disputes:chargebacks", currency);
  }

  /** Returns what we owe {@code organiser} (liability). */
  public static AccountId payableTo(OrganiserId organiser, Currency currency) {
    return inCurrency("organisers:" + organiser.value() + ":payable", currency);
  }

  /** Returns the organiser whom {@code account} is payable to, if it is such an account. */
  public static Optional<OrganiserId> payee(AccountId account) {
    Matcher payable = PAYABLE.matcher(account.value());
    return payable.matches() ? Optional.of(new OrganiserId(payable.group(1))) : Optional.empty();
  }

  private static AccountId inCurrency(String path, Currency currency) {
    return new AccountId(path + ":" + currency.getCurrencyCode());
  }
}
