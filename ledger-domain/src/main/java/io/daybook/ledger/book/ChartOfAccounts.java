package io.daybook.ledger.book;

import io.daybook.ledger.OrganiserId;

/** The accounts of the platform's main book. */
public final class ChartOfAccounts {
  /** What payment providers owe us: captured and not yet paid to our bank (asset). */
  public static final AccountId PAYMENT_CLEARING = new AccountId("clearing:payments");

  /** What is on its way out to organisers (asset, with credits for money that left). */
  public static final AccountId PAYOUT_CLEARING = new AccountId("clearing:payouts");

  /** What the platform earns on sales (revenue). */
  public static final AccountId PLATFORM_FEES = new AccountId("platform:fees");

  /** Money that was received and matches nothing yet (liability). */
  public static final AccountId SUSPENSE = new AccountId("suspense:payments");

  private ChartOfAccounts() {}

  /** Returns the account of what we owe {@code organiser} (liability). */
  public static AccountId payableTo(OrganiserId organiser) {
    return new AccountId("organisers:" + organiser.value() + ":payable");
  }
}
