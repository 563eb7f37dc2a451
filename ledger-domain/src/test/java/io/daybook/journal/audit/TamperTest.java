package io.daybook.journal.audit;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.daybook.journal.Bytes;
import io.daybook.journal.EntryBundle;
import io.daybook.journal.EventFacts;
import io.daybook.journal.RecordBundle;
import io.daybook.journal.RecordHash;
import io.daybook.journal.StoredRecord;
import io.daybook.journal.audit.AuditReport.Verdict;
import io.daybook.journal.checkpoint.Checkpoint;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Each attack on an export of 300 records, and the check that must be named for it. */
class TamperTest {
  private static final String ENTRIES = "tile/entries/000";
  private static final String ROWS = "records/000";
  private static final int VICTIM = 39;

  private final SampleLog log = SampleLog.of(SampleEvents.story(300));
  private final SortedMap<String, byte[]> files = log.files(0, 1, 100, 256);

  @TempDir private Path folder;

  @Test
  void anHonestExportIsVerified() {
    AuditReport report = verify();

    assertThat(report.findings()).isEmpty();
    assertThat(report.verdict()).isEqualTo(Verdict.VERIFIED);
    assertThat(results(report, Coverage.Result.OK))
        .containsExactlyInAnyOrder(
            Check.V1, Check.V2, Check.V3, Check.V5, Check.V6, Check.V9, Check.V10, Check.V11,
            Check.V12, Check.V13, Check.V14, Check.V16, Check.V18, Check.V19, Check.V20, Check.V22);
    assertThat(results(report, Coverage.Result.NOT_PRESENT))
        .containsExactlyInAnyOrder(Check.V7, Check.V8, Check.V21);
  }

  @Test
  void whatIsNotImplementedIsNeverOk() {
    assertThat(results(verify(), Coverage.Result.NOT_CHECKED))
        .containsExactlyInAnyOrder(Check.V4, Check.V15, Check.V17);
  }

  @Test
  void aByteOfAPayload() {
    editRows(rows -> {
      StoredRecord row = rows.get(VICTIM);
      byte[] payload = Objects.requireNonNull(row.payload()).toArray();
      payload[payload.length / 2] ^= 1;
      rows.set(VICTIM, new StoredRecord(VICTIM, row.facts(), row.salt(), Bytes.of(payload)));
    });

    assertFirst(verify(), Check.V11, VICTIM);
    assertThat(results(verify(), Coverage.Result.FAIL)).containsExactly(Check.V11);
  }

  @Test
  void anErasedPayload() {
    editRows(
        rows -> rows.set(VICTIM, new StoredRecord(VICTIM, rows.get(VICTIM).facts(), null, null)));

    assertFirst(verify(), Check.V16, VICTIM);
  }

  @Test
  void aByteOfAHeadersText() {
    // The last byte of the aggregate id stays a letter, so the header is still well-formed.
    editHeaders(headers -> flip(headers.get(VICTIM), find(headers.get(VICTIM), "usr_1"), 2));

    assertFirst(verify(), Check.V5, VICTIM);
    assertThat(results(verify(), Coverage.Result.FAIL)).contains(Check.V5, Check.V10);
  }

  @Test
  void aByteOfAHeadersStructure() {
    editHeaders(headers -> flip(headers.get(VICTIM), 0, 1));

    assertFirst(verify(), Check.V9, VICTIM);
  }

  @Test
  void aByteOfATile() {
    edit("tile/0/000", tile -> flip(tile, VICTIM * RecordHash.LENGTH + 3, 1));

    AuditReport report = verify();

    assertFirst(report, Check.V5, VICTIM);
    assertThat(results(report, Coverage.Result.FAIL)).containsExactly(Check.V5);
    assertThat(report.format()).contains("only tiles are wrong");
  }

  @Test
  void aByteOfAnUpperTile() {
    edit("tile/1/000.p/1", tile -> flip(tile, 0, 1));

    assertThat(results(verify(), Coverage.Result.FAIL)).containsExactly(Check.V5);
  }

  @Test
  void aColumnOfARow() {
    editRows(rows -> {
      StoredRecord row = rows.get(VICTIM);
      EventFacts facts = row.facts();
      var later =
          new EventFacts(
              facts.stream(),
              facts.eventId(),
              facts.timestampMillis() + 1,
              facts.format(),
              facts.metadata());
      rows.set(VICTIM, new StoredRecord(VICTIM, later, row.salt(), row.payload()));
    });

    AuditReport report = verify();

    assertFirst(report, Check.V10, VICTIM);
    assertThat(report.findings().getFirst().what()).isEqualTo("column timestamp_ms");
    assertThat(results(report, Coverage.Result.FAIL)).containsExactly(Check.V10);
  }

  @Test
  void aDeletedRow() {
    editRows(rows -> rows.remove(VICTIM));

    assertFirst(verify(), Check.V10, VICTIM);
  }

  @Test
  void aDeletedHeader() {
    editHeaders(headers -> headers.remove(VICTIM));

    assertThat(results(verify(), Coverage.Result.FAIL)).contains(Check.V5, Check.V12);
  }

  @Test
  void aRecordDeletedEverywhere() {
    editHeaders(headers -> headers.remove(VICTIM));
    editRows(rows -> rows.remove(VICTIM));

    assertThat(results(verify(), Coverage.Result.FAIL)).contains(Check.V5, Check.V10, Check.V12);
  }

  @Test
  void twoRowsSwapped() {
    editRows(rows -> Collections.swap(rows, VICTIM, VICTIM + 3));

    assertFirst(verify(), Check.V10, VICTIM);
  }

  @Test
  void twoHeadersOfAnAggregateSwapped() {
    editHeaders(headers -> Collections.swap(headers, 0, 1));

    assertThat(results(verify(), Coverage.Result.FAIL)).contains(Check.V5, Check.V10, Check.V12);
    assertThat(results(verify(), Coverage.Result.FAIL)).doesNotContain(Check.V13);
  }

  @Test
  void aByteOfASignature() {
    edit(
        "checkpoint",
        note -> {
          int at = find(note, "— daybook") + 60;
          note[at] = (byte) (note[at] == 'A' ? 'B' : 'A');
          return note;
        });

    assertThat(results(verify(), Coverage.Result.FAIL)).containsExactly(Check.V3);
  }

  @Test
  void anotherRootInTheCheckpoint() {
    edit("checkpoint", note -> replace(note, log.checkpoint(299), 0));

    assertThat(verify().findings().getFirst().check()).isEqualTo(Check.V3);
  }

  @Test
  void aMissingSignatureOfOneAlgorithm() {
    edit("checkpoint", TamperTest::withoutLastLine);

    assertThat(results(verify(), Coverage.Result.FAIL)).containsExactly(Check.V3);
  }

  @Test
  void anotherKeyOfTheSameName() {
    edit("policy", policy -> flip(policy, find(policy, "test+") + 6, 1));

    assertThat(results(verify(), Coverage.Result.FAIL)).containsExactly(Check.V1);
  }

  @Test
  void historyRewrittenByAHolderOfTheKeys() {
    var rewritten = SampleLog.of(SampleEvents.story(301).subList(1, 301));
    SortedMap<String, byte[]> forged = rewritten.files();
    forged.put("checkpoints/256", Objects.requireNonNull(files.get("checkpoints/256")));
    files.clear();
    files.putAll(forged);

    assertThat(verify().findings().getFirst().check()).isIn(Check.V6, Check.V19);
    assertThat(results(verify(), Coverage.Result.FAIL)).contains(Check.V6);
  }

  @Test
  void aTailCutOffByAHolderOfTheKeys() {
    byte[] held = Objects.requireNonNull(files.get("checkpoint"));
    var cut = SampleLog.of(SampleEvents.story(299));
    Path export = SampleLog.write(cut.files(), folder);

    AuditReport report = SampleLog.verify(export, List.of(held));

    assertThat(results(report, Coverage.Result.FAIL)).containsExactly(Check.V7);
  }

  @Test
  void aSplitViewAtTheSameSize() {
    byte[] held = SampleLog.sign(new Checkpoint(SampleLog.ORIGIN, 300, RecordHash.ZERO));

    AuditReport report = SampleLog.verify(SampleLog.write(files, folder), List.of(held));

    assertThat(results(report, Coverage.Result.FAIL)).containsExactly(Check.V6);
  }

  @Test
  void missingFilesMakeItIncomplete() {
    for (String name : List.copyOf(files.keySet())) {
      if (name.startsWith("checkpoints/")) {
        continue; // Nobody but an earlier export knows which ones there were.
      }
      var without = new TreeMap<>(files);
      without.remove(name);

      AuditReport report =
          SampleLog.verify(SampleLog.write(without, folder.resolve(name.replace('/', '_'))));

      assertThat(report.verdict()).as(name).isEqualTo(Verdict.INCOMPLETE);
    }
  }

  private AuditReport verify() {
    return SampleLog.verify(SampleLog.write(files, folder));
  }

  private void edit(String name, UnaryOperator<byte[]> change) {
    files.computeIfPresent(name, (_, bytes) -> change.apply(bytes.clone()));
  }

  private void editHeaders(Consumer<List<byte[]>> change) {
    edit(
        ENTRIES,
        bundle -> {
          var headers = new ArrayList<>(EntryBundle.decode(bundle));
          change.accept(headers);
          return EntryBundle.encode(headers);
        });
  }

  private void editRows(Consumer<List<StoredRecord>> change) {
    var rows = new ArrayList<>(log.rows.subList(0, 256));
    change.accept(rows);
    files.put(ROWS, RecordBundle.encode(rows));
  }

  private static byte[] withoutLastLine(byte[] note) {
    String text = new String(note, UTF_8);
    return text.substring(0, text.lastIndexOf("— ")).getBytes(UTF_8);
  }

  private static byte[] flip(byte[] bytes, int at, int mask) {
    bytes[at] ^= (byte) mask;
    return bytes;
  }

  private static int find(byte[] bytes, String text) {
    byte[] wanted = text.getBytes(UTF_8);
    for (int i = 0; i <= bytes.length - wanted.length; i++) {
      if (Arrays.mismatch(bytes, i, i + wanted.length, wanted, 0, wanted.length) < 0) {
        return i;
      }
    }
    throw new AssertionError("no '" + text + "'");
  }

  /** Puts the other note's first lines over the real signatures. */
  private static byte[] replace(byte[] note, byte[] other, int at) {
    byte[] changed = note.clone();
    System.arraycopy(other, at, changed, at, find(other, "\n\n"));
    return changed;
  }

  private static void assertFirst(AuditReport report, Check check, long leaf) {
    assertThat(report.verdict()).isEqualTo(Verdict.TAMPERED);
    assertThat(report.findings().getFirst().check()).isEqualTo(check);
    assertThat(report.findings().getFirst().place().leafIndex()).isEqualTo(leaf);
  }

  private static Set<Check> results(AuditReport report, Coverage.Result result) {
    return report.coverage().stream()
        .filter(line -> line.result() == result)
        .map(Coverage::check)
        .collect(Collectors.toSet());
  }
}
