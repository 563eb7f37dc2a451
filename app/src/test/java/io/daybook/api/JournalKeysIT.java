package io.daybook.api;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.daybook.Application;
import io.daybook.FreshDataFolder;
import io.daybook.Http;
import io.daybook.Http.Answer;
import io.daybook.IntegrationTest;
import io.daybook.journal.audit.AuditReport;
import io.daybook.journal.audit.Check;
import io.daybook.journal.audit.Coverage;
import io.daybook.journal.audit.Finding;
import io.daybook.journal.audit.JournalVerifier;
import io.daybook.journal.checkpoint.NoteSigner;
import io.daybook.journal.checkpoint.Policy;
import io.daybook.journal.checkpoint.SignedNote;
import io.daybook.journal.checkpoint.VerifierKey;
import io.daybook.journal.keys.KeyAct.Introduce;
import io.daybook.journal.keys.KeyAct.Revoke;
import io.daybook.journal.keys.KeyStatement;
import io.daybook.journal.keys.KeyUse;
import io.daybook.kyb.casefile.KybCaseId;
import io.daybook.kyb.casefile.KybEvent.CaseRejected;
import io.daybook.ledger.OrganiserId;
import io.daybook.ledger.UserId;
import io.daybook.recorder.format.EventFamilies;
import io.daybook.recorder.format.JournalSerializer;
import io.daybook.recorder.format.SystemEvent.LogCreated;
import io.daybook.recorder.store.Journal;
import io.daybook.recorder.store.JournalCodec;
import io.daybook.recorder.store.JournalSettings;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyPairGenerator;
import java.time.Clock;
import java.util.List;
import javax.crypto.spec.SecretKeySpec;
import javax.sql.DataSource;
import org.axonframework.eventhandling.GenericDomainEventMessage;
import org.axonframework.serialization.upcasting.event.EventUpcasterChain;
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
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.ContextConfiguration;
import tools.jackson.databind.json.JsonMapper;

/** The life of a log's keys in the running application, verified from exports. */
@SpringBootTest(
    classes = Application.class,
    webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
    properties = {
      "spring.main.register-shutdown-hook=false",
      "daybook.demo-sale=false",
      "daybook.journal.origin=keys.example/ledger",
      "daybook.journal.checkpoint.interval=100ms"
    })
@ContextConfiguration(initializers = FreshDataFolder.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class JournalKeysIT {
  private static final String ORIGIN = "keys.example/ledger";
  private static final String KEYS = "/api/v1/admin/journal-keys";

  @LocalServerPort private int port;
  @Autowired private JdbcClient jdbc;
  @Autowired private DataSource dataSource;
  @Autowired private EventFamilies families;
  @TempDir private Path folder;

  private Http ada;
  private Http adam;
  private Policy first;
  private NoteSigner root;

  @BeforeAll
  void twoAdministratorsAndTheFirstKeys() throws Exception {
    Http.anonymous(port)
        .post(
            "/api/v1/auth/register",
            "{\"username\": \"adam\", \"password\": \"%s\"}"
                .formatted(IntegrationTest.DEMO_PASSWORD));
    String id = Http.anonymous(port).as("adam").get("/api/v1/me").text("userId");
    jdbc.sql("UPDATE security.users SET roles = '{ADMIN}' WHERE id = ?").param(id).update();
    ada = Http.anonymous(port).as("ada");
    adam = Http.anonymous(port).as("adam");
    first = policy();
    var pair = KeyPairGenerator.getInstance("Ed25519").generateKeyPair();
    root = NoteSigner.of(ORIGIN + "/root", pair.getPrivate(), pair.getPublic());
  }

  @Test
  @Order(1)
  void approvalsCarryTheAuthorsSignature() throws Exception {
    new Stage(port).clearedOrganiser();

    AuditReport report = verify();

    assertThat(report.findings()).isEmpty();
    assertThat(line(report, Check.V15).result()).isEqualTo(Coverage.Result.OK);
    assertThat(line(report, Check.V15).checked()).isGreaterThanOrEqualTo(2);
    assertThat(line(report, Check.V17).result()).isEqualTo(Coverage.Result.OK);
  }

  @Test
  @Order(2)
  void onlyAdministratorsSeeAndChangeKeys() {
    Http auditor = Http.anonymous(port).as("aude");

    assertThat(Http.anonymous(port).get(KEYS).status()).isEqualTo(401);
    assertThat(auditor.get(KEYS).status()).isEqualTo(403);
    assertThat(auditor.post(KEYS + "/drafts", "{}").status()).isEqualTo(403);
    assertThat(auditor.post(KEYS + "/proposals", "{}").status()).isEqualTo(403);
  }

  @Test
  @Order(3)
  void whatIsNoChangeIsRefused() {
    for (String body :
        List.of(
            "{}",
            "{\"statement\":null}",
            "{\"statement\":\"\"}",
            "{\"statement\":\"daybook-key@v1\\n\\n\\n\\n\\n\"}",
            "{\"statement\":\"\\n\\n\"}")) {
      assertThat(ada.post(KEYS + "/proposals", body).status()).as(body).isEqualTo(422);
    }
    assertThat(ada.post(KEYS + "/drafts", "{\"use\":\"root\"}").status()).isEqualTo(422);
    assertThat(ada.post(KEYS + "/drafts", "{\"use\":\"log\",\"algorithm\":\"RSA\"}").status())
        .isEqualTo(422);
    assertThat(ada.post(KEYS + "/retirement-drafts", "{\"keyId\":\"x\"}").status()).isEqualTo(404);
    assertThat(ada.post(KEYS + "/proposals/kpr_none:approve", "").status()).isEqualTo(404);
    assertThat(ada.post(KEYS + "/proposals/%00:approve", "").status()).isIn(400, 404);
    assertThat(ada.get(KEYS).json().path("proposals").size()).isZero();
  }

  @Test
  @Order(4)
  void theLastKeyOfAnAlgorithmCannotBeRetired() {
    Answer refused = propose(retirement(first.keys().getFirst()));

    assertThat(refused.status()).isEqualTo(409);
    assertThat(refused.text("code")).isEqualTo("key_change_refused");
  }

  @Test
  @Order(5)
  void aKeyIsRotatedByTwoAdministratorsAndOldAuditorsFollow() throws Exception {
    String introduction =
        ada.post(KEYS + "/drafts", "{\"use\":\"log\",\"algorithm\":\"Ed25519\"}").text("statement");
    String proposal = propose(introduction).text("id");

    Answer alone = ada.post(KEYS + "/proposals/" + proposal + ":approve", "");
    Answer together = adam.post(KEYS + "/proposals/" + proposal + ":approve", "");
    Answer again = adam.post(KEYS + "/proposals/" + proposal + ":approve", "");

    assertThat(alone.status()).isEqualTo(403);
    assertThat(alone.text("code")).isEqualTo("four_eyes");
    assertThat(together.status()).isEqualTo(200);
    assertThat(again.status()).isEqualTo(404);
    await().until(() -> policy().keys().size() == 3);
    assertThat(newest().signatures()).hasSize(3);

    approve(retirement(first.keys().getFirst()));
    await().until(() -> policy().keys().size() == 2);
    assertThat(newest().signatures()).hasSize(2);
    assertThat(policy().keys()).doesNotContain(first.keys().getFirst());

    AuditReport report = verify();
    assertThat(report.findings()).isEmpty();
    assertThat(report.verdict()).isEqualTo(AuditReport.Verdict.VERIFIED);
  }

  @Test
  @Order(6)
  void theRootRevokesAStolenKey() throws Exception {
    var act = new Introduce(root.verifierKey(), KeyUse.ROOT, List.of());
    approve(KeyStatement.unsigned(ORIGIN, act).signedBy(root).format());
    VerifierKey stolen =
        policy().keys().stream()
            .filter(key -> !first.keys().contains(key))
            .findFirst()
            .orElseThrow();
    String introduction =
        ada.post(KEYS + "/drafts", "{\"use\":\"log\",\"algorithm\":\"Ed25519\"}").text("statement");
    approve(introduction);
    KeyStatement revocation = KeyStatement.unsigned(ORIGIN, new Revoke(stolen, 1));

    Answer unsigned = propose(revocation.text());
    Answer future =
        propose(
            KeyStatement.unsigned(ORIGIN, new Revoke(stolen, 1_000_000)).signedBy(root).format());
    approve(revocation.signedBy(root).format());

    assertThat(unsigned.status()).isEqualTo(409);
    assertThat(future.status()).isEqualTo(409);
    await().until(() -> !policy().keys().contains(stolen));
    assertThat(wellKnown(stolen)).contains("\"revoked\":true");
    AuditReport report = verify();
    assertThat(report.findings()).isEmpty();
    assertThat(report.verdict()).isEqualTo(AuditReport.Verdict.VERIFIED);
  }

  @Test
  @Order(7)
  void anApprovalInjectedWithoutTheAuthorsKeyIsNamed() throws Exception {
    // Somebody with the application's own classes, its database user and its log keys.
    try (var intruder =
        new Journal(
            JournalSettings.of(ORIGIN),
            dataSource::getConnection,
            dataSource,
            new JournalCodec(
                new JournalSerializer(families),
                new EventUpcasterChain(),
                new SecretKeySpec(new byte[32], "HmacSHA256")))) {
      intruder.start(new LogCreated(ORIGIN, List.of(), ""), Clock.systemUTC());
      var kybCase = new KybCaseId("kyb_00000000000000000000000BAD");
      intruder
          .eventStore()
          .publish(
              new GenericDomainEventMessage<>(
                  "KybCase",
                  kybCase.value(),
                  0,
                  new CaseRejected(
                      kybCase,
                      new OrganiserId("org_00000000000000000000000BAD"),
                      new UserId("usr_00000000000000000000000BAD"),
                      "injected")));
    }
    AuditReport report = verify();
    long size = size();

    assertThat(report.verdict()).isEqualTo(AuditReport.Verdict.TAMPERED);
    // The case was never opened either.
    assertThat(report.findings()).extracting(Finding::check).containsExactly(Check.V15, Check.V19);
    // After it comes only the record of the export.
    assertThat(report.findings().getFirst().place().leafIndex()).isEqualTo(size - 2);
  }

  private String retirement(VerifierKey key) {
    return ada.post(KEYS + "/retirement-drafts", json("keyId", key.id())).text("statement");
  }

  private void approve(String statement) {
    Answer proposed = propose(statement);
    assertThat(proposed.status()).describedAs(proposed.response().body()).isEqualTo(201);
    Answer approved = adam.post(KEYS + "/proposals/" + proposed.text("id") + ":approve", "");
    assertThat(approved.status()).describedAs(approved.response().body()).isEqualTo(200);
  }

  private Answer propose(String statement) {
    return ada.post(KEYS + "/proposals", json("statement", statement));
  }

  private static String json(String field, String value) {
    return JsonMapper.shared().createObjectNode().put(field, value).toString();
  }

  private Policy policy() {
    return Policy.parse(body("/.well-known/journal-policy").getBytes(UTF_8));
  }

  private SignedNote newest() {
    return SignedNote.parse(body("/journal/log/checkpoint").getBytes(UTF_8));
  }

  private long size() {
    return Long.parseLong(newest().text().lines().skip(1).findFirst().orElseThrow());
  }

  private String wellKnown(VerifierKey key) {
    return Http.anonymous(port)
        .get("/.well-known/journal-keys.json")
        .json()
        .path("keys")
        .valueStream()
        .filter(entry -> entry.path("vkey").asString("").equals(key.format()))
        .findFirst()
        .orElseThrow()
        .toString();
  }

  private String body(String path) {
    Answer answer = Http.anonymous(port).get(path);
    assertThat(answer.status()).isEqualTo(200);
    return answer.response().body();
  }

  /** Verifies an export of everything that is recorded by now. */
  private AuditReport verify() throws IOException, InterruptedException {
    long recorded = jdbc.sql("SELECT size FROM journal.head").query(Long.class).single();
    await().until(() -> size() >= recorded);
    byte[] zip =
        HttpClient.newHttpClient()
            .send(ada.request("/api/v1/audit/export.zip").build(), BodyHandlers.ofByteArray())
            .body();
    Path file = Files.write(folder.resolve("export.zip"), zip);
    return new JournalVerifier(first.keys(), List.of(), (at, of) -> {}).verify(file);
  }

  private static Coverage line(AuditReport report, Check check) {
    return report.coverage().stream()
        .filter(line -> line.check() == check)
        .findFirst()
        .orElseThrow();
  }
}
