package io.daybook.recorder;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.daybook.Http;
import io.daybook.journal.Header;
import io.daybook.journal.RecordHash;
import io.daybook.journal.audit.AuditReport;
import io.daybook.journal.audit.JournalVerifier;
import io.daybook.journal.checkpoint.Checkpoint;
import io.daybook.journal.checkpoint.Policy;
import io.daybook.journal.checkpoint.SignedNote;
import io.daybook.journal.merkle.ConsistencyProof;
import io.daybook.journal.merkle.InclusionProof;
import io.daybook.journal.proof.TlogProof;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;

@RecorderTest
class PublicationIT {
  private static @Nullable Http signedIn; // Signing in is slow, and limited.

  @LocalServerPort private int port;
  @Autowired private JdbcClient jdbc;

  @BeforeEach
  void awaitACheckpoint() {
    await().until(() -> Http.anonymous(port).get("/journal/log/checkpoint").status() == 200);
  }

  @Test
  void theCheckpointIsSignedByEveryKeyOfThePolicy() {
    String note = body("/journal/log/checkpoint");
    var policy = Policy.parse(body("/journal/log/policy").getBytes(UTF_8));

    var signed = SignedNote.parse(note.getBytes(UTF_8));
    var checkpoint = Checkpoint.parse(signed.text());

    assertThat(checkpoint.origin()).isEqualTo("daybook.example/ledger");
    assertThat(signed.signatures()).hasSize(2);
    assertThat(policy.missingSignatures(checkpoint, signed)).isEmpty();
    assertThat(body("/journal/log/checkpoints").lines()).contains("" + checkpoint.size());
    assertThat(body("/journal/log/checkpoints/" + checkpoint.size())).isEqualTo(note);
  }

  @Test
  void theKeysAreWhereTheyAreLookedFor() {
    JsonNode keys = Http.anonymous(port).get("/.well-known/journal-keys.json").json();

    assertThat(keys.path("origin").asString("")).isEqualTo("daybook.example/ledger");
    assertThat(keys.path("keys").valueStream().map(key -> key.path("use").asString("")))
        .containsExactly("log", "log", "author");
  }

  @Test
  void aProofLeadsFromTheRecordToTheSignedRoot() {
    String eventId =
        jdbc.sql("SELECT event_id FROM journal.records WHERE leaf_index = 0")
            .query(String.class)
            .single();

    JsonNode proof = auditor().get("/api/v1/audit/proofs/" + eventId).json();

    byte[] header = HexFormat.of().parseHex(proof.path("header").asString(""));
    var path = new ArrayList<RecordHash>();
    proof.path("hashes").forEach(hash -> path.add(RecordHash.fromHex(hash.asString(""))));
    var inclusion =
        new InclusionProof(
            proof.path("leafIndex").asLong(-1), proof.path("treeSize").asLong(-1), path);
    String note = proof.path("checkpoint").asString("");
    var root = Checkpoint.parse(SignedNote.parse(note.getBytes(UTF_8)).text()).rootHash();
    assertThat(Header.decode(header).facts().eventId()).isEqualTo(eventId);
    assertThat(inclusion.verify(Header.leafHash(header), root)).isTrue();
  }

  @Test
  void anybodyGetsAProofAsAFile() {
    String eventId =
        jdbc.sql("SELECT event_id FROM journal.records WHERE leaf_index = 0")
            .query(String.class)
            .single();

    String file = body("/api/v1/audit/proofs/" + eventId + "/tlog-proof");

    var proof = TlogProof.parse(file.getBytes(UTF_8));
    var note = SignedNote.parse(proof.checkpoint().getBytes(UTF_8));
    assertThat(proof.verify(Checkpoint.parse(note.text())).facts().eventId()).isEqualTo(eventId);
  }

  @Test
  void theWellKnownPolicyIsThePolicyOfTheLog() {
    assertThat(body("/.well-known/journal-policy")).isEqualTo(body("/journal/log/policy"));
  }

  @Test
  void consistencyIsProvedToAnybody() {
    var newest = checkpointOf(body("/journal/log/checkpoint"));
    var older =
        checkpointOf(
            body(
                "/journal/log/checkpoints/"
                    + body("/journal/log/checkpoints").lines().findFirst().orElseThrow()));

    JsonNode answer =
        Http.anonymous(port)
            .get("/api/v1/audit/consistency?from=" + older.size() + "&to=" + newest.size())
            .json();

    var path = new ArrayList<RecordHash>();
    answer.path("hashes").forEach(hash -> path.add(RecordHash.fromHex(hash.asString(""))));
    assertThat(
            new ConsistencyProof(older.size(), newest.size(), path)
                .verify(older.rootHash(), newest.rootHash()))
        .isTrue();
  }

  @Test
  void onlyCheckpointsAfterASizeAreListed() {
    long newest = checkpointOf(body("/journal/log/checkpoint")).size();

    assertThat(body("/journal/log/checkpoints?after=" + Long.MAX_VALUE)).isEmpty();
    assertThat(body("/journal/log/checkpoints?after=" + (newest - 1)).lines())
        .contains("" + newest);
    assertThat(Http.anonymous(port).get("/journal/log/checkpoints?after=x").status())
        .isEqualTo(400);
  }

  @Test
  void whatNeverChangesMayBeKeptForEverAndTheRestNot() {
    String size = "" + checkpointOf(body("/journal/log/checkpoint")).size();

    assertThat(cacheControl("/journal/log/checkpoints/" + size)).contains("immutable");
    assertThat(cacheControl("/journal/log/tile/0/000.p/1")).contains("no-cache");
    assertThat(cacheControl("/journal/log/checkpoint")).contains("no-cache");
    assertThat(cacheControl("/journal/log/policy")).contains("no-cache");
  }

  private String cacheControl(String path) {
    var answer = Http.anonymous(port).get(path);
    assertThat(answer.status()).isEqualTo(200);
    return answer.response().headers().firstValue("Cache-Control").orElse("");
  }

  private static Checkpoint checkpointOf(String note) {
    return Checkpoint.parse(SignedNote.parse(note.getBytes(UTF_8)).text());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "checkpoints/0",
        "checkpoints/01",
        "checkpoints/x",
        "checkpoints/99999999999999999999999",
        "checkpoints/999999",
        "tile",
        "tile/",
        "tile/0",
        "tile/0/",
        "tile/0/0",
        "tile/0/999",
        "tile/0/x000/000",
        "tile/0/000.p/0",
        "tile/0/000.p/256",
        "tile/0/000.p/257",
        "tile/0/000.p/01",
        "tile/0/000.p/-1",
        "tile/8/000",
        "tile/-1/000",
        "tile/0/x999/x999/x999/x999/x999/x999/999",
        "tile/0/000%00",
        "tile/entries",
        "tile/entries/000",
        "tile/entries/abc",
        "tile/entries/000.p/255",
        "nothing"
      })
  void aPathThatNamesNothingIsNotFound(String path) {
    assertThat(Http.anonymous(port).get("/journal/log/" + path).status()).isIn(400, 401, 404);
    assertThat(auditor().get("/journal/log/" + path).status()).isIn(400, 403, 404);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/journal/log/records/000",
        "/journal/log/records/x",
        "/api/v1/audit/proofs/none",
        "/api/v1/audit/proofs/%00",
        "/api/v1/audit/proofs/%00/tlog-proof",
        "/api/v1/audit/proofs/none/tlog-proof",
        "/journal/log/checkpoints?after=99999999999999999999",
        "/api/v1/audit/consistency",
        "/api/v1/audit/consistency?from=1&to=0",
        "/api/v1/audit/consistency?from=-1&to=1",
        "/api/v1/audit/consistency?from=a&to=b",
        "/api/v1/audit/consistency?from=0&to=9223372036854775807"
      })
  void aBadQuestionOfAnAuditorIsNoFault(String path) {
    assertThat(auditor().get(path).status()).isIn(400, 404);
  }

  @Test
  void onlyAuditorsReadRecords() {
    assertThat(Http.anonymous(port).get("/journal/log/records/000.p/1").status()).isEqualTo(401);
    assertThat(auditor().get("/journal/log/records/000.p/1").status()).isEqualTo(200);
  }

  @Test
  void theExportVerifiesOffline(@TempDir Path folder) throws IOException, InterruptedException {
    Path zip = folder.resolve("export.zip");
    HttpResponse<byte[]> response =
        HttpClient.newHttpClient()
            .send(
                auditor().request("/api/v1/audit/export.zip").build(),
                HttpResponse.BodyHandlers.ofByteArray());
    Files.write(zip, response.body());

    AuditReport report = new JournalVerifier(List.of(), List.of(), (at, of) -> {}).verify(zip);

    assertThat(report.findings()).isEmpty();
    assertThat(report.verdict()).isEqualTo(AuditReport.Verdict.VERIFIED);
  }

  private Http auditor() {
    if (signedIn == null) {
      signedIn = Http.anonymous(port).as("aude");
    }
    return signedIn;
  }

  private String body(String path) {
    var answer = Http.anonymous(port).get(path);
    assertThat(answer.status()).isEqualTo(200);
    return answer.response().body();
  }
}
