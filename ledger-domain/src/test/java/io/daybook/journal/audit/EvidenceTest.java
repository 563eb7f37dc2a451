package io.daybook.journal.audit;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.daybook.journal.audit.Coverage.Result;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import java.util.SortedMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What an auditor holds from elsewhere, on both sides of each check's boundary. */
class EvidenceTest {
  private static final SampleEvents.Event PROBE =
      new SampleEvents.Event("Probe", "probe_9", "test.Probe", "{}");

  private final SampleLog log = SampleLog.of(SampleEvents.story(300));
  private final SortedMap<String, byte[]> files = log.files(100);
  private final StringWriter out = new StringWriter();

  @TempDir private Path folder;

  @Test
  void aCheckpointOfTheSameSizeIsNoTruncation() {
    Path held = file("held", Objects.requireNonNull(files.get("checkpoint")));

    assertThat(verify(files, "--against", held.toString())).isZero();
    assertThat(result("V7")).isEqualTo(Result.OK);
  }

  @Test
  void memoryKeepsTheNewestVerifiedCheckpoint() {
    String memory = folder.resolve("memory").toString();
    assertThat(verify(files, "--memory", memory)).isZero();
    assertThat(result("V7")).isEqualTo(Result.NOT_PRESENT);

    assertThat(verify(files, "--memory", memory)).isZero();
    assertThat(result("V7")).isEqualTo(Result.OK);

    var shorter = SampleLog.of(SampleEvents.story(299)).files();
    assertThat(verify(shorter, "--memory", memory)).isEqualTo(1);
    assertThat(result("V7")).isEqualTo(Result.FAIL);
    assertThat(Path.of(memory)).hasBinaryContent(Objects.requireNonNull(files.get("checkpoint")));
  }

  @Test
  void aReceiptMustStillBeTrue() throws IOException {
    String receipt = folder.resolve("receipt").toString();
    String export = SampleLog.write(files, folder.resolve("export")).toString();
    assertThat(run("prove", export, "evt_42", "--out", receipt)).isZero();

    assertThat(verify(files, "--receipt", receipt)).isZero();
    assertThat(result("V7")).isEqualTo(Result.OK);

    var other = SampleLog.of(SampleEvents.story(41));
    SampleEvents.story(302).subList(42, 302).forEach(other::append);
    assertThat(verify(other.files(), "--receipt", receipt)).isEqualTo(1);
    assertThat(result("V6")).isEqualTo(Result.FAIL);

    String text = Files.readString(Path.of(receipt)).replaceFirst("index 42", "index 43");
    Path forged = file("forged", text.getBytes(UTF_8));
    assertThat(verify(files, "--receipt", forged.toString())).isEqualTo(3);
  }

  @Test
  void anchorsOfTheExportAreCompared() {
    files.put("anchors", anchors(100, log.rootAt(100), 1_790_000_009));
    SampleLog.sign(files);
    assertThat(verify(files)).isZero();
    assertThat(result("V8")).isEqualTo(Result.OK);

    files.put("anchors", anchors(100, log.rootAt(101), 1_790_000_009));
    SampleLog.sign(files);
    assertThat(verify(files)).isEqualTo(1);
    assertThat(result("V8")).isEqualTo(Result.FAIL);

    files.put("anchors", "daybook-anchors/v1\nnonsense\n".getBytes(UTF_8));
    SampleLog.sign(files);
    assertThat(verify(files)).isEqualTo(1);
    assertThat(result("V8")).isEqualTo(Result.FAIL);
  }

  @Test
  void anAnchorThatIsOlderThanWhatItHolds() {
    Path anchors = file("anchors", anchors(100, log.rootAt(100), 1_789_999_000));

    assertThat(verify(files, "--anchors", anchors.toString())).isEqualTo(1);
    assertThat(result("V14")).isEqualTo(Result.FAIL);
  }

  @Test
  void anAnchorOfMoreThanTheLogHas() {
    Path anchors = file("anchors", anchors(301, log.rootAt(300), 1_790_000_009));

    assertThat(verify(files, "--anchors", anchors.toString())).isEqualTo(1);
    assertThat(result("V7")).isEqualTo(Result.FAIL);
  }

  @Test
  void aRecordMayBeAMinuteOlderThanACheckpointBeforeIt() {
    assertThat(verify(later(-59_000).files(300))).isZero();
    assertThat(verify(later(-62_000).files(300))).isEqualTo(1);
    assertThat(result("V14")).isEqualTo(Result.FAIL);
  }

  @Test
  void aRecordMayBeAMinuteYoungerThanTheCheckpointOverIt() {
    assertThat(verify(later(59_000).files())).isZero();
    assertThat(verify(later(65_000).files())).isEqualTo(1);
    assertThat(result("V14")).isEqualTo(Result.FAIL);
  }

  @Test
  void ownersOnTheChainThatAreTheJournals() {
    var rows = new StringBuilder("owners 50 chain 1, block 7\n");
    var owners = SampleModels.of(log.rows.subList(0, 51)).get("models/tickets");
    new String(Objects.requireNonNull(owners), UTF_8)
        .lines()
        .skip(1)
        .map(line -> line.split("\t"))
        .filter(columns -> columns[5].equals("ISSUED"))
        .forEach(columns -> rows.append(columns[0] + "\t" + columns[4] + "\n"));

    Path file = file("owners", rows.toString().getBytes(UTF_8));
    assertThat(verify(files, "--owners", file.toString())).isZero();
    assertThat(result("V21")).isEqualTo(Result.OK);

    Path beyond = file("beyond", "owners 300\n".getBytes(UTF_8));
    assertThat(verify(files, "--owners", beyond.toString())).isEqualTo(2);
    assertThat(result("V21")).isEqualTo(Result.INCOMPLETE);
  }

  @Test
  void aReplayEndsBeforeTheFirstLaterRecord() {
    String export = SampleLog.write(files, folder.resolve("export")).toString();

    assertThat(run("replay", export, "--until", "2026-09-21T14:13:20.004Z")).isZero();
    assertThat(out.toString()).contains("replayed only in part").doesNotContain("tkt_0");

    assertThat(run("replay", export, "--until", "2026-12-31T00:00:00Z")).isZero();
    assertThat(out.toString()).contains("tkt_0").contains("kyb_1 APPROVED");

    assertThat(run("replay", export, "--until", "yesterday")).isEqualTo(3);
  }

  @Test
  void aModelThatIsAheadOfTheExport() {
    files.put("models/cases", "cases 300\n".getBytes(UTF_8));
    SampleLog.sign(files);

    assertThat(verify(files)).isEqualTo(2);
    assertThat(result("V20")).isEqualTo(Result.INCOMPLETE);
  }

  private static SampleLog later(long millis) {
    var log = SampleLog.of(SampleEvents.story(300));
    log.clockOffsetMillis = millis;
    log.append(PROBE);
    return log;
  }

  private static byte[] anchors(int size, String root, long seconds) {
    return "daybook-anchors/v1\n%d %s 31337 0x%s 7 0x%s %d 0x%s\n"
        .formatted(size, root, "a".repeat(40), "b".repeat(64), seconds, "c".repeat(64))
        .getBytes(UTF_8);
  }

  private Path file(String name, byte[] content) {
    Path file = folder.resolve(name);
    SampleLog.write(file, content);
    return file;
  }

  private int verify(SortedMap<String, byte[]> export, String... options) {
    String name = SampleLog.write(export, folder.resolve("x" + System.nanoTime())).toString();
    String[] arguments = new String[options.length + 2];
    arguments[0] = "verify";
    arguments[1] = name;
    System.arraycopy(options, 0, arguments, 2, options.length);
    return run(arguments);
  }

  private int run(String... arguments) {
    out.getBuffer().setLength(0);
    return Auditor.run(
        new PrintWriter(out, true), new PrintWriter(new StringWriter(), true), arguments);
  }

  /** Returns what the table says of a check. */
  private Result result(String check) {
    String line =
        out.toString()
            .lines()
            .filter(l -> l.startsWith(check + " "))
            .reduce((_, l) -> l)
            .orElseThrow();
    for (Result result : Result.values()) {
      if (line.substring(7).startsWith(result.toString())) {
        return result;
      }
    }
    throw new AssertionError(line);
  }
}
