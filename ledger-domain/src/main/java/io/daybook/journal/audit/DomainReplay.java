package io.daybook.journal.audit;

import io.daybook.journal.Bytes;

/** The state that the recorded events add up to, rebuilt from nothing but their payloads. */
final class DomainReplay implements AutoCloseable {
  private static final String KYB_CASES = "kyb.casefile.";

  private final LedgerReplay ledger = new LedgerReplay();
  private final TicketReplay tickets;
  private final CaseReplay cases;

  /** Starts with nothing; {@code sink} hears of every change. */
  DomainReplay(StateSink sink) {
    this.tickets = new TicketReplay(sink);
    this.cases = new CaseReplay(sink);
  }

  /** Tells whether there are rules for events of this type. */
  static boolean knows(String type) {
    return switch (type) {
      case "ledger.book.AccountOpened",
          "ledger.book.AccountTermsSet",
          "ledger.book.AccountFrozen",
          "ledger.book.AccountUnfrozen",
          "ledger.book.AccountClosed",
          "ledger.book.EntryPosted",
          "ledger.book.EntryReversed",
          "ledger.book.EntryRecorded",
          "ledger.book.PeriodClosed",
          "ledger.book.EntryProposed",
          "ledger.book.ProposalApproved",
          "ledger.book.HoldPlaced",
          "ledger.book.HoldCaptured",
          "ledger.book.HoldVoided",
          "ledger.book.HoldExpired",
          "ledger.wallet.PayoutRequested",
          "ticketing.ticket.TicketIssued",
          "ticketing.ticket.TicketRevoked" ->
          true;
      default -> type.startsWith(KYB_CASES);
    };
  }

  /**
   * Applies one event; tells whether there are rules for its type.
   *
   * @throws RuleViolation if the event breaks one; it then changed nothing or only in part
   */
  boolean apply(long leafIndex, String type, Bytes payload) {
    if (!knows(type)) {
      return false;
    }
    StrictJson event = StrictJson.parse(payload);
    switch (type) {
      case "ledger.book.AccountOpened" -> ledger.open(leafIndex, event);
      case "ledger.book.AccountTermsSet" -> ledger.setTerms(event);
      case "ledger.book.AccountFrozen" -> ledger.freeze(event, true);
      case "ledger.book.AccountUnfrozen" -> ledger.freeze(event, false);
      case "ledger.book.AccountClosed" -> ledger.close(event);
      case "ledger.book.EntryPosted" -> ledger.post(event);
      case "ledger.book.EntryRecorded" -> ledger.record(event);
      case "ledger.book.PeriodClosed" -> ledger.closePeriod(event);
      case "ledger.book.EntryProposed" -> ledger.propose(event);
      case "ledger.book.ProposalApproved" -> ledger.approve(event);
      case "ledger.book.HoldPlaced" -> ledger.holds().place(event);
      case "ledger.book.HoldCaptured" -> ledger.holds().capture(event);
      case "ledger.book.HoldVoided", "ledger.book.HoldExpired" -> ledger.holds().end(event);
      case "ledger.book.EntryReversed" -> ledger.reverse(event);
      case "ledger.wallet.PayoutRequested" -> ledger.requestPayout(event);
      case "ticketing.ticket.TicketIssued" -> tickets.issue(leafIndex, event);
      case "ticketing.ticket.TicketRevoked" -> tickets.revoke(event);
      default -> cases.apply(leafIndex, type.substring(KYB_CASES.length()), event);
    }
    return true;
  }

  /** Follows an event whose payload is gone as far as its type tells. */
  void applyErased(long leafIndex, String type, String aggregateId) {
    if (type.startsWith(KYB_CASES)) {
      cases.applyErased(leafIndex, type.substring(KYB_CASES.length()), aggregateId);
    }
  }

  LedgerReplay ledger() {
    return ledger;
  }

  /** Returns what a read model, or a chain's list of ticket owners, must hold now. */
  ModelRows rows(String model) {
    return switch (model) {
      case "accounts" -> ledger.rows();
      case "tickets" -> tickets.rows();
      case "owners" -> tickets.owners();
      case "cases" -> cases.rows();
      default -> throw new IllegalArgumentException("no model " + model);
    };
  }

  @Override
  public void close() {
    ledger.close();
    tickets.close();
    cases.close();
  }
}
