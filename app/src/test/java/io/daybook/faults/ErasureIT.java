package io.daybook.faults;

import static org.assertj.core.api.Assertions.assertThat;

import io.daybook.Http;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/**
 * A person who is erased is nowhere any more, and everything that was proved before still is.
 *
 * <p>The person has planted a word of their own in every text that the API takes.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ErasureIT {
  private static final String CONTROL = "In the storm";

  @TempDir private static Path folder;

  private DaybookProcess daybook;
  private CarefulClient olga;
  private CarefulClient auditor;
  private Person person;
  private Person other;
  private List<String> oldMasters;
  private Path before;
  private Path after;
  private Path proof;
  private byte[] proofBefore;

  @BeforeAll
  void aPersonIsErased() throws Exception {
    daybook = DaybookProcess.start(folder.resolve("data"), DaybookProcess.freePort());
    CarefulClient nobody = CarefulClient.anonymous(daybook.base());
    olga = nobody.as("olga");
    CarefulClient pavel = nobody.as("pavel");
    auditor = nobody.as("aude");
    person = Person.plant(nobody, olga, pavel);
    other = Person.plant(nobody, olga, pavel);
    assertThat(person.foundIn(heldOn(person))).hasSizeGreaterThanOrEqualTo(6);
    before = export("before");
    proof = folder.resolve("proof");
    prove(before, proof);
    proofBefore = Files.readAllBytes(proof);
    oldMasters = masters();

    Erasing.erase(person, olga, pavel, "PAYLOADS");
    after = export("after");
  }

  @AfterAll
  void stop() {
    daybook.killAll();
  }

  @Test
  void noAnswerOfTheApiKnowsThePerson() {
    for (CarefulClient reader : List.of(olga, auditor)) {
      for (String path : readable(reader)) {
        String answer = reader.text(path);
        assertThat(person.foundIn(answer.getBytes(StandardCharsets.UTF_8))).as(path).isEmpty();
      }
    }
  }

  private List<String> readable(CarefulClient reader) {
    var paths =
        new ArrayList<>(
            List.of(
                "/api/v1/compliance/cases?limit=100",
                "/api/v1/compliance/cases/" + person.kybCase(),
                "/api/v1/compliance/tasks",
                "/api/v1/compliance/erasures",
                "/api/v1/shows"));
    if (reader == auditor) {
      paths.addAll(
          List.of(
              "/api/v1/audit/activity?limit=100",
              "/api/v1/ledger/entries?limit=100",
              "/api/v1/ledger/accounts?limit=100"));
    } else {
      paths.add("/api/v1/compliance/subjects/" + person.id() + "/data");
    }
    return paths;
  }

  @Test
  void whatWasTextReadsAsErasedAndAnotherPersonReadsOn() {
    JsonNode held = olga.get("/api/v1/compliance/subjects/" + person.id() + "/data");

    assertThat(held.required("account").isNull()).isTrue();
    assertThat(held.required("orders").required(0).required("reason").asString())
        .isEqualTo("[erased]");
    assertThat(held.required("cases")).isNotEmpty();
    assertThat(held.required("cases").required(0).findValuesAsString("legalName"))
        .containsOnly("[erased]");
    assertThat(other.foundIn(heldOn(other))).hasSizeGreaterThanOrEqualTo(6);
  }

  @Test
  void thePersonDoesNotSignInAnyMore() {
    Http nobody = Http.anonymous(daybook.port());
    String name =
        person.canaries().stream().filter(w -> w.startsWith("canaryname")).findFirst().get();
    var answer =
        nobody.post(
            "/api/v1/auth/login",
            "{\"username\": \"%s\", \"password\": \"the password of %s\"}".formatted(name, name));

    assertThat(answer.status()).isEqualTo(401);
  }

  @Test
  void noTableKnowsThePerson() throws SQLException, IOException {
    Map<String, byte[]> tables = Dump.tables(daybook.data());

    assertThat(Dump.places(person, tables)).isEmpty();
    assertThat(new String(tables.get("read.shows"), StandardCharsets.UTF_8)).contains(CONTROL);
    assertThat(tables).hasSizeGreaterThan(120).containsKey("public.act_ru_variable");
  }

  /** Heap pages with dead rows, indexes and the write-ahead log among them. */
  @Test
  void noFileKnowsThePerson() {
    Map<String, byte[]> files = Dump.files(daybook.data());
    files.put("output", daybook.output().getBytes(StandardCharsets.UTF_8));

    assertThat(Dump.places(person, files)).isEmpty();
    assertThat(files.keySet()).anyMatch(name -> name.contains("pg_wal/"));
    assertThat(
            files.entrySet().stream()
                .filter(file -> contains(file.getValue(), CONTROL))
                .map(Map.Entry::getKey))
        .anyMatch(name -> name.contains("/base/"))
        .anyMatch(name -> name.contains("/pg_wal/"));
  }

  /** With PostgreSQL's own tool, where there is one of the server's version. */
  @Test
  void noPgDumpKnowsThePerson() throws Exception {
    Path dump = folder.resolve("dump.sql");
    try (var tables = JournalTables.open(daybook.data(), "postgres")) {
      var command =
          new ProcessBuilder(
              "pg_dump", "--file=" + dump, "--dbname=" + tables.url().replace("jdbc:", ""));
      command.environment().put("PGUSER", "postgres");
      command.environment().put("PGPASSWORD", tables.password());
      Process process;
      try {
        process = command.redirectErrorStream(true).start();
      } catch (IOException e) {
        System.out.println(
            "ErasureIT: there is no pg_dump here; COPY of every table stands for it");
        return;
      }
      String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      if (process.waitFor() != 0) {
        assertThat(said).contains("server version mismatch");
        System.out.println("ErasureIT: pg_dump is too old; COPY of every table stands for it");
        return;
      }
    }
    assertThat(person.foundIn(Files.readAllBytes(dump))).isEmpty();
    assertThat(contains(Files.readAllBytes(dump), CONTROL)).isTrue();
  }

  @Test
  void theKeysAreGoneAndTheMasterUnderWhichCopiesOfThemWouldOpen() throws Exception {
    try (var tables = JournalTables.open(daybook.data(), "postgres")) {
      String alive =
          "select count(*) from personal.data_keys where wrapped is not null and subject_id = '";
      assertThat(tables.number(alive + person.id() + "'")).isZero();
      assertThat(tables.number(alive + other.id() + "'")).isPositive();
      assertThat(
              tables.number(
                  "select count(*) from personal.data_keys where wrapped is not null and master = 1"))
          .isZero();
    }
    assertThat(masters()).isNotEmpty().doesNotContainAnyElementsOf(oldMasters);
  }

  @Test
  void everyProofMadeBeforeStillVerifiesByteForByte() throws IOException {
    String policy = "--policy=" + before.resolve("policy");
    assertThat(Audit.run("check", proof.toString(), policy).exitCode()).isZero();

    for (Map.Entry<String, byte[]> file : provingFiles(before).entrySet()) {
      assertThat(Files.readAllBytes(after.resolve(file.getKey())))
          .as(file.getKey())
          .startsWith(file.getValue());
    }
    Path again = folder.resolve("proof-again");
    prove(before, again);
    assertThat(Files.readAllBytes(again)).isEqualTo(proofBefore);
  }

  /** Checkpoints, and of headers and hashes all that was there before. */
  private static Map<String, byte[]> provingFiles(Path export) throws IOException {
    var proving = new TreeMap<String, byte[]>();
    try (Stream<Path> files = Files.walk(export)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        String name = export.relativize(file).toString();
        boolean isWhole = !name.contains(".p/");
        if (isWhole && (name.startsWith("tile/") || name.startsWith("checkpoints/"))) {
          proving.put(name, Files.readAllBytes(file));
        }
      }
    }
    assertThat(proving).isNotEmpty();
    return proving;
  }

  @Test
  void theVerifierReportsErasedAndNotTampering() {
    Audit audit =
        Audit.run(
            "verify",
            after.toString(),
            "--policy=" + before.resolve("policy"),
            "--against=" + before.resolve("checkpoint"));

    assertThat(audit.exitCode()).as(audit.out()).isZero();
    assertThat(audit.out()).contains("payloads ERASED by 1 erasure records");
    assertThat(Audit.run("verify", before.toString()).exitCode()).isZero();
  }

  @Test
  void theReadModelsCanBeRebuiltWithoutThePerson() throws Exception {
    CarefulClient admin = CarefulClient.anonymous(daybook.base()).as("ada");
    for (String projection : List.of("cases", "orders", "tickets", "audit")) {
      admin.post("/api/v1/status/projections/" + projection + ":rebuild", Map.of());
    }
    BoxOffice.await(
        "the rebuild",
        () ->
            admin
                .get("/api/v1/status/projections")
                .required("data")
                .valueStream()
                .allMatch(p -> p.required("lagEvents").asLong() == 0));

    assertThat(Dump.places(person, Dump.tables(daybook.data()))).isEmpty();
    assertThat(other.foundIn(heldOn(other))).hasSizeGreaterThanOrEqualTo(6);
  }

  @Test
  void anExportBeforeTheErasureHoldsNothingReadableEither() {
    assertThat(Dump.places(person, Dump.files(before))).isEmpty();
  }

  private byte[] heldOn(Person somebody) {
    return olga.text("/api/v1/compliance/subjects/" + somebody.id() + "/data")
        .getBytes(StandardCharsets.UTF_8);
  }

  private Path export(String name) throws IOException {
    BoxOffice.await("a checkpoint over everything", this::isPublished);
    Path target = folder.resolve(name);
    Path token = Files.writeString(folder.resolve("token"), auditor.token());
    Audit exported =
        Audit.run("export", "--from=" + daybook.base(), "--out=" + target, "--token-file=" + token);
    assertThat(exported.exitCode()).as(exported.toString()).isZero();
    return target;
  }

  private boolean isPublished() {
    long published =
        Long.parseLong(auditor.text("/journal/log/checkpoint").lines().toList().get(1));
    return auditor
        .get("/api/v1/status/projections")
        .required("data")
        .valueStream()
        .allMatch(
            p -> p.required("position").asLong() + p.required("lagEvents").asLong() < published);
  }

  /** Proves the event by which the person's case was opened. */
  private void prove(Path export, Path out) throws IOException {
    String event;
    try (var tables = JournalTables.open(daybook.data(), "postgres")) {
      event =
          tables
              .texts(
                  "select event_id from journal.records where seq = 0 and aggregate_id = '%s'"
                      .formatted(person.kybCase()))
              .getFirst();
    } catch (SQLException e) {
      throw new AssertionError(e);
    }
    Audit proved = Audit.run("prove", export.toString(), event, "--out=" + out);
    assertThat(proved.exitCode()).as(proved.toString()).isZero();
  }

  private List<String> masters() throws Exception {
    char[] password = Files.readString(daybook.data().resolve("keys.pass")).strip().toCharArray();
    var store = java.security.KeyStore.getInstance("PKCS12", "SUN");
    try (var in = Files.newInputStream(daybook.data().resolve("personal-keys.p12"))) {
      store.load(in, password);
    }
    return java.util.Collections.list(store.aliases()).stream()
        .filter(alias -> alias.startsWith("master-"))
        .toList();
  }

  private static boolean contains(byte[] bytes, String text) {
    return new String(bytes, StandardCharsets.ISO_8859_1).contains(text);
  }
}
