package io.daybook.journal.audit;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.daybook.journal.Author;
import io.daybook.journal.Bytes;
import io.daybook.journal.audit.AuditReport.Verdict;
import io.daybook.journal.checkpoint.NoteSigner;
import io.daybook.journal.keys.KeyUse;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Protected events that come from somewhere else than from their author. */
class AuthorAuditTest {
  private static final byte[] PAYLOAD = "{}".getBytes(UTF_8);

  private final KeyedLog log = new KeyedLog();
  private final NoteSigner other = KeyedLog.signer(KeyedLog.ORIGIN + "/author2", "ML-DSA-44");

  @TempDir private Path folder;

  @Test
  void anAuthorsEventIsVerified() {
    log.fill(1).approve("case_1", log.author);

    AuditReport report = verify();

    assertThat(report.findings()).isEmpty();
    assertThat(report.verdict()).isEqualTo(Verdict.VERIFIED);
    assertThat(line(report).result()).isEqualTo(Coverage.Result.OK);
    assertThat(line(report).checked()).isEqualTo(1);
  }

  @Test
  void anEventOfNobody() {
    // Whoever holds database, application and the log's keys can write and sign this.
    log.approve("case_1", null);

    assertFails("nobody's");
  }

  @Test
  void anEventSignedWithAKeyOfTheLog() {
    log.approve("case_1", log.ed25519);

    assertFails("may not sign it here");
  }

  @Test
  void anEventOfSomebodyUnknown() {
    log.approve("case_1", KeyedLog.signer(KeyedLog.ORIGIN + "/author", "Ed25519"));

    assertFails("is not known here");
  }

  @Test
  void aSignatureMovedToAnotherEvent() {
    log.approve("case_2", PAYLOAD, log.sign("case_1", PAYLOAD, log.author));

    assertFails("an invalid signature");
  }

  @Test
  void aSignatureOverAnotherPayload() {
    byte[] payload = "{\"approved\":true}".getBytes(UTF_8);
    log.approve("case_1", payload, log.sign("case_1", PAYLOAD, log.author));

    assertFails("an invalid signature");
  }

  @Test
  void aChangedSignature() {
    Author honest = log.sign("case_1", PAYLOAD, log.author);
    byte[] bytes = honest.signature().toArray();
    bytes[7] ^= 1;
    log.approve("case_1", PAYLOAD, new Author(honest.keyId(), Bytes.of(bytes)));

    assertFails("an invalid signature");
  }

  @Test
  void aRetiredAuthor() {
    log.approve("case_1", log.author);
    log.retire(log.author, log.author).approve("case_2", log.author);

    assertFails("may not sign it here");
  }

  @Test
  void aRevokedAuthorsLastEvents() {
    log.approve("case_1", log.author);
    int trusted = log.size();
    log.revoke(log.author, trusted, log.root).approve("case_2", log.author);

    assertFails("may not sign it here");
  }

  @Test
  void protectionStaysWhenTheLastAuthorHasGone() {
    log.retire(log.author, log.author).approve("case_1", null);

    assertFails("nobody's");
  }

  @Test
  void anAuthorWhomTheRootIntroduced() {
    log.introduce(other, KeyUse.AUTHOR, other, log.root).approve("case_1", other);

    assertThat(verify().verdict()).isEqualTo(Verdict.VERIFIED);
  }

  @Test
  void anAuthorWhomOnlyTheLogsKeysIntroduced() {
    log.introduce(other, KeyUse.AUTHOR, other, log.ed25519, log.mlDsa).approve("case_1", other);

    AuditReport report = verify();

    assertThat(report.findings().getFirst().check()).isEqualTo(Check.V17);
    assertThat(report.findings()).anyMatch(finding -> finding.check() == Check.V15);
  }

  @Test
  void anAuthorSignsNothingBeforeItsIntroduction() {
    log.approve("case_1", other).introduce(other, KeyUse.AUTHOR, other, log.root);

    assertFails("is not known here");
  }

  private void assertFails(String actual) {
    AuditReport report = verify();
    assertThat(report.verdict()).isEqualTo(Verdict.TAMPERED);
    Finding first = report.findings().getFirst();
    assertThat(first.check()).isEqualTo(Check.V15);
    assertThat(first.actual()).contains(actual);
  }

  private static Coverage line(AuditReport report) {
    return report.coverage().stream()
        .filter(line -> line.check() == Check.V15)
        .findFirst()
        .orElseThrow();
  }

  private AuditReport verify() {
    log.publish(log.ed25519, log.mlDsa);
    SampleLog.write(log.files(), folder);
    try {
      var keys = List.of(log.ed25519.verifierKey(), log.mlDsa.verifierKey());
      return new JournalVerifier(keys, List.of(), Progress.NONE).verify(folder);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
