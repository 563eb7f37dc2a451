package io.daybook.journal.audit;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.daybook.journal.EntryBundle;
import io.daybook.journal.Header;
import io.daybook.journal.RecordBundle;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * The vectors of the format: a small export whose bytes never change, and what is in it. {@code
 * -Ddaybook.vectors=write} makes another one, under new keys.
 */
class VectorsTest {
  private static final Path FOLDER = Path.of("src/test/resources/vectors/export");
  private static final Path LEAVES = Path.of("src/test/resources/vectors/export-leaves.txt");

  @Test
  void theExportOfTheVectorsIsVerified() throws IOException {
    writeIfAsked();

    AuditReport report = new JournalVerifier(List.of(), List.of(), Progress.NONE).verify(FOLDER);

    assertThat(report.findings()).isEmpty();
    assertThat(report.verdict()).isEqualTo(AuditReport.Verdict.VERIFIED);
    assertThat(report.checkpoint().orElseThrow().size()).isEqualTo(40);
  }

  @Test
  void headersRowsAndLeavesAreThoseThatAreListed() throws IOException {
    writeIfAsked();

    assertThat(leaves()).isEqualTo(Files.readString(LEAVES));
  }

  private static String leaves() throws IOException {
    var text =
        new StringBuilder(
            "# leaf index, aggregate, sequence, event, type, commitment, leaf hash\n");
    byte[] entries = Files.readAllBytes(FOLDER.resolve("tile/entries/000.p/40"));
    byte[] rows = Files.readAllBytes(FOLDER.resolve("records/000.p/40"));
    var bundle = new RecordBundle(new ByteArrayInputStream(rows));
    long index = 0;
    for (byte[] encoded : EntryBundle.decode(entries)) {
      Header header = Header.decode(encoded);
      var facts = header.facts();
      assertThat(header.encode()).isEqualTo(encoded);
      assertThat(bundle.next().orElseThrow().facts()).isEqualTo(facts);
      text.append(index++ + " " + facts.stream().aggregateId() + " " + facts.stream().sequence());
      text.append(" " + facts.eventId() + " " + facts.format().type());
      text.append(" " + header.payloadCommitment() + " " + Header.leafHash(encoded) + "\n");
    }
    return text.toString();
  }

  private static void writeIfAsked() throws IOException {
    if ("write".equals(System.getProperty("daybook.vectors"))) {
      if (Files.exists(FOLDER)) {
        try (Stream<Path> files = Files.walk(FOLDER)) {
          for (Path file : files.filter(Files::isRegularFile).toList()) {
            Files.delete(file);
          }
        }
      }
      SampleLog.write(SampleLog.of(SampleEvents.story(40)).files(0, 1, 17), FOLDER);
      Files.write(LEAVES, leaves().getBytes(UTF_8));
    }
  }
}
