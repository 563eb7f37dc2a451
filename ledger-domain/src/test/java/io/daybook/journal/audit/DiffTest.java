package io.daybook.journal.audit;

import static org.assertj.core.api.Assertions.assertThat;

import io.daybook.journal.RecordBundle;
import io.daybook.journal.StoredRecord;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.SortedMap;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DiffTest {
  private final SampleLog log = SampleLog.of(SampleEvents.story(300));
  private final SortedMap<String, byte[]> files = log.files(100);

  @TempDir private Path folder;

  @Test
  void anExportAndItself() {
    assertThat(diff(files, files)).isZero();
    assertThat(text(files, files)).endsWith("SAME\n").contains("common: 300 records");
  }

  @Test
  void anExportAndALaterOne() {
    var later = SampleLog.of(SampleEvents.story(310)).files();

    assertThat(text(files, later)).endsWith("B CONTINUES A by 10 records\n");
    assertThat(text(later, files)).endsWith("A CONTINUES B by 10 records\n");
    assertThat(diff(later, files)).isZero();
  }

  @Test
  void twoHistoriesThatTheSameKeysSigned() {
    var forked = SampleLog.of(SampleEvents.story(280));
    SampleEvents.story(301).subList(281, 301).forEach(forked::append);

    String found = text(files, forked.files());

    assertThat(diff(files, forked.files())).isEqualTo(1);
    assertThat(found)
        .contains("common: 280 records", "fork at record 280", "FORKED", "two histories")
        .contains("event_id=evt_280");
  }

  @Test
  void aPayloadThatIsErasedInOneOfThem() {
    var erased = new TreeMap<>(files);
    var rows = new ArrayList<>(log.rows.subList(0, 256));
    rows.set(7, new StoredRecord(7, rows.get(7).facts(), null, null));
    erased.put("records/000", RecordBundle.encode(rows));

    assertThat(diff(files, erased)).isEqualTo(1);
    assertThat(text(files, erased))
        .contains("record 7 is common, but its payload is erased in the second")
        .endsWith("SAME, 1 common records with other rows\n");
  }

  @Test
  void anExportThatLacksAFile() {
    var lacking = new TreeMap<>(files);
    lacking.remove("records/000");

    assertThat(diff(files, lacking)).isEqualTo(2);
  }

  private int diff(SortedMap<String, byte[]> one, SortedMap<String, byte[]> other) {
    return run(one, other, new StringWriter());
  }

  private String text(SortedMap<String, byte[]> one, SortedMap<String, byte[]> other) {
    var out = new StringWriter();
    run(one, other, out);
    return out.toString();
  }

  private int run(
      SortedMap<String, byte[]> one, SortedMap<String, byte[]> other, StringWriter out) {
    Path a = SampleLog.write(one, folder.resolve("a" + System.nanoTime()));
    Path b = SampleLog.write(other, folder.resolve("b" + System.nanoTime()));
    var err = new PrintWriter(new StringWriter());
    return Auditor.run(new PrintWriter(out), err, "diff", a.toString(), b.toString());
  }
}
