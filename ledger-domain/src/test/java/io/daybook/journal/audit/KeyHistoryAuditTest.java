package io.daybook.journal.audit;

import static org.assertj.core.api.Assertions.assertThat;

import io.daybook.journal.audit.AuditReport.Verdict;
import io.daybook.journal.checkpoint.NoteSigner;
import io.daybook.journal.checkpoint.VerifierKey;
import io.daybook.journal.keys.KeyAct;
import io.daybook.journal.keys.KeyUse;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What happens to a log's keys, honestly and not, and the check that is named for it. */
class KeyHistoryAuditTest {
  private final KeyedLog log = new KeyedLog();
  private final NoteSigner next = KeyedLog.signer(KeyedLog.ORIGIN, "Ed25519");
  private final NoteSigner thief = KeyedLog.signer(KeyedLog.ORIGIN, "Ed25519");

  @TempDir private Path folder;

  @Test
  void anHonestRotationWithOverlapIsVerifiedUnderTheFirstKeys() {
    rotate();

    AuditReport report = verify(log.ed25519, log.mlDsa);

    assertThat(report.findings()).isEmpty();
    assertThat(report.verdict()).isEqualTo(Verdict.VERIFIED);
    assertThat(results(report, Coverage.Result.OK)).contains(Check.V1, Check.V3, Check.V17);
  }

  @Test
  void anHonestRotationIsVerifiedUnderTheNewKeysToo() {
    rotate();

    assertThat(verify(next, log.mlDsa).verdict()).isEqualTo(Verdict.VERIFIED);
    assertThat(verify().verdict()).isEqualTo(Verdict.VERIFIED);
  }

  @Test
  void aRotationInTheMiddleOfManyBundles() {
    log.fill(300).publish(log.ed25519, log.mlDsa);
    introduceNext();
    log.fill(300).publish(log.ed25519, next, log.mlDsa).withPolicy(log.ed25519, next, log.mlDsa);

    assertThat(verify(log.ed25519, log.mlDsa).verdict()).isEqualTo(Verdict.VERIFIED);
  }

  @Test
  void aCheckpointWithoutTheNewKey() {
    introduceNext();
    log.fill(1).publish(log.ed25519, log.mlDsa);

    assertFails(Check.V3, "no signature by this key");
  }

  @Test
  void aCheckpointSignedByTheNewKeyAlone() {
    introduceNext();
    log.fill(1).publish(next, log.mlDsa);

    assertFails(Check.V3, "no signature by this key");
  }

  @Test
  void aRetiredKeyThatStillSigns() {
    rotate();
    log.fill(1).publish(log.ed25519, next, log.mlDsa);

    assertFails(Check.V17, "a signature after record");
  }

  @Test
  void aSwappedKeyThatTheOldKeysNeverAgreedTo() {
    log.introduce(thief, KeyUse.LOG, thief, log.mlDsa).publish(thief, log.mlDsa, log.ed25519);

    assertFails(Check.V17, "not signed by all keys");
  }

  @Test
  void aKeyThatNobodyShowedToHold() {
    log.introduce(next, KeyUse.LOG, log.ed25519, log.mlDsa).publish(log.ed25519, log.mlDsa);

    assertFails(Check.V17, "not signed by all keys");
  }

  @Test
  void aStatementOfAnotherLog() {
    var other = KeyedLog.signer("daybook.example/other", "Ed25519");
    log.introduce(other, KeyUse.LOG, other, log.ed25519, log.mlDsa).publish(log.ed25519, log.mlDsa);

    assertFails(Check.V17, "is not that of a log key");
  }

  @Test
  void aLookAlikeName() {
    // The first letter is a Cyrillic one.
    var lookAlike = KeyedLog.signer(KeyedLog.ORIGIN.replaceFirst("a", "\u0430"), "Ed25519");
    log.introduce(lookAlike, KeyUse.LOG, lookAlike, log.ed25519, log.mlDsa)
        .publish(log.ed25519, log.mlDsa);

    assertFails(Check.V17, "is not that of a log key");
  }

  @Test
  void aRetiredKeyThatComesBack() {
    rotate();
    log.introduce(log.ed25519, KeyUse.LOG, log.ed25519, next, log.mlDsa).publish(next, log.mlDsa);

    assertFails(Check.V17, "there is or was a key with the id");
  }

  @Test
  void theLastKeyOfAnAlgorithmStays() {
    log.retire(log.mlDsa, log.ed25519, log.mlDsa).publish(log.ed25519, log.mlDsa);

    assertFails(Check.V17, "last key for ML-DSA-44");
  }

  @Test
  void aRevocationByTheRoot() {
    log.publish(log.ed25519, log.mlDsa);
    int trusted = log.size();
    log.introduce(next, KeyUse.LOG, next, log.root).publish(log.ed25519, next, log.mlDsa);
    log.revoke(log.ed25519, trusted, log.root).fill(2).publish(next, log.mlDsa);
    log.withPolicy(next, log.mlDsa);

    AuditReport report = verify(log.ed25519, log.mlDsa);

    assertThat(report.findings()).isEmpty();
    assertThat(report.verdict()).isEqualTo(Verdict.VERIFIED);
  }

  @Test
  void aRevocationByTheLogsOwnKeys() {
    introduceNext();
    log.revoke(log.ed25519, 1, log.ed25519, next, log.mlDsa).publish(next, log.mlDsa);

    assertFails(Check.V17, "not signed by all keys");
  }

  @Test
  void aRevokedKeyThatStillSigns() {
    introduceNext();
    log.revoke(log.ed25519, 1, log.root).publish(log.ed25519, next, log.mlDsa);

    assertFails(Check.V17, "a signature after record");
  }

  @Test
  void checkpointsThatRestOnRevokedKeysAlone() {
    var nextMlDsa = KeyedLog.signer(KeyedLog.ORIGIN, "ML-DSA-44");
    log.fill(3).publish(log.ed25519, log.mlDsa);
    introduceNext();
    log.introduce(nextMlDsa, KeyUse.LOG, nextMlDsa, log.root);
    log.revoke(log.ed25519, 1, log.root).revoke(log.mlDsa, 1, log.root);
    log.publish(next, nextMlDsa).withPolicy(next, nextMlDsa);

    AuditReport report = verify();

    assertThat(report.verdict()).isEqualTo(Verdict.TAMPERED);
    assertThat(report.findings().getFirst().check()).isEqualTo(Check.V3);
    assertThat(report.findings().getFirst().actual()).contains("only signatures by revoked keys");
  }

  @Test
  void aSecondBeginning() {
    log.system("LogCreated", log.created()).publish(log.ed25519, log.mlDsa);

    assertFails(Check.V17, "at index 3");
  }

  @Test
  void aPolicyWithAKeyThatNoRecordKnows() {
    log.publish(log.ed25519, log.mlDsa).withPolicy(thief, log.mlDsa);

    assertFails(Check.V1, thief.verifierKey().format());
  }

  @Test
  void aWholeLogMadeUpAroundTheKeyThatTheAuditorHolds() {
    // Somebody without the auditor's key names it, and has a root of his own retire it.
    VerifierKey held = KeyedLog.signer(KeyedLog.ORIGIN, "Ed25519").verifierKey();
    var forged = new KeyedLog(held);
    forged.state("KeyRetired", new KeyAct.Retire(held), forged.root);
    forged.publish(forged.ed25519, forged.mlDsa);
    SampleLog.write(forged.files(), folder);

    AuditReport report = verifyFolder(List.of(held));

    assertThat(report.verdict()).isNotEqualTo(Verdict.VERIFIED);
    assertThat(report.findings()).anyMatch(finding -> finding.check() == Check.V1);
  }

  private void introduceNext() {
    log.introduce(next, KeyUse.LOG, next, log.ed25519, log.mlDsa);
    log.withPolicy(log.ed25519, next, log.mlDsa);
  }

  private void rotate() {
    log.fill(5).publish(log.ed25519, log.mlDsa);
    introduceNext();
    log.fill(3).publish(log.ed25519, next, log.mlDsa);
    log.retire(log.ed25519, log.ed25519, next, log.mlDsa);
    log.fill(2).publish(next, log.mlDsa).withPolicy(next, log.mlDsa);
  }

  private void assertFails(Check check, String actual) {
    AuditReport report = verify(log.ed25519, log.mlDsa);
    assertThat(report.verdict()).isEqualTo(Verdict.TAMPERED);
    assertThat(report.findings())
        .anySatisfy(finding -> {
          assertThat(finding.check()).isEqualTo(check);
          assertThat(finding.actual()).contains(actual);
        });
  }

  private AuditReport verify(NoteSigner... trusted) {
    SampleLog.write(log.files(), folder);
    return verifyFolder(Stream.of(trusted).map(NoteSigner::verifierKey).toList());
  }

  private AuditReport verifyFolder(List<VerifierKey> trusted) {
    try {
      return new JournalVerifier(trusted, List.of(), Progress.NONE).verify(folder);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Set<Check> results(AuditReport report, Coverage.Result result) {
    return report.coverage().stream()
        .filter(line -> line.result() == result)
        .map(Coverage::check)
        .collect(Collectors.toSet());
  }
}
