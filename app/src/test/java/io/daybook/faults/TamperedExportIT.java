package io.daybook.faults;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInfo;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** The auditor's commands on a real export, honest and tampered with in each way. */
class TamperedExportIT {
  /** Enough for more than one bundle of 256 records. */
  private static final int PURCHASES = 30;

  @TempDir private static Path folder;
  private static DaybookProcess daybook;
  private static CarefulClient auditor;
  private static ExportFolder honest;

  @BeforeAll
  static void sellAndExport() throws IOException {
    daybook = DaybookProcess.start(folder.resolve("data"), DaybookProcess.freePort());
    CarefulClient nobody = CarefulClient.anonymous(daybook.base());
    BoxOffice office = BoxOffice.open(nobody, PURCHASES, 2);
    IntStream.range(0, PURCHASES).parallel().forEach(i -> Purchase.make(i, office, 1, "sim_ok"));
    auditor = nobody.as("aude");
    BoxOffice.await("a checkpoint over everything", () -> published() == recorded());
    honest = export(folder.resolve("export"));
  }

  @AfterAll
  static void stop() {
    daybook.killAll();
  }

  private static long published() {
    return Long.parseLong(auditor.text("/journal/log/checkpoint").lines().toList().get(1));
  }

  private static long recorded() {
    long last = 0;
    for (JsonNode projection : auditor.get("/api/v1/status/projections").required("data")) {
      long lag = projection.required("lagEvents").asLong();
      last = Math.max(last, projection.required("position").asLong() + lag);
    }
    return last + 1;
  }

  private static ExportFolder export(Path target) throws IOException {
    Path token = Files.writeString(folder.resolve("token"), auditor.token());
    Audit exported =
        Audit.run("export", "--from=" + daybook.base(), "--out=" + target, "--token-file=" + token);
    assertThat(exported.exitCode()).as(exported.toString()).isZero();
    return new ExportFolder(target);
  }

  /** Asks without the patience of the careful client. */
  private static HttpResponse<String> once(String path) throws Exception {
    try (var http = HttpClient.newHttpClient()) {
      return http.send(
          HttpRequest.newBuilder(daybook.base().resolve(path))
              .header("Authorization", "Bearer " + auditor.token())
              .build(),
          BodyHandlers.ofString());
    }
  }

  @Test
  void anHonestExportIsVerified() {
    Audit audit = honest.verify();

    assertThat(audit.exitCode()).as(audit.out()).isZero();
    assertThat(audit.json().required("verdict").asString()).isEqualTo("verified");
    assertThat(audit.passedChecks()).contains("V14", "V18", "V20", "V22");
  }

  @Test
  void aRowThatNoRecordMadeIsFoundInTheExport() throws Exception {
    try (var tables = JournalTables.open(daybook.data(), "postgres")) {
      tables.execute(
          """
          insert into read.payouts
            (payout_id, organiser_id, amount_minor, currency, requested_by, clearance, state,
             requested_at, created_position, position)
          values ('hidden', 'x', 1, 'EUR', 'x', 'x', 'REQUESTED', now(), -1, -1)
          """);
      try {
        assertTampered(fetched("hidden.zip"), "V18");
      } finally {
        tables.execute("delete from read.payouts where payout_id = 'hidden'");
      }
    }
  }

  @Test
  void aPoisonedReadModelIsFoundInTheExport() throws Exception {
    try (var tables = JournalTables.open(daybook.data(), "postgres")) {
      String victim = tables.texts("select min(ticket_id) from read.tickets").getFirst();
      tables.execute("create table public.kept_tickets as select * from read.tickets");
      tables.execute(
          "update read.tickets set holder_id = 'usr_thief' where ticket_id = '" + victim + "'");
      try {
        ExportFolder export = fetched("poisoned.zip");
        assertTampered(export, "V20");
        assertThat(export.verify().out()).contains(victim).contains("usr_thief");
      } finally {
        tables.execute(
            "update read.tickets t set holder_id = k.holder_id from public.kept_tickets k"
                + " where k.ticket_id = t.ticket_id");
      }
    }
  }

  @Test
  void anExportNeedsAnAuditorsToken() {
    Audit audit =
        Audit.run("export", "--from=" + daybook.base(), "--out=" + folder.resolve("refused"));

    assertThat(audit.exitCode()).isEqualTo(3);
    assertThat(audit.err()).contains("pass an auditor's token");
  }

  @Test
  void aByteOfAPayload(TestInfo test) {
    ExportFolder export = tampered(test);
    int sale = export.rowWith("ledger.book.EntryPosted");
    export.editRows(rows -> ExportFolder.replace(rows.get(sale), "4500", "4501"));

    assertTampered(export, "V11");
  }

  @Test
  void aByteOfAHeader(TestInfo test) {
    ExportFolder export = tampered(test);
    export.editHeaders(
        headers -> ExportFolder.replace(headers.get(100), "application", "apqlication"));

    assertTampered(export, "V5");
  }

  @Test
  void aByteOfAHeadersStructure(TestInfo test) {
    ExportFolder export = tampered(test);
    export.editHeaders(headers -> headers.get(100)[0] ^= 1);

    assertTampered(export, "V9");
  }

  @Test
  void aByteOfATile(TestInfo test) {
    ExportFolder export = tampered(test);
    export.edit(
        "tile/0/000",
        tile -> {
          tile[1000] ^= 1;
          return tile;
        });

    assertTampered(export, "V5");
  }

  @Test
  void aDeletedRow(TestInfo test) {
    ExportFolder export = tampered(test);
    export.editRows(rows -> rows.remove(100));

    assertTampered(export, "V10");
  }

  @Test
  void aDeletedRecord(TestInfo test) {
    ExportFolder export = tampered(test);
    export.editRows(rows -> rows.remove(100));
    export.editHeaders(headers -> headers.remove(100));

    assertTampered(export, "V5");
  }

  @Test
  void twoRowsSwapped(TestInfo test) {
    ExportFolder export = tampered(test);
    export.editRows(rows -> Collections.swap(rows, 100, 101));

    assertTampered(export, "V10");
  }

  @Test
  void twoRecordsSwapped(TestInfo test) {
    ExportFolder export = tampered(test);
    export.editRows(rows -> Collections.swap(rows, 100, 101));
    export.editHeaders(headers -> Collections.swap(headers, 100, 101));

    assertTampered(export, "V5");
  }

  @Test
  void aSignature(TestInfo test) {
    ExportFolder export = tampered(test);
    // Behind the key's id, in the middle of the last signature.
    export.edit(
        "checkpoint",
        note -> {
          note[note.length - 1000] = (byte) (note[note.length - 1000] == 'A' ? 'B' : 'A');
          return note;
        });

    assertTampered(export, "V3");
  }

  @Test
  void aTruncatedFileIsNoticed() throws IOException {
    for (String name : files(honest)) {
      ExportFolder export = honest.copyTo(folder.resolve("truncated").resolve(name + "-"));
      export.edit(name, bytes -> Arrays.copyOf(bytes, bytes.length / 2));

      Audit audit = export.verify();

      assertThat(audit.exitCode()).as(name + "\n" + audit.out()).isIn(1, 2);
      assertThat(audit.json().required("findings")).as(name).isNotEmpty();
    }
  }

  @Test
  void aMissingFileMakesItIncomplete() throws IOException {
    for (String name : files(honest)) {
      if (!name.startsWith("checkpoints/")) {
        ExportFolder export = honest.copyTo(folder.resolve("missing").resolve(name + "-"));
        Files.delete(export.path().resolve(name));

        Audit audit = export.verify();

        assertThat(audit.exitCode()).as(name + "\n" + audit.out()).isEqualTo(2);
        assertThat(audit.out()).contains(name);
      }
    }
  }

  @Test
  void oneEventIsProvedWithoutTheExport() throws IOException {
    JsonNode event =
        auditor
            .get("/api/v1/audit/activity?type=TicketIssued&limit=1")
            .required("data")
            .required(0);
    String eventId = event.required("eventId").asString();
    Path proof = folder.resolve("event.tlog-proof");

    assertThat(Audit.run("prove", honest.path().toString(), eventId, "--out=" + proof).exitCode())
        .isZero();
    String policy = "--policy=" + honest.path().resolve("policy");
    Audit proved = Audit.run("check", proof.toString(), policy);
    assertThat(proved.exitCode()).as(proved.out()).isZero();
    assertThat(proved.out()).startsWith("PROVED").contains(eventId);

    Files.writeString(proof, Files.readString(proof).replaceFirst("index \\d+", "index 7"));
    assertThat(Audit.run("check", proof.toString(), policy).exitCode()).isEqualTo(1);
  }

  @Test
  void aReplayGivesTheBalancesThatTheLedgerShows() {
    Audit replay = Audit.run("replay", honest.path().toString(), "--json");

    assertThat(replay.exitCode()).isZero();
    Map<String, Long> shown = new TreeMap<>();
    for (JsonNode account : auditor.get("/api/v1/ledger/trial-balance").required("accounts")) {
      String name = account.required("account").asString();
      shown.put(name, account.required("balanceMinor").asLong());
    }
    assertThat(replayed(replay)).isEqualTo(shown).isNotEmpty();
    assertThat(replay.json().required("tickets")).hasSize(PURCHASES);
    assertThat(replay.json().required("models").required("result").asString()).isEqualTo("ok");
    assertThat(replay.json().required("trialBalance").required("EUR").asLong()).isZero();
  }

  @Test
  void aReplayStopsWhereItIsToldTo() {
    int sale = honest.rowWith("ledger.book.EntryPosted");
    String export = honest.path().toString();

    Audit before = Audit.run("replay", export, "--json", "--until=" + (sale - 1));
    Audit after = Audit.run("replay", export, "--json", "--until=" + sale);

    assertThat(before.json().required("entries").asInt()).isZero();
    assertThat(after.json().required("entries").asInt()).isEqualTo(1);
  }

  @Test
  void aRowDeletedFromTheDatabaseIsMissedInTheExport() throws Exception {
    try (var tables = JournalTables.open(daybook.data(), "postgres")) {
      tables.execute("create table public.kept as select * from journal.records");
      String neighbour =
          tables.texts("select event_id from journal.records where leaf_index = 101").getFirst();
      tables.execute(
          """
          begin;
          alter table journal.records disable trigger refuse_removal;
          delete from journal.records where leaf_index = 100;
          alter table journal.records enable always trigger refuse_removal;
          commit
          """);
      try {
        assertTampered(fetched("deleted.zip"), "V5");
        HttpResponse<String> proof = once("/api/v1/audit/proofs/" + neighbour);
        assertThat(proof.statusCode()).isEqualTo(503);
        assertThat(proof.body()).contains("journal_damaged");
      } finally {
        tables.execute(
            "insert into journal.records select * from public.kept on conflict do nothing");
      }
      assertThat(fetched("restored.zip").verify().exitCode()).isZero();
    }
  }

  @Test
  void aPayloadChangedInTheDatabaseIsFoundInTheExport() throws Exception {
    try (var tables = JournalTables.open(daybook.data(), "postgres")) {
      changePayload(tables, "4500", "4501");
      try {
        assertTampered(fetched("changed.zip"), "V11");
      } finally {
        changePayload(tables, "4501", "4500");
      }
    }
  }

  private static void changePayload(JournalTables tables, String from, String to)
      throws SQLException {
    tables.execute(
        """
        begin;
        alter table journal.records disable trigger guard_erasure;
        update journal.records
          set payload = convert_to(replace(convert_from(payload, 'UTF8'), '%s', '%s'), 'UTF8')
          where payload_type = 'ledger.book.EntryPosted';
        alter table journal.records enable always trigger guard_erasure;
        commit
        """
            .formatted(from, to));
  }

  private static ExportFolder fetched(String name) {
    Path zip = folder.resolve(name);
    auditor.download("/api/v1/audit/export.zip", zip);
    return new ExportFolder(zip);
  }

  private static Map<String, Long> replayed(Audit replay) {
    Map<String, Long> balances = new TreeMap<>();
    for (JsonNode account : replay.json().required("accounts")) {
      String name = account.required("account").asString();
      balances.put(
          name.substring(name.lastIndexOf(' ') + 1),
          account.required("balanceMinorUnits").asLong());
    }
    return balances;
  }

  private static ExportFolder tampered(TestInfo test) {
    return honest.copyTo(folder.resolve(test.getTestMethod().orElseThrow().getName()));
  }

  private static void assertTampered(ExportFolder export, String check) {
    Audit audit = export.verify();
    assertThat(audit.exitCode()).as(audit.out()).isEqualTo(1);
    assertThat(audit.failedChecks()).as(audit.out()).contains(check);
    assertThat(audit.firstFinding()).as(audit.out()).isEqualTo(check);
  }

  private static List<String> files(ExportFolder export) throws IOException {
    try (Stream<Path> files = Files.walk(export.path())) {
      return files
          .filter(Files::isRegularFile)
          .map(file -> export.path().relativize(file).toString())
          .toList();
    }
  }
}
