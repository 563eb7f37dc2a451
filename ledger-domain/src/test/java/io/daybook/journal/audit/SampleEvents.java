package io.daybook.journal.audit;

import java.util.ArrayList;
import java.util.List;

/** A small story: books with accounts and entries, tickets, a KYB case, and one unknown event. */
final class SampleEvents {
  private static final List<String> REVIEW =
      List.of(
          "CaseOpened ,\"applicant\":\"usr_1\"",
          "DocumentAttached ,\"document\":\"doc_1\"",
          "CaseSubmitted ",
          "DocumentsChecked ,\"intact\":true",
          "ApprovalProposed ,\"officer\":\"usr_2\"",
          "CaseApproved ,\"proposedBy\":\"usr_2\",\"approvedBy\":\"usr_3\"");

  private final List<Event> events = new ArrayList<>();

  /** One event to record. */
  record Event(String aggregateType, String aggregateId, String type, String json) {}

  static List<Event> story(int count) {
    var sample = new SampleEvents();
    sample.open("psp:clearing", "ASSET");
    sample.open("organisers:org_1:payable", "LIABILITY");
    sample.open("platform:fees", "REVENUE");
    sample.add("Probe", "probe_1", "test.Probe", "{\"text\":\"grün €\"}");
    for (int n = 0; sample.events.size() < count; n++) {
      sample.sell(n);
    }
    return sample.events.subList(0, count);
  }

  private void sell(int n) {
    post("ent_" + n, 4500 + n);
    review("kyb_" + n / 6, n % 6);
    issue("tkt_" + n, "p_" + n, n);
    if (n % 10 == 9) {
      add(
          "Ticket",
          "tkt_" + n,
          "ticketing.ticket.TicketRevoked",
          "{\"ticket\":\"tkt_" + n + "\",\"reason\":\"refund\"}");
      reverse("ent_" + n, 4500 + n);
    }
  }

  /** Adds step {@code step} (0 to 5) of a case from application to approval. */
  private void review(String kybCase, int step) {
    String type = "kyb.casefile." + REVIEW.get(step).substring(0, REVIEW.get(step).indexOf(' '));
    add("KybCase", kybCase, type, caseEvent(kybCase, step));
  }

  static String caseEvent(String kybCase, int step) {
    String rest = REVIEW.get(step).substring(REVIEW.get(step).indexOf(' ') + 1);
    return "{\"kybCase\":\"" + kybCase + "\"" + rest + "}";
  }

  private void issue(String ticket, String holder, int serial) {
    add("Ticket", ticket, "ticketing.ticket.TicketIssued", ticket(ticket, holder, serial));
  }

  static String ticket(String ticket, String holder, int serial) {
    return """
    {"ticket":"%s","order":"ord_1","show":"shw_1","ticketType":"floor","holder":"%s","serial":%d}\
    """
        .formatted(ticket, holder, serial);
  }

  private void open(String account, String kind) {
    add("Book", "book_1", "ledger.book.AccountOpened", account(account, kind));
  }

  static String account(String account, String kind) {
    return "{\"book\":\"book_1\",\"account\":\"%s\",\"kind\":\"%s\",\"currency\":\"EUR\"}"
        .formatted(account, kind);
  }

  private void post(String entry, long total) {
    add("Book", "book_1", "ledger.book.EntryPosted", entry(entry, total, total));
  }

  static String entry(String entry, long debit, long credit) {
    return """
    {"book":"book_1","entry":"%s","postings":[%s,%s,%s],"memo":"sale","reference":"ord_1"}\
    """
        .formatted(
            entry,
            posting("psp:clearing", "DEBIT", debit),
            posting("organisers:org_1:payable", "CREDIT", credit - 100),
            posting("platform:fees", "CREDIT", 100));
  }

  private void reverse(String entry, long total) {
    add("Book", "book_1", "ledger.book.EntryReversed", reversal(entry, total));
  }

  static String reversal(String entry, long total) {
    return """
    {"book":"book_1","reversal":"rev_%s","reversed":"%s","postings":[%s,%s,%s],"memo":"refund"}\
    """
        .formatted(
            entry,
            entry,
            posting("platform:fees", "DEBIT", 100),
            posting("psp:clearing", "CREDIT", total),
            posting("organisers:org_1:payable", "DEBIT", total - 100));
  }

  static String posting(String account, String side, long minorUnits) {
    return """
    {"account":"%s","side":"%s","amount":{"currency":"EUR","minorUnits":%d}}\
    """
        .formatted(account, side, minorUnits);
  }

  private void add(String aggregateType, String aggregateId, String type, String json) {
    events.add(new Event(aggregateType, aggregateId, type, json));
  }
}
