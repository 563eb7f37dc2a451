package io.daybook.journal.audit;

import io.daybook.journal.Bytes;
import java.util.Map;

/** The state that the recorded events add up to, rebuilt from nothing but their payloads. */
final class DomainReplay implements AutoCloseable {
  private static final String KYB_CASES = "kyb.casefile.";

  private final LedgerReplay ledger = new LedgerReplay();
  private final TicketReplay tickets;
  private final CaseReplay cases;
  private final WatchlistReplay watchlists = new WatchlistReplay();
  private final Map<String, Rule> rules;

  /** Starts with nothing; {@code sink} hears of every change. */
  DomainReplay(StateSink sink) {
    this.tickets = new TicketReplay(sink);
    this.cases = new CaseReplay(sink);
    this.rules = rules();
  }

  /** What is done with an event, whose record is at {@code leafIndex}. */
  private interface Rule {
    void apply(long leafIndex, StrictJson event);
  }

  private Map<String, Rule> rules() {
    return Map.ofEntries(
        Map.entry("ledger.book.AccountOpened", ledger::open),
        Map.entry("ledger.book.AccountTermsSet", (_, event) -> ledger.setTerms(event)),
        Map.entry("ledger.book.AccountFrozen", (_, event) -> ledger.freeze(event, true)),
        Map.entry("ledger.book.AccountUnfrozen", (_, event) -> ledger.freeze(event, false)),
        Map.entry("ledger.book.AccountClosed", (_, event) -> ledger.close(event)),
        Map.entry("ledger.book.EntryPosted", (_, event) -> ledger.post(event)),
        Map.entry("ledger.book.EntryReversed", (_, event) -> ledger.reverse(event)),
        Map.entry("ledger.book.EntryRecorded", (_, event) -> ledger.record(event)),
        Map.entry("ledger.book.PeriodClosed", (_, event) -> ledger.closePeriod(event)),
        Map.entry("ledger.book.EntryProposed", (_, event) -> ledger.propose(event)),
        Map.entry("ledger.book.ProposalApproved", (_, event) -> ledger.approve(event)),
        Map.entry("ledger.book.HoldPlaced", (_, event) -> ledger.holds().place(event)),
        Map.entry("ledger.book.HoldCaptured", (_, event) -> ledger.holds().capture(event)),
        Map.entry("ledger.book.HoldVoided", (_, event) -> ledger.holds().end(event)),
        Map.entry("ledger.book.HoldExpired", (_, event) -> ledger.holds().end(event)),
        Map.entry("ledger.wallet.PayoutProposed", (_, event) -> ledger.payouts().propose(event)),
        Map.entry("ledger.wallet.PayoutApproved", (_, event) -> ledger.payouts().approve(event)),
        Map.entry("ledger.wallet.PayoutRequested", (_, event) -> ledger.payouts().request(event)),
        Map.entry("kyb.watchlist.WatchlistVersionLoaded", (_, event) -> watchlists.load(event)),
        Map.entry(
            "kyb.watchlist.WatchlistVersionActivated", (_, event) -> watchlists.activate(event)),
        Map.entry("ticketing.ticket.TicketIssued", tickets::issue),
        Map.entry("ticketing.ticket.TicketRevoked", (_, event) -> tickets.revoke(event)));
  }

  /** Tells whether there are rules for events of this type. */
  boolean knows(String type) {
    return rules.containsKey(type) || type.startsWith(KYB_CASES);
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
    Rule rule = rules.get(type);
    if (rule == null) {
      cases.apply(leafIndex, type.substring(KYB_CASES.length()), event);
    } else {
      rule.apply(leafIndex, event);
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
    watchlists.close();
  }
}
