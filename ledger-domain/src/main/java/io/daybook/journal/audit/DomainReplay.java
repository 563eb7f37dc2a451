package io.daybook.journal.audit;

import io.daybook.journal.Bytes;
import io.daybook.journal.EventFacts;

/** The state that the recorded events add up to, rebuilt from nothing but their payloads. */
final class DomainReplay {
  private static final String KYB_CASES = "kyb.casefile.";

  private final LedgerReplay ledger = new LedgerReplay();
  private final TicketReplay tickets = new TicketReplay();
  private final CaseReplay cases = new CaseReplay();

  /**
   * Applies one event; tells whether there are rules for its type.
   *
   * @throws RuleViolation if the event breaks one; it then changed nothing or only in part
   */
  boolean apply(EventFacts facts, Bytes payload) {
    String type = facts.format().type();
    switch (type) {
      case "ledger.book.AccountOpened" -> ledger.open(StrictJson.parse(payload));
      case "ledger.book.EntryPosted" -> ledger.post(StrictJson.parse(payload));
      case "ledger.book.EntryReversed" -> ledger.reverse(StrictJson.parse(payload));
      case "ticketing.ticket.TicketIssued" -> tickets.issue(StrictJson.parse(payload));
      case "ticketing.ticket.TicketRevoked" -> tickets.revoke(StrictJson.parse(payload));
      default -> {
        if (!type.startsWith(KYB_CASES)) {
          return false;
        }
        cases.note(StrictJson.parse(payload), type.substring(KYB_CASES.length()));
      }
    }
    return true;
  }

  LedgerReplay ledger() {
    return ledger;
  }

  TicketReplay tickets() {
    return tickets;
  }

  CaseReplay cases() {
    return cases;
  }
}
