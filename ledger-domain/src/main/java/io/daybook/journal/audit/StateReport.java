package io.daybook.journal.audit;

import static io.daybook.journal.audit.ReportText.printable;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import java.util.Locale;
import java.util.stream.Collectors;

/** Prints replayed books, tickets and cases. */
final class StateReport {
  private final LedgerReplay ledger;
  private final StateListing listing;
  private final AuditReport report;

  StateReport(LedgerReplay ledger, StateListing listing, AuditReport report) {
    this.ledger = ledger;
    this.listing = listing;
    this.report = report;
  }

  String text() {
    var text = new StringBuilder();
    text.append("Accounts (book, account): balance in minor units\n");
    ledger
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
    ledger
        .trialBalance()
        .forEach((currency, sum) -> text.append("  " + printable(currency) + " " + sum + "\n"));
    tickets(text);
    text.append("KYB cases: state\n");
    listing.cases().forEach((id, state) -> text.append("  " + printable(id) + " " + state + "\n"));
    return text.append(verdict()).toString();
  }

  private void tickets(StringBuilder text) {
    text.append("Tickets: holder\n");
    listing
        .tickets()
        .forEach((id, held) -> {
          String state = held.isLive() ? "" : " (revoked)";
          text.append("  " + printable(id + " " + held.ticket().holder()) + state + "\n");
        });
  }

  private String verdict() {
    String failed =
        report.coverage().stream()
            .filter(line -> line.findings() > 0)
            .map(line -> line.check().name())
            .collect(Collectors.joining(", "));
    String stopped =
        report.coverage().stream()
            .filter(line -> line.check() == Check.V19 || line.check() == Check.V20)
            .filter(line -> !line.remark().isEmpty())
            .map(line ->
                "\n  " + line.check() + " " + line.result() + ": " + printable(line.remark()))
            .collect(Collectors.joining());
    return switch (report.verdict()) {
      case VERIFIED -> "VERIFIED" + stopped + "\nunder " + report.trust() + "\n";
      case TAMPERED, INCOMPLETE ->
          report.verdict() + ": see 'verify' for " + failed + stopped + "\n";
    };
  }

  String json() {
    var json = new JsonObject();
    json.addProperty("verdict", report.verdict().name().toLowerCase(Locale.ROOT));
    json.add("models", models());
    json.addProperty("entries", ledger.entries());
    json.add("accounts", accounts());
    var trialBalance = new JsonObject();
    ledger.trialBalance().forEach(trialBalance::addProperty);
    json.add("trialBalance", trialBalance);
    json.add("tickets", tickets());
    var cases = new JsonObject();
    listing.cases().forEach((id, state) -> cases.addProperty(id, state.name()));
    json.add("kybCases", cases);
    return ReportJson.print(json);
  }

  private JsonArray accounts() {
    var accounts = new JsonArray();
    ledger
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

  private JsonArray tickets() {
    var tickets = new JsonArray();
    listing
        .tickets()
        .forEach((id, held) -> {
          var json = new JsonObject();
          var ticket = held.ticket();
          json.addProperty("ticket", id);
          json.addProperty("holder", ticket.holder());
          json.addProperty("show", ticket.place().show());
          json.addProperty("ticketType", ticket.place().ticketType());
          json.addProperty("serial", ticket.place().serial());
          json.addProperty("live", held.isLive());
          tickets.add(json);
        });
    return tickets;
  }

  /** Says how the exported read models compare with this state. */
  private JsonObject models() {
    var json = new JsonObject();
    report.coverage().stream()
        .filter(line -> line.check() == Check.V20)
        .forEach(line -> {
          json.addProperty("result", line.result().toString());
          json.addProperty("rowsCompared", line.checked());
          json.addProperty("findings", line.findings());
          json.addProperty("remark", line.remark());
        });
    return json;
  }
}
