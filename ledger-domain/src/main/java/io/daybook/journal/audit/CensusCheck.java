package io.daybook.journal.audit;

import io.daybook.journal.EventFacts;
import io.daybook.journal.Header;
import io.daybook.journal.MalformedException;
import io.daybook.journal.audit.Finding.Place;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Compares how many rows the database's tables had at the time of the export with how many the
 * records account for (V18): a row that no record made is a hidden one.
 */
final class CensusCheck {
  /** The file's name in an export. */
  static final String NAME = "census";

  private static final String RECORDS = "journal.records";
  private static final String ANY = "*";

  /** Before a type: only where the event begins its aggregate. */
  private static final String FIRST = "first ";

  /** Which events make a row in which table; one row each. */
  private static final Map<String, Set<String>> MADE_BY =
      Map.ofEntries(
          Map.entry("read.accounts", Set.of("ledger.book.AccountOpened")),
          Map.entry(
              "read.entries",
              Set.of(
                  "ledger.book.EntryPosted",
                  "ledger.book.EntryRecorded",
                  "ledger.book.EntryReversed")),
          Map.entry("read.funds_holds", Set.of("ledger.book.HoldPlaced")),
          Map.entry("read.entry_proposals", Set.of("ledger.book.EntryProposed")),
          Map.entry("read.refused_writes", Set.of("ledger.book.WriteRefused")),
          Map.entry("read.shows", Set.of("ticketing.show.ShowCreated")),
          Map.entry("read.pools", Set.of("ticketing.inventory.PoolOpened")),
          Map.entry("read.holds", Set.of("ticketing.inventory.SeatsHeld")),
          Map.entry("read.orders", Set.of("ticketing.order.OrderPlaced")),
          Map.entry("read.tickets", Set.of("ticketing.ticket.TicketIssued")),
          Map.entry("read.payments", Set.of("ledger.payment.PaymentRequested")),
          Map.entry("read.refunds", Set.of("ledger.payment.RefundRequested")),
          Map.entry(
              "read.payouts",
              Set.of(
                  FIRST + "ledger.wallet.PayoutProposed", FIRST + "ledger.wallet.PayoutRequested")),
          Map.entry("read.payout_accounts", Set.of("ledger.wallet.PayoutAccountAdded")),
          Map.entry("read.kyb_cases", Set.of("kyb.casefile.CaseOpened")),
          Map.entry("read.activity", Set.of(ANY)));

  private final Findings findings;
  private final Map<String, Long> made = new HashMap<>();
  private final List<Line> waiting = new ArrayList<>();
  private long unknown;

  CensusCheck(Findings findings) {
    this.findings = findings;
  }

  /** How many rows a table had when the record at {@code position} was the last it contained. */
  private record Line(String table, long rows, long position) {}

  void open(ExportFiles files, long size) {
    if (!files.exists(NAME)) {
      findings.notPresent(Check.V18, "the export holds no counts of the database's rows");
      return;
    }
    try (var file = ModelFile.open(files.stream(NAME))) {
      if (!file.name().equals(NAME)) {
        malformed("head is " + file.name());
      }
      for (String[] columns = file.next(); columns != null; columns = file.next()) {
        open(columns, size);
      }
    } catch (MalformedException | NumberFormatException | ArrayIndexOutOfBoundsException e) {
      malformed(String.valueOf(e.getMessage()));
    } catch (IOException e) {
      findings.incomplete(Check.V18, NAME, ExportFiles.reason(e));
    }
    waiting.sort(Comparator.comparingLong(Line::position));
    reached(-1);
  }

  private void malformed(String actual) {
    findings.tampering(Check.V18, Place.NOWHERE, NAME, "table, rows and position", actual);
  }

  private void open(String[] columns, long size) {
    var line = new Line(columns[0], Long.parseLong(columns[1]), Long.parseLong(columns[2]));
    if (line.table().equals(RECORDS)) {
      findings.checked(Check.V18);
      compare(line, line.position() + 1, "as many as the tree has leaves");
      if (line.position() + 1 < size) {
        differs(line, size + " under the checkpoint", "" + (line.position() + 1));
      }
    } else if (!MADE_BY.containsKey(line.table())) {
      unknown++;
    } else if (line.position() >= size) {
      findings.incomplete(Check.V18, "record " + line.position() + " of the census", "missing");
    } else {
      waiting.add(line);
    }
  }

  void add(Leaf leaf) {
    leaf.header().map(Header::facts).ifPresent(this::count);
    if (!waiting.isEmpty()) {
      reached(leaf.index());
    }
  }

  private void count(EventFacts facts) {
    if (!waiting.isEmpty()) {
      String type = facts.format().type();
      made.merge(type, 1L, Long::sum);
      if (facts.stream().sequence() == 0) {
        made.merge(FIRST + type, 1L, Long::sum);
      }
      made.merge(ANY, 1L, Long::sum);
    }
  }

  private void reached(long index) {
    while (!waiting.isEmpty() && waiting.getFirst().position() <= index) {
      Line line = waiting.removeFirst();
      findings.checked(Check.V18);
      Set<String> types = MADE_BY.getOrDefault(line.table(), Set.of());
      long expected = types.stream().mapToLong(type -> made.getOrDefault(type, 0L)).sum();
      compare(line, expected, "that the records up to " + line.position() + " give");
    }
  }

  private void compare(Line line, long expected, String why) {
    if (line.rows() != expected) {
      differs(line, expected + ", " + why, String.valueOf(line.rows()));
    }
  }

  private void differs(Line line, String expected, String actual) {
    findings.tampering(Check.V18, Place.NOWHERE, "rows of table " + line.table(), expected, actual);
  }

  void finish() {
    if (!waiting.isEmpty()) {
      findings.skipped(Check.V18, "the headers could not be read to the end");
    } else if (unknown > 0) {
      findings.remark(Check.V18, unknown + " tables that it has no rule for");
    }
  }
}
