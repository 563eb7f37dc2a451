package io.daybook.journal.audit;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.daybook.journal.Bytes;
import io.daybook.journal.EntryBundle;
import io.daybook.journal.EventFacts;
import io.daybook.journal.RecordBundle;
import io.daybook.journal.RecordHash;
import io.daybook.journal.StoredRecord;
import io.daybook.journal.StreamPosition;
import io.daybook.journal.audit.AttackTable.Attack;
import io.daybook.journal.audit.AuditReport.Verdict;
import io.daybook.journal.checkpoint.Checkpoint;
import io.daybook.journal.checkpoint.SignedNote;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Every attack that the journal is built against, each on a fresh export of 300 records: the check
 * that is named for it must fail, and the documentation's table must be what this run found. {@code
 * -Ddaybook.docs=write} brings the table up to date.
 */
class AttacksTest {
  private static final Path DOCS = Path.of("../docs/auditing.md");
  private static final int VICTIM = 39;
  private static final int CASE_EVENT = 5;
  private static final String NOTHING = "a copy of the export";
  private static final String KEYS = "the log's keys";

  private final List<Attack> attacks = new ArrayList<>();

  @TempDir private Path folder;

  @Test
  void everyAttackIsFoundByItsCheckAndTheDocumentationSaysSo() throws IOException {
    addChangesOfFiles();
    addRewrittenHistories();
    addForgedFacts();
    addPoisonedViews();
    var table = new AttackTable();

    for (Attack attack : attacks) {
      table.add(attack, run(attack));
    }

    assertDocumented(table.format());
  }

  private AuditReport run(Attack attack) {
    Path export = SampleLog.write(attack.export(), folder.resolve("" + attacks.indexOf(attack)));
    AuditReport report = SampleLog.verify(export, attack.evidence());
    assertThat(report.verdict()).as(attack.name()).isEqualTo(Verdict.TAMPERED);
    assertThat(report.coverage())
        .as("%s%n%s", attack.name(), report.format())
        .anyMatch(line -> line.check() == attack.check() && line.result() == Coverage.Result.FAIL);
    return report;
  }

  private static void assertDocumented(String table) throws IOException {
    String docs = Files.readString(DOCS);
    int from = docs.indexOf(AttackTable.BEGIN);
    int to = docs.indexOf(AttackTable.END) + AttackTable.END.length();
    assertThat(from).as("the table's place in %s", DOCS).isPositive();
    if ("write".equals(System.getProperty("daybook.docs"))) {
      Files.writeString(DOCS, docs.substring(0, from) + table + docs.substring(to));
    } else {
      assertThat(docs.substring(from, to)).isEqualTo(table);
    }
  }

  private void addChangesOfFiles() {
    rows(
        "edit a payload",
        Check.V11,
        rows -> {
          StoredRecord row = rows.get(VICTIM);
          byte[] payload = Objects.requireNonNull(row.payload()).toArray();
          payload[payload.length / 2] ^= 1;
          rows.set(VICTIM, new StoredRecord(VICTIM, row.facts(), row.salt(), Bytes.of(payload)));
        });
    rows(
        "edit a column of a row",
        Check.V10,
        rows -> {
          StoredRecord row = rows.get(VICTIM);
          EventFacts facts = row.facts();
          var edited =
              new EventFacts(
                  facts.stream(),
                  facts.eventId(),
                  facts.timestampMillis() + 1,
                  facts.format(),
                  facts.metadata());
          rows.set(VICTIM, new StoredRecord(VICTIM, edited, row.salt(), row.payload()));
        });
    rows("delete a row", Check.V10, rows -> rows.remove(VICTIM));
    rows("insert a row a second time", Check.V10, rows -> rows.set(9, rows.get(8)));
    rows("swap two rows", Check.V10, rows -> Collections.swap(rows, VICTIM, VICTIM + 1));
    rows(
        "erase a payload and say nothing",
        Check.V16,
        rows -> rows.set(VICTIM, new StoredRecord(VICTIM, rows.get(VICTIM).facts(), null, null)));
    log(
        "erase a payload on one officer's word",
        Check.V16,
        log -> {
          log.append(
              new SampleEvents.Event(
                  "DataSubject", "sub_1", ErasureCheck.RECORDED, erasureByOne(CASE_EVENT)));
          log.rows.set(
              CASE_EVENT,
              new StoredRecord(CASE_EVENT, log.rows.get(CASE_EVENT).facts(), null, null));
        });
    headers("delete a header", Check.V12, headers -> headers.remove(VICTIM));
    headers("swap two headers", Check.V5, headers -> Collections.swap(headers, 50, 51));
    headers("insert a header", Check.V5, headers -> headers.set(60, headers.get(61)));
    headers("break a header's encoding", Check.V9, headers -> headers.get(VICTIM)[0] ^= 1);
    file("edit a tile", Check.V5, "tile/0/000", bytes -> bytes[100] ^= 1);
    file("edit the signed size", Check.V3, "checkpoint", AttacksTest::anotherSize);
    file("swap a key for a look-alike", Check.V1, "policy", bytes -> bytes[60] ^= 1);
    var files = honest();
    files.put("checkpoint", withoutLastLine(bytes(files, "checkpoint")));
    add("leave out the signature of one algorithm", NOTHING, Check.V3, files);
    files = honest();
    files.put("checkpoint", "no checkpoint\n".getBytes(UTF_8));
    add("break the checkpoint", NOTHING, Check.V2, files);
    files = honest();
    files.remove("checkpoints/100");
    add("leave out an older checkpoint", NOTHING, Check.V22, files);
    files = honest();
    files.put("notes.txt", new byte[] {1});
    add("add a file", NOTHING, Check.V22, files);
    files = honest();
    files.put("manifest", bytes(SampleLog.of(SampleEvents.story(299)).files(), "manifest"));
    add("swap in the manifest of another export", NOTHING, Check.V22, files);
  }

  private void addRewrittenHistories() {
    byte[] held = bytes(honest(), "checkpoint");
    var cut = SampleLog.of(SampleEvents.story(290));
    add("cut off the tail", KEYS, Check.V7, cut.files(), held(held));
    var rewritten = SampleLog.of(SampleEvents.story(280));
    SampleEvents.story(321).subList(281, 321).forEach(rewritten::append);
    add("rewrite history", KEYS, Check.V6, rewritten.files(), held(held));
    add("rewrite history that a chain knows", KEYS, Check.V8, rewritten.files(), anchored(held));
    byte[] other = SampleLog.sign(new Checkpoint(SampleLog.ORIGIN, 300, RecordHash.ZERO));
    add("show two people two logs", KEYS, Check.V6, honest(), held(other));
    var files = SampleLog.of(SampleEvents.story(280)).files();
    files.put("checkpoint", held);
    add("rewrite history under the old signature", "the database", Check.V5, withoutTail(files));
  }

  private void addForgedFacts() {
    log(
        "chain a record to another predecessor",
        Check.V12,
        log -> {
          log.append(
              event(), new StreamPosition("Probe", "probe_1", 1), RecordHash.sha256(new byte[1]));
        });
    log(
        "leave out a record of an aggregate",
        Check.V12,
        log ->
            log.append(
                event(), new StreamPosition("Probe", "probe_1", 2), log.headers.get(3).leafHash()));
    log(
        "record an event twice",
        Check.V13,
        log ->
            log.append(
                event(),
                new StreamPosition("Probe", "probe_1", 1),
                log.headers.get(3).leafHash(),
                "evt_3"));
    log(
        "fork an aggregate",
        Check.V13,
        log -> log.append(event(), new StreamPosition("Probe", "probe_1", 0), RecordHash.ZERO));
    log(
        "date a record back by an hour",
        Check.V14,
        log -> {
          log.clockOffsetMillis = -3_600_000;
          log.append(new SampleEvents.Event("Probe", "probe_2", "test.Probe", "{}"));
        });
    log(
        "date a record into the future",
        Check.V14,
        log -> {
          log.clockOffsetMillis = 3_600_000;
          log.append(new SampleEvents.Event("Probe", "probe_2", "test.Probe", "{}"));
        });
    log(
        "post an entry that does not balance",
        Check.V19,
        log ->
            log.append(
                new SampleEvents.Event(
                    "Book",
                    "book_1",
                    "ledger.book.EntryPosted",
                    SampleEvents.entry("ent_x", 4501, 4500))));
    log(
        "issue a ticket for a place that is taken",
        Check.V19,
        log ->
            log.append(
                new SampleEvents.Event(
                    "Ticket",
                    "tkt_x",
                    "ticketing.ticket.TicketIssued",
                    SampleEvents.ticket("tkt_x", "p_x", 1))));
  }

  private void addPoisonedViews() {
    model("give a ticket to somebody else in the read model", "models/tickets", "p_3", "p_x");
    model("change a balance in the read model", "models/accounts", "\t9300\n", "\t9999\n");
    model("change a KYB decision in the read model", "models/cases", "APPROVED", "REJECTED");
    var files = honest();
    files.compute("census", (_, bytes) -> replace(bytes, "read.accounts\t3", "read.accounts\t4"));
    SampleLog.sign(files);
    add("hide a row in the database", KEYS, Check.V18, files);
    Path owners = folder.resolve("owners");
    SampleLog.write(owners, "owners 50 block 7\ntkt_0\tp_thief\n".getBytes(UTF_8));
    add(
        "move a ticket on the chain alone",
        "the chain",
        Check.V21,
        honest(),
        new Evidence(List.of(), Optional.empty(), Optional.of(owners)));
  }

  private static String erasureByOne(int index) {
    return """
    {"subject":"sub_1","person":"usr_p","erasure":"ers_1","basis":"LEGAL_OBLIGATION",\
    "proposedBy":"usr_a","approvedBy":"usr_a","keys":["key_1"],\
    "records":[{"index":%1$d,"eventId":"evt_%1$d"}]}\
    """
        .formatted(index);
  }

  private static SampleEvents.Event event() {
    return new SampleEvents.Event("Probe", "probe_1", "test.Probe", "{}");
  }

  private static SortedMap<String, byte[]> honest() {
    return SampleLog.of(SampleEvents.story(300)).files(100, 256);
  }

  private void log(String name, Check check, Consumer<SampleLog> change) {
    var log = SampleLog.of(SampleEvents.story(300));
    change.accept(log);
    add(name, KEYS, check, log.files(100, 300));
  }

  private void model(String name, String file, String from, String to) {
    var files = honest();
    files.compute(file, (_, bytes) -> replace(bytes, from, to));
    SampleLog.sign(files);
    add(name, "the database", Check.V20, files);
  }

  private void rows(String name, Check check, Consumer<List<StoredRecord>> change) {
    var rows = new ArrayList<>(SampleLog.of(SampleEvents.story(300)).rows.subList(0, 256));
    change.accept(rows);
    var files = honest();
    files.put("records/000", RecordBundle.encode(rows));
    add(name, "the database", check, files);
  }

  private void headers(String name, Check check, Consumer<List<byte[]>> change) {
    var files = honest();
    var headers = new ArrayList<>(EntryBundle.decode(bytes(files, "tile/entries/000")));
    change.accept(headers);
    files.put("tile/entries/000", EntryBundle.encode(headers));
    add(name, "the database", check, files);
  }

  private void file(String name, Check check, String file, Consumer<byte[]> change) {
    var files = honest();
    change.accept(bytes(files, file));
    add(name, NOTHING, check, files);
  }

  private void add(String name, String means, Check check, SortedMap<String, byte[]> export) {
    attacks.add(new Attack(name, means, check, export, Evidence.NONE));
  }

  private void add(
      String name, String means, Check check, SortedMap<String, byte[]> export, Evidence evidence) {
    attacks.add(new Attack(name, means, check, export, evidence));
  }

  private static Evidence held(byte[] checkpoint) {
    return Evidence.ofCheckpoints(List.of(checkpoint));
  }

  /** An anchor of the checkpoint's root, as somebody may have read it from a chain. */
  private static Evidence anchored(byte[] note) {
    var checkpoint = Checkpoint.parse(SignedNote.parse(note).text());
    String line =
        "daybook-anchors/v1\n%d %s 31337 0x%s 7 0x%s 1790000009 0x%s\n"
            .formatted(
                checkpoint.size(),
                checkpoint.rootHash(),
                "a".repeat(40),
                "b".repeat(64),
                "c".repeat(64));
    return new Evidence(
        List.of(), Optional.of(Anchors.parse(line.getBytes(UTF_8))), Optional.empty());
  }

  private static byte[] bytes(SortedMap<String, byte[]> files, String name) {
    return Objects.requireNonNull(files.get(name), name);
  }

  private static SortedMap<String, byte[]> withoutTail(SortedMap<String, byte[]> files) {
    var cut = new TreeMap<>(files);
    // The honest checkpoint is of 300 records, so its last bundles must have that width.
    cut.put("tile/entries/001.p/44", bytes(files, "tile/entries/001.p/24"));
    cut.put("records/001.p/44", bytes(files, "records/001.p/24"));
    return cut;
  }

  private static byte[] replace(byte[] bytes, String from, String to) {
    String text = new String(bytes, UTF_8);
    assertThat(text).contains(from);
    return text.replaceFirst(from, to).getBytes(UTF_8);
  }

  private static void anotherSize(byte[] note) {
    int at = Arrays.asList(new String(note, UTF_8).split("")).indexOf("\n") + 1;
    note[at] ^= 1;
  }

  private static byte[] withoutLastLine(byte[] note) {
    String text = new String(note, UTF_8);
    return text.substring(0, text.lastIndexOf("— ")).getBytes(UTF_8);
  }
}
