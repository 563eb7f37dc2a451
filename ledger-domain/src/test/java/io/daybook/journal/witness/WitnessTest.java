package io.daybook.journal.witness;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.daybook.journal.Bytes;
import io.daybook.journal.MalformedException;
import io.daybook.journal.RecordHash;
import io.daybook.journal.checkpoint.Checkpoint;
import io.daybook.journal.checkpoint.NoteSignature;
import io.daybook.journal.checkpoint.NoteSigner;
import io.daybook.journal.checkpoint.NoteVerifier;
import io.daybook.journal.checkpoint.SignatureAlgorithm;
import io.daybook.journal.checkpoint.SignedNote;
import io.daybook.journal.checkpoint.VerifierKey;
import io.daybook.journal.proof.AddCheckpoint;
import io.daybook.journal.witness.Witness.Answer;
import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a witness answers and remembers (c2sp.org/tlog-witness). */
class WitnessTest {
  private static final String ORIGIN = "log.example/ledger";

  private final NoteSigner ed25519 = GrowingLog.witnessKey("witness.example/w", "Ed25519");
  private final NoteSigner mlDsa = GrowingLog.witnessKey("witness.example/w", "ML-DSA-44");
  private final GrowingLog log = new GrowingLog(GrowingLog.key(ORIGIN, "Ed25519"), "a");
  private final GrowingLog fork = new GrowingLog(log.signer, "b");
  private Instant now = Instant.ofEpochSecond(1_790_000_000);
  private Witness witness;

  @TempDir private Path folder;

  @BeforeEach
  void start() throws IOException {
    StateFile.create(file());
    witness = restarted();
  }

  private Path file() {
    return folder.resolve("witness.state");
  }

  private Witness restarted() throws IOException {
    return new Witness(
        List.of(ed25519, mlDsa),
        List.of(log.signer.verifierKey()),
        StateFile.open(file()),
        () -> now);
  }

  @Test
  void itCosignsWhatContinuesTheLast() {
    assertThat(witness.add(log.request(0, 5)).status()).isEqualTo(200);

    Answer answer = witness.add(log.request(5, 300));

    assertThat(answer.status()).isEqualTo(200);
    Checkpoint checkpoint = log.checkpoint(300);
    List<NoteSignature> lines = answer.body().lines().map(NoteSignature::parse).toList();
    assertThat(lines).hasSize(2);
    assertThat(new NoteVerifier(ed25519.verifierKey()).verify(checkpoint, lines.get(0))).isTrue();
    assertThat(new NoteVerifier(mlDsa.verifierKey()).verify(checkpoint, lines.get(1))).isTrue();
    assertThat(lines).allMatch(line -> line.timestampSeconds() == now.getEpochSecond());
  }

  @Test
  void theNewestIsThereForMonitors() {
    assertThat(witness.newest(ORIGIN)).isEmpty();
    witness.add(log.request(0, 5));

    var note = SignedNote.parse(witness.newest(ORIGIN).orElseThrow().getBytes(UTF_8));

    assertThat(note.text()).isEqualTo(log.checkpoint(5).body());
    assertThat(note.isSignedBy(log.signer.verifierKey(), log.checkpoint(5))).isTrue();
    assertThat(note.isSignedBy(ed25519.verifierKey(), log.checkpoint(5))).isTrue();
  }

  @Test
  void aWrongOldSizeIsToldTheRightOne() {
    witness.add(log.request(0, 5));

    Answer answer = witness.add(log.request(4, 7));

    assertThat(answer).isEqualTo(new Answer(409, "text/x.tlog.size", "5\n"));
    assertThat(witness.add(log.request(0, 7)).status()).isEqualTo(409);
  }

  @Test
  void theSameAgainIsCosignedAgain() {
    witness.add(log.request(0, 5));

    assertThat(witness.add(log.request(5, 5)).status()).isEqualTo(200);
  }

  @Test
  void aForkIsRefused() {
    witness.add(log.request(0, 5));

    assertThat(witness.add(fork.request(5, 5)).status()).isEqualTo(422);
    assertThat(witness.add(fork.request(5, 9)).status()).isEqualTo(422);
    assertThat(witness.add(log.request(5, 9)).status()).isEqualTo(200);
  }

  @Test
  void aSmallerTreeIsRefused() {
    witness.add(log.request(0, 5));

    var smaller = new AddCheckpoint(5, List.of(), log.note(log.checkpoint(4)));
    assertThat(witness.add(GrowingLog.body(smaller)).status()).isEqualTo(400);
    var stale = new AddCheckpoint(3, log.proof(3, 4), log.note(log.checkpoint(4)));
    assertThat(witness.add(GrowingLog.body(stale)).status()).isEqualTo(409);
  }

  @Test
  void aProofThatDoesNotVerifyIsRefused() {
    witness.add(log.request(0, 5));
    var short_ = new AddCheckpoint(5, List.of(), log.note(log.checkpoint(9)));
    var path = new ArrayList<>(log.proof(5, 9));
    path.add(RecordHash.ZERO);
    var long_ = new AddCheckpoint(5, path, log.note(log.checkpoint(9)));

    assertThat(witness.add(GrowingLog.body(short_)).status()).isEqualTo(422);
    assertThat(witness.add(GrowingLog.body(long_)).status()).isEqualTo(422);
  }

  @Test
  void aProofFromNothingIsEmpty() {
    var request = new AddCheckpoint(0, List.of(RecordHash.ZERO), log.note(log.checkpoint(5)));

    assertThat(witness.add(GrowingLog.body(request)).status()).isEqualTo(422);
  }

  @Test
  void theEmptyTreeHasItsOneRoot() {
    var wrong = new Checkpoint(ORIGIN, 0, RecordHash.sha256(new byte[] {1}));

    assertThat(
            witness.add(GrowingLog.body(new AddCheckpoint(0, List.of(), log.note(wrong)))).status())
        .isEqualTo(422);
    assertThat(witness.add(log.request(0, 0)).status()).isEqualTo(200);
  }

  @Test
  void anUnknownLogIsNotFound() {
    var other = new GrowingLog(GrowingLog.key("other.example/ledger", "Ed25519"), "a");

    assertThat(witness.add(other.request(0, 5)).status()).isEqualTo(404);
  }

  @Test
  void aLogWithTheWrongKeyIsForbidden() {
    var thief = new GrowingLog(GrowingLog.key(ORIGIN, "Ed25519"), "a");

    assertThat(witness.add(thief.request(0, 5)).status()).isEqualTo(403);
  }

  @Test
  void aFalseLineInTheLogsNameIsForbiddenEvenBesideATrueOne() {
    Checkpoint checkpoint = log.checkpoint(5);
    VerifierKey key = log.signer.verifierKey();
    var false_ = new NoteSignature(key.name(), key.keyId(), Bytes.of(new byte[64]));
    var note =
        new SignedNote(
            checkpoint.body(), List.of(log.note(checkpoint).signatures().getFirst(), false_));

    assertThat(witness.add(GrowingLog.body(new AddCheckpoint(0, List.of(), note))).status())
        .isEqualTo(403);
  }

  @Test
  void linesOfOthersAreIgnored() {
    Checkpoint checkpoint = log.checkpoint(5);
    var other = GrowingLog.witnessKey("witness.example/other", "Ed25519").sign(checkpoint, now);
    var note =
        new SignedNote(
            checkpoint.body(), List.of(other, log.note(checkpoint).signatures().getFirst()));

    assertThat(witness.add(GrowingLog.body(new AddCheckpoint(0, List.of(), note))).status())
        .isEqualTo(200);
    assertThat(witness.newest(ORIGIN).orElseThrow()).doesNotContain("witness.example/other");
  }

  @Test
  void timesNeverFallWhenTheClockIsSetBack() {
    long first = time(witness.add(log.request(0, 5)));
    now = now.minusSeconds(3600);

    assertThat(time(witness.add(log.request(5, 6)))).isEqualTo(first);
  }

  @Test
  void itRemembersAfterARestart() throws IOException {
    witness.add(log.request(0, 5));
    witness = restarted();

    assertThat(witness.add(fork.request(0, 6)).status()).isEqualTo(409);
    assertThat(witness.add(fork.request(5, 6)).status()).isEqualTo(422);
    assertThat(witness.add(log.request(5, 6)).status()).isEqualTo(200);
  }

  @Test
  void aMemoryThatSomebodyPutBackIsNoticed() throws IOException {
    byte[] old = Files.readAllBytes(file());
    witness.add(log.request(0, 5));
    Files.write(file(), old);

    assertThat(witness.add(log.request(5, 6)).status()).isEqualTo(500);
    assertThat(Files.readAllBytes(file())).isEqualTo(old);
  }

  @Test
  void aDamagedMemoryIsNotRead() throws IOException {
    witness.add(log.request(0, 5));
    byte[] good = Files.readAllBytes(file());
    for (int at = 0; at < good.length; at++) {
      byte[] bad = good.clone();
      bad[at] ^= 1;
      Files.write(file(), bad);
      assertThatThrownBy(() -> StateFile.open(file()))
          .as("byte %s", at)
          .isInstanceOf(MalformedException.class);
    }
    for (int length = 0; length < good.length; length += 17) {
      Files.write(file(), java.util.Arrays.copyOf(good, length));
      assertThatThrownBy(() -> StateFile.open(file())).isInstanceOf(MalformedException.class);
    }
  }

  @Test
  void aMemoryIsNeverBegunTwice() {
    assertThatThrownBy(() -> StateFile.create(file()))
        .isInstanceOf(FileAlreadyExistsException.class);
  }

  @Test
  void ofManyForksAtOnceOnlyOneIsCosigned() throws Exception {
    witness.add(log.request(0, 5));
    var forks = new ArrayList<Callable<Integer>>();
    for (int i = 0; i < 16; i++) {
      var request = log.request(5, 6 + i);
      forks.add(() -> witness.add(request).status());
    }

    try (var executor = Executors.newVirtualThreadPerTaskExecutor()) {
      int cosigned = 0;
      for (Future<Integer> answer : executor.invokeAll(forks)) {
        cosigned += answer.get() == 200 ? 1 : 0;
      }
      assertThat(cosigned).isEqualTo(1);
    }
  }

  @Test
  void hostileRequestsAreRefusedAndNothingIsCosigned() {
    long seed = Long.getLong("daybook.seed", System.nanoTime());
    var random = new Random(seed);
    byte[] good = log.request(0, 200);
    for (int round = 0; round < 500; round++) {
      byte[] bad = good.clone();
      bad[random.nextInt(bad.length)] ^= (byte) (1 << random.nextInt(8));
      int length = random.nextInt(4) == 0 ? random.nextInt(bad.length) : bad.length;

      int status = witness.add(java.util.Arrays.copyOf(bad, length)).status();

      assertThat(status).as("-Ddaybook.seed=%s, round %s", seed, round).isBetween(400, 422);
      assertThat(witness.newest(ORIGIN)).isEmpty();
    }
    assertThat(witness.add(new byte[0]).status()).isEqualTo(400);
    assertThat(witness.add(new byte[AddCheckpoint.MAX_BYTES + 1]).status()).isEqualTo(400);
    assertThat(witness.add(("old 0\n" + "AA==\n".repeat(64) + "\n").getBytes(UTF_8)).status())
        .isEqualTo(400);
  }

  /** The conversation in the tests of another witness. */
  @Test
  void itAnswersAsLitewitnessDoes() throws IOException {
    // github.com/FiloSottile/torchwood, cmd/litewitness/testdata/litewitness.txt.
    String origin =
        "sigsum.org/v1/tree/4d6d8825a6bb689d459628312889dfbb0bcd41b5211d9e1ce768b0ff0309e562";
    var key =
        new VerifierKey(
            origin,
            SignatureAlgorithm.ED25519,
            Bytes.of(
                HexFormat.of()
                    .parseHex("ffdc2d4d98e4124d3feaf788c0c2f9abfd796083d1f0495437f302ec79cf100f")));
    Path memory = folder.resolve("other.state");
    StateFile.create(memory);
    var other = new Witness(List.of(ed25519), List.of(key), StateFile.open(memory), () -> now);
    String one = "KgAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=";
    String three = "RcCI1Nk56ZcSmIEfIn0SleqtV7uvrlXNccFx595Iwl0=";
    String proof =
        """
        KgEAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=
        KgIAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=
        """;
    String signedOne =
        "UgIom7fPZTqpxWWhyjWduBvTvGVqsokMbqTArsQilegKoFBJQjUFAmQ0+YeSPM3wfUQMFSzVnnNuWRTYrajXpNUbIQY=";
    String signedThree =
        "UgIom2VbtIcdFbwFAy1n7s6IkAxIY6J/GQOTuZF2ORV39d75cbAj2aQYwyJre36kezNobZs4SUUdrcawfAB8WVrx6go=";

    assertThat(ask(other, "old 0\n", origin, "1", one, signedOne)).isEqualTo(200);
    assertThat(ask(other, "old 1\n" + proof, origin, "3", three, flipped(signedThree)))
        .isEqualTo(403);
    assertThat(ask(other, "old 1\n" + proof, origin + "0", "3", three, signedThree)).isEqualTo(404);
    assertThat(ask(other, "old 1\n", origin, "3", three, signedThree)).isEqualTo(422);
    assertThat(ask(other, "old 0\n", origin, "3", three, signedThree)).isEqualTo(409);
    assertThat(ask(other, "old 1\n" + proof, origin, "3", three, signedThree)).isEqualTo(200);
  }

  private static String flipped(String signature) {
    byte[] bytes = Base64.getDecoder().decode(signature);
    bytes[20] ^= 1;
    return Base64.getEncoder().encodeToString(bytes);
  }

  private static int ask(
      Witness witness, String head, String origin, String size, String root, String signature) {
    String body =
        head
            + "\n"
            + origin
            + "\n"
            + size
            + "\n"
            + root
            + "\n\n\u2014 "
            + origin
            + " "
            + signature
            + "\n";
    return witness.add(body.getBytes(UTF_8)).status();
  }

  private static long time(Answer answer) {
    return NoteSignature.parse(answer.body().lines().findFirst().orElseThrow()).timestampSeconds();
  }
}
