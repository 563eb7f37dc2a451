package io.daybook.journal.audit;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.daybook.journal.Bytes;
import io.daybook.journal.EntryBundle;
import io.daybook.journal.EventFacts;
import io.daybook.journal.Header;
import io.daybook.journal.LogLayout;
import io.daybook.journal.PayloadCommitment;
import io.daybook.journal.PayloadFormat;
import io.daybook.journal.RecordBundle;
import io.daybook.journal.RecordHash;
import io.daybook.journal.StoredRecord;
import io.daybook.journal.StreamPosition;
import io.daybook.journal.checkpoint.Checkpoint;
import io.daybook.journal.checkpoint.Policy;
import io.daybook.journal.merkle.TreeTiler;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;

/**
 * Writes an honest export of any size, record by record: sales of tickets by a thousand organisers,
 * each an entry in the book, three steps of the order and a ticket.
 */
final class SyntheticExport {
  private static final int ORGANISERS = 1000;

  private final Path folder;
  private final TreeTiler tiler;
  private final Random random = new Random(11);
  private final Map<String, Head> books = new HashMap<>();
  private final List<byte[]> headers = new ArrayList<>();
  private final List<StoredRecord> rows = new ArrayList<>();
  private long size;

  private SyntheticExport(Path folder) {
    this.folder = folder;
    this.tiler =
        new TreeTiler((tile, hashes) -> SampleLog.write(folder.resolve(tile.path()), hashes));
  }

  private record Head(long sequence, RecordHash hash) {
    static final Head NONE = new Head(-1, RecordHash.ZERO);
  }

  /** Writes an export of {@code records} records into {@code folder}. */
  static void write(Path folder, long records) {
    var export = new SyntheticExport(folder);
    export.openAccounts();
    for (long sale = 0; export.size < records; sale++) {
      export.sell(sale, records);
    }
    export.finish();
  }

  private void openAccounts() {
    appendToBook("ledger.book.AccountOpened", SampleEvents.account("psp:clearing", "ASSET"));
    appendToBook("ledger.book.AccountOpened", SampleEvents.account("platform:fees", "REVENUE"));
    for (int i = 0; i < ORGANISERS; i++) {
      String name = "organisers:org_" + i + ":payable";
      appendToBook("ledger.book.AccountOpened", SampleEvents.account(name, "LIABILITY"));
    }
  }

  private void sell(long sale, long records) {
    String order = id("ord", sale);
    Head head = Head.NONE;
    for (String step : List.of("OrderPlaced", "OrderPaid", "OrderFulfilled")) {
      if (size < records) {
        String json =
            """
            {"order":"%s","buyer":"%s","total":{"currency":"EUR","minorUnits":4500}}\
            """
                .formatted(order, id("usr", sale % 50_000));
        head = append("Order", order, "ticketing.order." + step, head, json);
      }
    }
    if (size < records) {
      appendToBook("ledger.book.EntryPosted", entry(id("ent", sale), order, sale % ORGANISERS));
    }
    if (size < records) {
      String ticket = id("tkt", sale);
      String json =
          """
          {"ticket":"%s","order":"%s","show":"%s","ticketType":"floor","holder":"%s","serial":%d}\
          """
              .formatted(ticket, order, id("shw", sale % 500), id("usr", sale % 50_000), sale);
      append("Ticket", ticket, "ticketing.ticket.TicketIssued", Head.NONE, json);
    }
  }

  private static String entry(String entry, String order, long organiser) {
    return """
    {"book":"book_1","entry":"%s","postings":[%s,%s,%s],"memo":"Sale of tickets","reference":"%s"}\
    """
        .formatted(
            entry,
            SampleEvents.posting("psp:clearing", "DEBIT", 4500),
            SampleEvents.posting("organisers:org_" + organiser + ":payable", "CREDIT", 4400),
            SampleEvents.posting("platform:fees", "CREDIT", 100),
            order);
  }

  private static String id(String prefix, long number) {
    String digits = Long.toString(number, 32).toUpperCase(Locale.ROOT);
    return prefix + "_" + "0".repeat(26 - digits.length()) + digits;
  }

  private void appendToBook(String type, String json) {
    Head head = books.getOrDefault("book_1", Head.NONE);
    books.put("book_1", append("Book", "book_1", type, head, json));
  }

  private Head append(String aggregateType, String aggregate, String type, Head head, String json) {
    var facts =
        new EventFacts(
            new StreamPosition(aggregateType, aggregate, head.sequence() + 1),
            id("evt", size),
            1_790_000_000_000L,
            new PayloadFormat(type, null, "application/json"),
            new TreeMap<>(Map.of("actor", "usr_1", "channel", "rest")));
    byte[] salt = new byte[32];
    random.nextBytes(salt);
    byte[] payload = json.getBytes(UTF_8);
    var header =
        new Header(SampleLog.ORIGIN, facts, PayloadCommitment.of(salt, payload), head.hash(), null);
    byte[] encoded = header.encode();
    var hash = Header.leafHash(encoded);
    rows.add(new StoredRecord(size, facts, Bytes.of(salt), Bytes.of(payload)));
    headers.add(encoded);
    tiler.append(hash);
    size++;
    if (headers.size() == LogLayout.WIDTH) {
      flush();
    }
    return new Head(head.sequence() + 1, hash);
  }

  private void flush() {
    if (!headers.isEmpty()) {
      long bundle = (size - 1) / LogLayout.WIDTH;
      int width = headers.size();
      SampleLog.write(
          folder.resolve(LogLayout.entries(bundle, width)), EntryBundle.encode(headers));
      SampleLog.write(folder.resolve(LogLayout.records(bundle, width)), RecordBundle.encode(rows));
      headers.clear();
      rows.clear();
    }
  }

  private void finish() {
    flush();
    tiler.partialTiles();
    var files = new HashMap<String, byte[]>();
    files.put(
        LogLayout.CHECKPOINT, SampleLog.sign(new Checkpoint(SampleLog.ORIGIN, size, tiler.root())));
    files.put(
        LogLayout.POLICY, new Policy(SampleLog.ORIGIN, SampleLog.keys()).format().getBytes(UTF_8));
    SampleLog.sign(files);
    SampleLog.write(files, folder);
  }
}
