package io.daybook.journal.audit;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.daybook.journal.StoredRecord;
import io.daybook.journal.audit.AuditReport.Verdict;
import io.daybook.journal.audit.SampleEvents.Event;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** V16: what is missing was erased in due form, or it was deleted. */
class ErasureCheckTest {
  private static final int CASE = 5;
  private static final int ENTRY = 4;

  private final SampleLog log = SampleLog.of(SampleEvents.story(40));

  @TempDir private Path folder;

  @Test
  void anErasedPayloadWithItsRecordIsReportedAsErased() {
    var before = log.checkpoint(40);
    record("usr_p", "usr_a", "usr_b", erased(CASE));
    remove(CASE);

    AuditReport report =
        SampleLog.verify(SampleLog.write(log.files(10, 40), folder), List.of(before));

    assertThat(report.findings()).isEmpty();
    assertThat(report.verdict()).isEqualTo(Verdict.VERIFIED);
    assertThat(v16(report).result()).isEqualTo(Coverage.Result.OK);
    assertThat(v16(report).remark())
        .isEqualTo("1 payloads ERASED by 1 erasure records, 1 keys destroyed");
    assertThat(report.format()).contains("ERASED");
  }

  @Test
  void theStateOfAnErasedCaseIsStillCompared() {
    var before = log.checkpoint(40);
    record("usr_p", "usr_a", "usr_b", erased(CASE));
    remove(CASE);
    var export = log.files(10, 40);
    String cases = new String(export.get("models/cases"), UTF_8);
    export.put("models/cases", cases.replace("APPROVED", "REJECTED").getBytes(UTF_8));

    AuditReport report = SampleLog.verify(SampleLog.write(export, folder), List.of(before));

    assertThat(report.findings()).extracting(Finding::check).contains(Check.V20);
  }

  @Test
  void aMissingPayloadWithoutARecordIsTampering() {
    remove(CASE);

    assertThat(tampering(CASE)).contains("no payload and no such record");
  }

  @Test
  void aRecordOfAnotherPayloadDoesNotExcuseThisOne() {
    record("usr_p", "usr_a", "usr_b", erased(CASE + 3));
    remove(CASE);

    assertThat(tampering(CASE)).contains("no payload and no such record");
  }

  @Test
  void aRecordMustNameTheEvent() {
    record("usr_p", "usr_a", "usr_b", "{\"index\":5,\"eventId\":\"evt_6\"}");
    remove(CASE);

    assertThat(tampering(40)).contains("evt_6");
  }

  @Test
  void oneOfficerAloneIsNotEnough() {
    record("usr_p", "usr_a", "usr_a", erased(CASE));
    remove(CASE);

    assertThat(tampering(40)).contains("usr_a and usr_a for usr_p");
  }

  @Test
  void nobodyErasesInAnOwnMatter() {
    record("usr_a", "usr_a", "usr_b", erased(CASE));
    remove(CASE);

    assertThat(tampering(40)).contains("usr_a and usr_b for usr_a");
  }

  @Test
  void anEntryOfTheBooksIsNeverErased() {
    record("usr_p", "usr_a", "usr_b", erased(ENTRY));
    remove(ENTRY);

    assertThat(tampering(40)).contains("ledger.book.EntryPosted");
  }

  @Test
  void aRecordNamesNothingThatComesAfterIt() {
    record("usr_p", "usr_a", "usr_b", "{\"index\":40,\"eventId\":\"evt_40\"}");

    assertThat(tampering(40)).contains("record 40");
  }

  @Test
  void aRecordThatCannotBeReadExcusesNothing() {
    log.append(new Event("DataSubject", "sub_1", ErasureCheck.RECORDED, "{\"records\":7}"));
    remove(CASE);

    assertThat(tampering(40)).contains("nothing");
    assertThat(tampering(CASE)).contains("no payload and no such record");
  }

  /** Whoever keeps exports has what was there before; its texts are sealed under a lost key. */
  @Test
  void anOlderExportThatStillHasThePayloadIsNoTampering() {
    record("usr_p", "usr_a", "usr_b", erased(CASE));

    AuditReport report = SampleLog.verify(SampleLog.write(log.files(), folder));

    assertThat(report.verdict()).isEqualTo(Verdict.VERIFIED);
    assertThat(v16(report).remark()).endsWith("1 more are in this older export still");
  }

  private String tampering(int index) {
    AuditReport report = SampleLog.verify(SampleLog.write(log.files(), folder));
    assertThat(report.verdict()).isEqualTo(Verdict.TAMPERED);
    return report.findings().stream()
        .filter(finding -> finding.check() == Check.V16)
        .filter(finding -> finding.place().leafIndex() == index)
        .map(Finding::actual)
        .findFirst()
        .orElseThrow(() -> new AssertionError(report.format()));
  }

  private static Coverage v16(AuditReport report) {
    return report.coverage().stream()
        .filter(line -> line.check() == Check.V16)
        .findFirst()
        .orElseThrow();
  }

  private static String erased(int index) {
    return "{\"index\":%d,\"eventId\":\"evt_%d\"}".formatted(index, index);
  }

  private void record(String person, String proposedBy, String approvedBy, String records) {
    log.append(
        new Event(
            "DataSubject",
            "sub_1",
            ErasureCheck.RECORDED,
            """
            {"subject":"sub_1","person":"%s","erasure":"ers_1","basis":"LEGAL_OBLIGATION",\
            "proposedBy":"%s","approvedBy":"%s","keys":["key_1"],"records":[%s]}\
            """
                .formatted(person, proposedBy, approvedBy, records)));
  }

  private void remove(int index) {
    log.rows.set(index, new StoredRecord(index, log.rows.get(index).facts(), null, null));
  }
}
