package io.daybook.journal.witness;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.daybook.journal.RecordHash;
import io.daybook.journal.checkpoint.NoteSignature;
import io.daybook.journal.checkpoint.NoteVerifier;
import io.daybook.journal.checkpoint.VerifierKey;
import io.daybook.journal.operator.KeysCommand;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Random;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The witness as its operator runs it: a process, a key, one file of state, and kill -9. */
class WitnessProcessIT {
  private static final String ORIGIN = "log.example/ledger";

  private final GrowingLog log = new GrowingLog(GrowingLog.key(ORIGIN, "Ed25519"), "a");
  private final GrowingLog fork = new GrowingLog(log.signer, "b");
  private Path state;
  private Path key;
  private Path password;
  private VerifierKey vkey;

  @TempDir private Path folder;

  @BeforeEach
  void anOperatorSetsItUp() throws IOException {
    state = folder.resolve("state");
    key = folder.resolve("witness.p12");
    password = WitnessProcess.password(folder);
    var out = new StringWriter();
    int made =
        KeysCommand.run(
            new PrintWriter(out),
            new PrintWriter(out),
            "new",
            "--witness",
            "--name",
            "witness.example/w",
            "--out",
            key.toString(),
            "--password-file",
            password.toString());
    assertThat(made).as(out.toString()).isZero();
    vkey = VerifierKey.parse(out.toString().strip());
    assertThat(
            WitnessCommand.run(
                new PrintWriter(out), new PrintWriter(out), "init", "--state", state.toString()))
        .isZero();
  }

  private WitnessProcess start() throws IOException {
    return WitnessProcess.start(state, key, password, log.signer.verifierKey().format());
  }

  @Test
  void itAnswersAsTheProtocolSays() throws Exception {
    var thief = new GrowingLog(GrowingLog.key(ORIGIN, "Ed25519"), "a");
    var other = new GrowingLog(GrowingLog.key("other.example", "Ed25519"), "a");
    try (var witness = start()) {
      var first = witness.add(log.request(0, 5));
      assertThat(first.statusCode()).isEqualTo(200);
      var line = NoteSignature.parse(first.body().strip());
      assertThat(new NoteVerifier(vkey).verify(log.checkpoint(5), line)).isTrue();

      var stale = witness.add(log.request(4, 9));
      assertThat(stale.statusCode()).isEqualTo(409);
      assertThat(stale.body()).isEqualTo("5\n");
      assertThat(stale.headers().firstValue("Content-Type")).contains("text/x.tlog.size");
      assertThat(witness.add(thief.request(5, 9)).statusCode()).isEqualTo(403);
      assertThat(witness.add(fork.request(5, 9)).statusCode()).isEqualTo(422);
      assertThat(witness.add(other.request(0, 9)).statusCode()).isEqualTo(404);
      assertThat(witness.add("old x\n\n".getBytes(UTF_8)).statusCode()).isEqualTo(400);
      assertThat(witness.get("/add-checkpoint").statusCode()).isEqualTo(405);

      String hash = RecordHash.sha256(ORIGIN.getBytes(UTF_8)).toHex();
      assertThat(witness.get("/" + hash + "/checkpoint").body()).contains(log.checkpoint(5).body());
      assertThat(witness.get("/" + "0".repeat(64) + "/checkpoint").statusCode()).isEqualTo(404);
    }
  }

  @Test
  void nothingAcknowledgedIsForgottenWhenItIsKilled() throws Exception {
    var random = new Random(7);
    long acknowledged = 0;
    for (int round = 0; round < 4; round++) {
      var witness = start();
      int before = random.nextInt(1, 12);
      Thread killer = killer(witness, random.nextInt(5, 120));
      try {
        for (int i = 0; i < 60; i++) {
          if (i == before) {
            killer.start();
          }
          var answer = witness.add(log.request(acknowledged, acknowledged + 1));
          if (answer.statusCode() == 409) {
            // The answer to the last request was lost in the kill.
            assertThat(answer.body()).isEqualTo((acknowledged + 1) + "\n");
          } else {
            assertThat(answer.statusCode()).isEqualTo(200);
          }
          acknowledged++;
        }
      } catch (IOException killed) {
        // Whether the last one was remembered is open; the next round finds out.
      }
      killer.join();
    }
    try (var witness = start()) {
      long size = Long.parseLong(witness.add(fork.request(1, 1000)).body().strip());
      assertThat(size).isBetween(acknowledged, acknowledged + 1);
      assertThat(witness.add(fork.request(size, size + 1)).statusCode()).isEqualTo(422);
      assertThat(witness.add(log.request(size, size + 1)).statusCode()).isEqualTo(200);
    }
  }

  private static Thread killer(WitnessProcess witness, int millis) {
    return Thread.ofVirtual()
        .unstarted(() -> {
          try {
            Thread.sleep(millis);
            witness.kill();
          } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
          }
        });
  }

  @Test
  void twoProcessesNeverShareAKey() throws Exception {
    try (var witness = start()) {
      Path second = folder.resolve("second");
      StateFile.create(second);

      assertThat(WitnessProcess.refused(second, key, password, log.signer.verifierKey().format()))
          .contains("runs already");
      assertThat(witness.port()).isPositive();
    }
  }

  @Test
  void withoutItsMemoryItDoesNotStart() throws Exception {
    Files.delete(state);
    assertThat(WitnessProcess.refused(state, key, password, log.signer.verifierKey().format()))
        .contains("there is no state file")
        .doesNotContain("\tat ");

    Files.writeString(state, "daybook-witness-state@v1\n");
    assertThat(WitnessProcess.refused(state, key, password, log.signer.verifierKey().format()))
        .contains("damaged")
        .doesNotContain("\tat ");
  }

  @Test
  void aWrongPasswordIsOneLine() throws Exception {
    Path wrong = Files.writeString(folder.resolve("wrong"), "wrong");

    assertThat(WitnessProcess.refused(state, key, wrong, log.signer.verifierKey().format()))
        .startsWith("daybook-witness: ")
        .doesNotContain("\tat ");
  }
}
