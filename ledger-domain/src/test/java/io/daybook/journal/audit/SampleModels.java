package io.daybook.journal.audit;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import io.daybook.journal.StoredRecord;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/** The read models of a sample journal, put together without the replay that is to check them. */
final class SampleModels {
  private static final Map<String, String> STATES =
      Map.of(
          "CaseOpened", "OPEN",
          "CaseSubmitted", "SUBMITTED",
          "DocumentsChecked", "CHECKED",
          "ApprovalProposed", "PROPOSED",
          "CaseApproved", "APPROVED");

  private final SortedMap<String, String> tickets = new TreeMap<>();
  private final SortedMap<String, String> cases = new TreeMap<>();
  private final SortedMap<String, long[]> turnover = new TreeMap<>();
  private final Map<String, String> kinds = new HashMap<>();
  private final Map<String, Integer> counts = new HashMap<>();

  private SampleModels() {}

  /** Returns the files of the models and the census as they are after the last row. */
  static Map<String, byte[]> of(List<StoredRecord> rows) {
    var models = new SampleModels();
    rows.forEach(models::add);
    return models.files(rows.size() - 1);
  }

  private void add(StoredRecord row) {
    String type = row.facts().format().type();
    counts.merge(type, 1, Integer::sum);
    if (type.startsWith("test.") || row.payload() == null) {
      return;
    }
    String json = new String(row.payload().toArray(), UTF_8);
    JsonObject event = JsonParser.parseString(json).getAsJsonObject();
    String name = type.substring(type.lastIndexOf('.') + 1);
    switch (name) {
      case "AccountOpened" -> {
        turnover.put(text(event, "book") + "\t" + text(event, "account"), new long[2]);
        kinds.put(text(event, "account"), text(event, "kind"));
      }
      case "EntryPosted", "EntryReversed" -> post(event);
      case "TicketIssued" ->
          tickets.put(
              text(event, "ticket"),
              String.join(
                  "\t",
                  text(event, "show"),
                  text(event, "ticketType"),
                  text(event, "serial"),
                  text(event, "holder"),
                  "ISSUED"));
      case "TicketRevoked" ->
          tickets.computeIfPresent(
              text(event, "ticket"), (_, ticket) -> ticket.replace("ISSUED", "REVOKED"));
      default -> {
        String state = STATES.get(name);
        if (state != null) {
          cases.put(text(event, "kybCase"), state);
        }
      }
    }
  }

  private void post(JsonObject event) {
    for (JsonElement line : event.getAsJsonArray("postings")) {
      JsonObject posting = line.getAsJsonObject();
      long amount = posting.getAsJsonObject("amount").get("minorUnits").getAsLong();
      String key = text(event, "book") + "\t" + text(posting, "account");
      int side = text(posting, "side").equals("DEBIT") ? 0 : 1;
      turnover.computeIfAbsent(key, _ -> new long[2])[side] += amount;
    }
  }

  private static String text(JsonObject json, String name) {
    return json.get(name).getAsString();
  }

  private Map<String, byte[]> files(long position) {
    var accounts = new StringBuilder();
    turnover.forEach((key, sums) ->
        accounts.append(
            key
                + "\t"
                + kinds.get(key.substring(key.indexOf('\t') + 1))
                + "\tEUR\t"
                + sums[0]
                + "\t"
                + sums[1]
                + "\n"));
    var files = new TreeMap<String, byte[]>();
    files.put("models/accounts", file("accounts", position, accounts));
    files.put("models/tickets", file("tickets", position, lines(tickets)));
    files.put("models/cases", file("cases", position, lines(cases)));
    files.put("census", file("census", position, census(position)));
    return files;
  }

  private String census(long position) {
    long entries = count("ledger.book.EntryPosted") + count("ledger.book.EntryReversed");
    return """
    journal.records\t%d\t%d
    read.accounts\t%d\t%d
    read.entries\t%d\t%d
    read.kyb_cases\t%d\t%d
    read.something_new\t7\t%d
    read.tickets\t%d\t%d
    """
        .formatted(
            position + 1,
            position,
            count("ledger.book.AccountOpened"),
            position,
            entries,
            position,
            count("kyb.casefile.CaseOpened"),
            position,
            position,
            count("ticketing.ticket.TicketIssued"),
            position);
  }

  private long count(String type) {
    return counts.getOrDefault(type, 0);
  }

  private static StringBuilder lines(SortedMap<String, String> rows) {
    var text = new StringBuilder();
    rows.forEach((key, rest) -> text.append(key + "\t" + rest + "\n"));
    return text;
  }

  private static byte[] file(String name, long position, CharSequence rows) {
    return (name + " " + position + "\n" + rows).getBytes(UTF_8);
  }
}
