package io.daybook.journal.audit;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import io.daybook.journal.audit.AuditReport.Verdict;
import io.daybook.journal.checkpoint.NoteSigner;
import io.daybook.journal.checkpoint.WitnessPolicy;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Cosignatures under a checkpoint, enough and too few, honest and not (V4). */
class WitnessAuditTest {
  private final KeyedLog log = new KeyedLog();
  private final NoteSigner one = KeyedLog.witness("witness.example/1", "Ed25519");
  private final NoteSigner two = KeyedLog.witness("witness.example/2", "ML-DSA-44");
  private final NoteSigner three = KeyedLog.witness("witness.example/3", "Ed25519");
  private final String policy =
      "witness one %s\nwitness two %s\nwitness three %s\ngroup most 2 one two three\nquorum most\n"
          .formatted(
              one.verifierKey().format(), two.verifierKey().format(), three.verifierKey().format());

  @TempDir private Path folder;

  @Test
  void twoOfThreeAreAQuorum() {
    log.publish(log.ed25519, log.mlDsa, one, two).fill(3);
    log.publish(log.ed25519, log.mlDsa, two, three);

    AuditReport report = verify(Optional.of(policy));

    assertThat(report.findings()).isEmpty();
    assertThat(line(report).result()).isEqualTo(Coverage.Result.OK);
    assertThat(line(report).remark()).contains("2 of 2 checkpoints").contains("you gave");
  }

  @Test
  void oneOfThreeIsNone() {
    log.publish(log.ed25519, log.mlDsa, one, two).fill(3);
    log.publish(log.ed25519, log.mlDsa, one);

    AuditReport report = verify(Optional.of(policy));

    assertThat(report.verdict()).isEqualTo(Verdict.INCOMPLETE);
    assertThat(report.findings().getFirst().actual()).isEqualTo("up to size 3");
  }

  @Test
  void anOlderCheckpointMayLackItsQuorum() {
    log.publish(log.ed25519, log.mlDsa).fill(3);
    log.publish(log.ed25519, log.mlDsa, one, three);

    AuditReport report = verify(Optional.of(policy));

    assertThat(report.verdict()).isEqualTo(Verdict.VERIFIED);
    assertThat(line(report).remark()).contains("1 of 2 checkpoints");
  }

  @Test
  void thePolicyThatTheLogRecordedHolds() {
    var json = new JsonObject();
    json.addProperty("policy", policy);
    log.system("WitnessPolicyChanged", json).publish(log.ed25519, log.mlDsa, one);

    assertThat(verify(Optional.empty()).verdict()).isEqualTo(Verdict.INCOMPLETE);

    log.fill(1).publish(log.ed25519, log.mlDsa, one, two);
    AuditReport report = verify(Optional.empty());
    assertThat(report.verdict()).isEqualTo(Verdict.VERIFIED);
    assertThat(line(report).remark()).contains("the log recorded itself");
  }

  @Test
  void withoutAPolicyNothingIsSaidToBeChecked() {
    log.publish(log.ed25519, log.mlDsa, one, two);

    AuditReport report = verify(Optional.empty());

    assertThat(report.verdict()).isEqualTo(Verdict.VERIFIED);
    assertThat(line(report).result()).isEqualTo(Coverage.Result.NOT_CHECKED);
  }

  @Test
  void aCosignatureOfAnotherTree() {
    log.publish(log.ed25519, log.mlDsa, one, two).fill(3);
    String note = text(log.note(log.size(), KeyedLog.NOW, log.ed25519, log.mlDsa, two));
    String other = text(log.note(1, KeyedLog.NOW, one));
    log.publish(bytes(note + other.substring(other.indexOf("\u2014"))));

    assertFails("an invalid one");
  }

  @Test
  void aCosignatureFromTheFuture() {
    log.publish(
        log.note(log.size(), Instant.now().plusSeconds(900), log.ed25519, log.mlDsa, one, two));

    assertFails("(s)");
  }

  @Test
  void timeThatRunsBackwards() {
    log.publish(log.note(log.size(), KeyedLog.NOW, log.ed25519, log.mlDsa, one, two)).fill(3);
    log.publish(
        log.note(log.size(), KeyedLog.NOW.minusSeconds(1), log.ed25519, log.mlDsa, one, two));

    assertFails("before that of a smaller tree");
  }

  private void assertFails(String actual) {
    AuditReport report = verify(Optional.of(policy));
    assertThat(report.verdict()).isEqualTo(Verdict.TAMPERED);
    assertThat(report.findings().getFirst().check()).isEqualTo(Check.V4);
    assertThat(report.findings().getFirst().actual()).contains(actual);
  }

  private static String text(byte[] note) {
    return new String(note, StandardCharsets.UTF_8);
  }

  private static byte[] bytes(String note) {
    return note.getBytes(StandardCharsets.UTF_8);
  }

  private static Coverage line(AuditReport report) {
    return report.coverage().stream()
        .filter(line -> line.check() == Check.V4)
        .findFirst()
        .orElseThrow();
  }

  private AuditReport verify(Optional<String> given) {
    Path export = SampleLog.write(log.files(), folder.resolve("of" + log.size()));
    var keys = List.of(log.ed25519.verifierKey(), log.mlDsa.verifierKey());
    try {
      return new JournalVerifier(keys, given.map(WitnessPolicy::parse), List.of(), Progress.NONE)
          .verify(export);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
