package io.daybook.projections.shared;

import java.util.List;

/**
 * The names of the projections; each is also the name of its processing group and its processor.
 */
public final class ProjectionNames {
  /** Accounts, entries and postings. */
  public static final String BALANCES = "balances";

  /** Shows, ticket types, pools and holds. */
  public static final String SHOWS = "shows";

  /** Orders. */
  public static final String ORDERS = "orders";

  /** Tickets. */
  public static final String TICKETS = "tickets";

  /** Payments, refunds and payouts. */
  public static final String PAYMENTS = "payments";

  /** KYB cases, documents and history. */
  public static final String CASES = "cases";

  /** One line for each event. */
  public static final String AUDIT = "audit";

  /** All of them, in the order in which a status page shows them. */
  public static final List<String> ALL =
      List.of(BALANCES, SHOWS, ORDERS, TICKETS, PAYMENTS, CASES, AUDIT);

  private ProjectionNames() {}
}
