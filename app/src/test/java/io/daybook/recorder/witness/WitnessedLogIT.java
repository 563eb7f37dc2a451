package io.daybook.recorder.witness;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.daybook.Application;
import io.daybook.FreshDataFolder;
import io.daybook.Http;
import io.daybook.api.Player;
import io.daybook.api.Stage;
import io.daybook.journal.audit.AuditReport;
import io.daybook.journal.audit.Check;
import io.daybook.journal.audit.Coverage;
import io.daybook.journal.audit.JournalVerifier;
import io.daybook.journal.checkpoint.Checkpoint;
import io.daybook.journal.checkpoint.Policy;
import io.daybook.journal.checkpoint.SignedNote;
import io.daybook.journal.checkpoint.VerifierKey;
import io.daybook.recorder.publication.Anchorable;
import io.micrometer.core.instrument.MeterRegistry;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyPairGenerator;
import java.time.Duration;
import java.util.List;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.ContextConfiguration;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/** A log whose policy wants two of three witnesses, while these come and go. */
@SpringBootTest(
    classes = Application.class,
    webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
    properties = {
      "spring.main.register-shutdown-hook=false",
      "daybook.demo-sale=false",
      "daybook.journal.checkpoint.interval=100ms",
      "daybook.journal.witness.timeout=5s",
      "daybook.journal.witness.pause=1s"
    })
@ContextConfiguration(initializers = FreshDataFolder.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class WitnessedLogIT {
  private static final Duration PATIENCE = Duration.ofSeconds(60);

  private static List<RemoteWitness> witnesses = List.of();

  @LocalServerPort private int port;
  @Autowired private Anchorable anchorable;
  @Autowired private MeterRegistry meters;
  @TempDir private Path folder;

  private Policy log;
  private Http auditor;

  @DynamicPropertySource
  static void aPolicyOfThreeWitnesses(DynamicPropertyRegistry registry) throws IOException {
    Path remote = Files.createTempDirectory(Path.of("target"), "witnesses-").toAbsolutePath();
    witnesses =
        List.of(
            RemoteWitness.prepare(remote.resolve("1"), "one.example"),
            RemoteWitness.prepare(remote.resolve("2"), "two.example"),
            RemoteWitness.prepare(remote.resolve("3"), "three.example"));
    var policy = new StringBuilder();
    for (int i = 0; i < 3; i++) {
      var witness = witnesses.get(i);
      policy.append("witness w%d %s %s\n".formatted(i, witness.key().format(), witness.url()));
    }
    policy.append("group most 2 w0 w1 w2\nquorum most\n");
    Path file = Files.writeString(remote.resolve("policy"), policy);
    registry.add("daybook.journal.witness.policy", file::toString);
  }

  @BeforeAll
  void theLogsKeys() {
    log = Policy.parse(body("/.well-known/journal-policy").getBytes(UTF_8));
    auditor = Http.anonymous(port).as("aude");
  }

  @AfterAll
  static void stop() {
    witnesses.forEach(RemoteWitness::close);
  }

  @Test
  @Order(1)
  void withoutWitnessesTheLogGoesOnAndRaisesTheAlarm() {
    growUntil(() -> !hasQuorum());

    assertThat(newest().signatures()).hasSize(2);
    assertThat(meters.get("daybook.journal.witness.quorum").gauge().value()).isZero();
    assertThat(status()).contains("no answer");
    assertThat(body("/.well-known/journal-witness-policy")).contains("quorum most");
  }

  @Test
  @Order(2)
  void withoutAQuorumNothingIsAnchored() {
    assertThat(anchorable.newest()).isEmpty();
  }

  @Test
  @Order(3)
  void twoWitnessesAreEnough() throws Exception {
    witnesses.get(0).start(log.keys());
    witnesses.get(1).start(log.keys());

    growUntil(this::hasQuorum);

    assertThat(newest().signatures()).hasSize(4);
    assertThat(anchorable.newest()).isPresent();
    assertThat(meters.get("daybook.journal.witness.quorum").gauge().value()).isOne();
    AuditReport report = verify();
    assertThat(report.findings()).isEmpty();
    assertThat(report.coverage())
        .filteredOn(line -> line.check() == Check.V4)
        .extracting(Coverage::result)
        .containsExactly(Coverage.Result.OK);
  }

  @Test
  @Order(4)
  void aWitnessThatDistrustsTheLogsKeySaysSo() throws Exception {
    var stranger = KeyPairGenerator.getInstance("Ed25519").generateKeyPair();
    witnesses.get(2).start(List.of(VerifierKey.of(log.origin(), stranger.getPublic())));

    growUntil(() -> status().contains("HTTP 403"));

    growUntil(this::hasQuorum);
  }

  @Test
  @Order(5)
  void aKilledWitnessCostsTheQuorumUntilItIsBack() throws Exception {
    witnesses.get(0).kill();
    growUntil(() -> !hasQuorum());
    long unwitnessed = size(newest());

    assertThat(size(SignedNote.parse(anchorable.newest().orElseThrow().getBytes(UTF_8))))
        .isLessThan(unwitnessed);
    assertThat(verify().verdict()).isEqualTo(AuditReport.Verdict.INCOMPLETE);

    witnesses.get(0).start(log.keys());
    growUntil(this::hasQuorum);
    assertThat(verify().verdict()).isEqualTo(AuditReport.Verdict.VERIFIED);
  }

  private void growUntil(BooleanSupplier wished) {
    await()
        .atMost(PATIENCE)
        .until(() -> {
          grow();
          return wished.getAsBoolean();
        });
  }

  private void grow() {
    long before = size(newest());
    new Stage(port).apply(Player.register(port, "ORGANISER"));
    await().atMost(PATIENCE).until(() -> size(newest()) > before);
  }

  private boolean hasQuorum() {
    return auditor.get("/api/v1/status/witnesses").json().path("quorum").asBoolean(false);
  }

  private String status() {
    return auditor.get("/api/v1/status/witnesses").response().body();
  }

  private SignedNote newest() {
    await().until(() -> Http.anonymous(port).get("/journal/log/checkpoint").status() == 200);
    return SignedNote.parse(body("/journal/log/checkpoint").getBytes(UTF_8));
  }

  private static long size(SignedNote note) {
    return Checkpoint.parse(note.text()).size();
  }

  private String body(String path) {
    var answer = Http.anonymous(port).get(path);
    assertThat(answer.status()).as(path).isEqualTo(200);
    return answer.response().body();
  }

  private AuditReport verify() throws IOException, InterruptedException {
    byte[] zip =
        HttpClient.newHttpClient()
            .send(auditor.request("/api/v1/audit/export.zip").build(), BodyHandlers.ofByteArray())
            .body();
    Path file = Files.write(folder.resolve("export.zip"), zip);
    return new JournalVerifier(log.keys(), List.of(), (at, of) -> {}).verify(file);
  }
}
