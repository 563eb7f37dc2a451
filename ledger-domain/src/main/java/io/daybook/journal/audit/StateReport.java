package io.daybook.journal.audit;

import static io.daybook.journal.audit.ReportText.printable;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import java.util.Locale;
import java.util.stream.Collectors;

/** Prints replayed books, tickets and cases. */
final class StateReport {
  private StateReport() {}

  static String text(DomainReplay domain, AuditReport report) {
    var text = new StringBuilder();
    text.append("Accounts (book, account): balance in minor units\n");
    domain
        .ledger()
        .accounts()
        .forEach((name, account) ->
            text.append(
                "  %-60s %-9s %14s %s%n"
                    .formatted(
                        printable(name),
                        account.kind(),
                        account.balance(),
                        printable(account.currency()))));
    text.append("Trial balance, debits less credits\n");
    domain
        .ledger()
        .trialBalance()
        .forEach((currency, sum) -> text.append("  " + printable(currency) + " " + sum + "\n"));
    tickets(domain, text);
    text.append("KYB cases: last event\n");
    domain
        .cases()
        .lastEventByCase()
        .forEach((id, event) -> text.append("  " + printable(id + " " + event) + "\n"));
    return text.append(verdict(report)).toString();
  }

  private static void tickets(DomainReplay domain, StringBuilder text) {
    text.append("Tickets: holder\n");
    domain
        .tickets()
        .tickets()
        .forEach((id, ticket) -> {
          String state = ticket.isLive() ? "" : " (revoked)";
          text.append("  " + printable(id + " " + ticket.holder()) + state + "\n");
        });
  }

  private static String verdict(AuditReport report) {
    String failed =
        report.coverage().stream()
            .filter(line -> line.findings() > 0)
            .map(line -> line.check().name())
            .collect(Collectors.joining(", "));
    String stopped =
        report.coverage().stream()
            .filter(line -> line.check() == Check.V19 && !line.remark().isEmpty())
            .map(line -> " (" + printable(line.remark()) + ")")
            .collect(Collectors.joining());
    return switch (report.verdict()) {
      case VERIFIED -> "VERIFIED" + stopped + "\nunder " + report.trust() + "\n";
      case TAMPERED, INCOMPLETE ->
          report.verdict() + ": see 'verify' for " + failed + stopped + "\n";
    };
  }

  static String json(DomainReplay domain, AuditReport report) {
    var json = new JsonObject();
    json.addProperty("verdict", report.verdict().name().toLowerCase(Locale.ROOT));
    json.addProperty("entries", domain.ledger().entries());
    json.add("accounts", accounts(domain));
    var trialBalance = new JsonObject();
    domain.ledger().trialBalance().forEach(trialBalance::addProperty);
    json.add("trialBalance", trialBalance);
    json.add("tickets", tickets(domain));
    var cases = new JsonObject();
    domain.cases().lastEventByCase().forEach(cases::addProperty);
    json.add("kybCases", cases);
    return ReportJson.print(json);
  }

  private static JsonArray accounts(DomainReplay domain) {
    var accounts = new JsonArray();
    domain
        .ledger()
        .accounts()
        .forEach((name, account) -> {
          var json = new JsonObject();
          json.addProperty("account", name);
          json.addProperty("kind", account.kind());
          json.addProperty("currency", account.currency());
          json.addProperty("debitMinorUnits", account.debit());
          json.addProperty("creditMinorUnits", account.credit());
          json.addProperty("balanceMinorUnits", account.balance());
          accounts.add(json);
        });
    return accounts;
  }

  private static JsonArray tickets(DomainReplay domain) {
    var tickets = new JsonArray();
    domain
        .tickets()
        .tickets()
        .forEach((id, ticket) -> {
          var json = new JsonObject();
          json.addProperty("ticket", id);
          json.addProperty("holder", ticket.holder());
          json.addProperty("show", ticket.place().show());
          json.addProperty("ticketType", ticket.place().ticketType());
          json.addProperty("serial", ticket.place().serial());
          json.addProperty("live", ticket.isLive());
          tickets.add(json);
        });
    return tickets;
  }
}
