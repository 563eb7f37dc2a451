package io.daybook.faults;

import static org.assertj.core.api.Assertions.assertThat;

import io.daybook.database.SharedPrograms;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Daybook starts again whatever happened, or says in one line why it cannot. */
class StartUpIT {
  private static final Duration REFUSAL_LIMIT = Duration.ofSeconds(60);
  private static final int STARTS_CUT_SHORT = 3;
  private static final int LONGEST_START_MILLIS = 9_000;

  private static final String CHECKPOINT = "/journal/log/checkpoint";

  @TempDir private Path folder;
  private final List<DaybookProcess> started = new ArrayList<>();

  @AfterEach
  void killAll() {
    started.forEach(DaybookProcess::killAll);
  }

  @Test
  void startsWithASaleAndContinuesWithItsDataAndLeavesNothingBehind() {
    DaybookProcess first = start(folder.resolve("data"), DaybookProcess.WITH_SALE);
    awaitDemoSale(first);
    CarefulClient.anonymous(first.base()).register("somebody", "BUYER");
    String checkpoint = CarefulClient.anonymous(first.base()).text("/journal/log/checkpoint");
    ProcessHandle postgres = first.postgres().orElseThrow();
    first.stop();
    assertThat(postgres.isAlive()).isFalse();

    DaybookProcess second = start(first.data(), DaybookProcess.WITH_SALE);
    CarefulClient client = CarefulClient.anonymous(second.base());

    assertThat(client.as("anna").get("/api/v1/me").required("username").asString())
        .isEqualTo("anna");
    String size = checkpoint.lines().toList().get(1);
    assertThat(client.text("/journal/log/checkpoints/" + size)).isEqualTo(checkpoint);
  }

  @Test
  void refusesDataThatAnotherDaybookHasAndAPortThatItHas() {
    DaybookProcess running = start(folder.resolve("data"));

    DaybookProcess sameData = launch(running.data(), DaybookProcess.freePort());
    assertThat(refusal(sameData)).contains("Daybook already runs on " + running.data());

    SharedPrograms.lend(folder.resolve("other"));
    DaybookProcess samePort = launch(folder.resolve("other"), running.port());
    assertThat(refusal(samePort)).contains("Port " + running.port() + " (server.port)");
    assertThat(samePort.postgres()).isEmpty();

    assertThat(running.postgres()).isPresent();
    CarefulClient.anonymous(running.base()).get("/api/v1/shows");
  }

  @Test
  void refusesWhatIsNoFolder() throws IOException {
    Path file = Files.writeString(folder.resolve("file"), "not a folder");

    assertThat(refusal(launch(file, 0))).contains("The data folder " + file);
    assertThat(refusal(launch(file.resolve("data"), 0)))
        .contains("The data folder " + file.resolve("data"));
  }

  @Test
  void refusesAReadOnlyFolder() throws IOException {
    Path data = Files.createDirectory(folder.resolve("data"));
    Files.setPosixFilePermissions(data, PosixFilePermissions.fromString("r-xr-xr-x"));

    assertThat(refusal(launch(data, 0))).contains("The data folder " + data + " is read-only");
  }

  @Test
  void refusesAJournalOfOtherKeysOrAnotherName() throws IOException {
    DaybookProcess first = start(folder.resolve("data"));
    first.stop();

    DaybookProcess renamed = launch(first.data(), 0, "--daybook.journal.origin=other.example/log");
    assertThat(refusal(renamed)).contains("'daybook.example/ledger', not 'other.example/log'");

    Files.move(first.data().resolve("keys.p12"), folder.resolve("kept"));
    assertThat(refusal(launch(first.data(), 0))).contains("not those of the journal");

    Files.move(
        folder.resolve("kept"),
        first.data().resolve("keys.p12"),
        StandardCopyOption.REPLACE_EXISTING);
    String checkpoint = CarefulClient.anonymous(start(first.data()).base()).text(CHECKPOINT);
    assertThat(checkpoint.lines().filter(line -> line.startsWith("\u2014"))).hasSize(2);
  }

  @Test
  void refusesAKeyStoreThatIsNone() throws IOException {
    Path data = Files.createDirectory(folder.resolve("data"));
    Files.writeString(data.resolve("keys.p12"), "no key store");
    Files.writeString(data.resolve("keys.pass"), "password");
    SharedPrograms.lend(data);

    assertThat(refusal(launch(data, 0))).contains("The key store " + data.resolve("keys.p12"));
  }

  @Test
  void namesAPropertyThatIsWrong() {
    Path data = folder.resolve("data");
    SharedPrograms.lend(data);

    assertThat(refusal(launch(data, 0, "--daybook.sale.hold-duration=banana")))
        .contains("daybook.sale.hold-duration: 'banana' is not a valid duration");
    assertThat(refusal(launch(data, 0, "--daybook.sale.hold-duration=0s")))
        .contains("daybook.sale.hold-duration is from 1s to 1h");
    assertThat(refusal(launch(data, 0, "--server.address=203.0.113.9"))).contains("server.address");
  }

  @Test
  void aFirstStartThatWasCutShortIsNoObstacle() {
    long seed = Long.getLong("daybook.seed", System.nanoTime());
    System.out.println("StartUpIT: -Ddaybook.seed=" + seed);
    var random = new Random(seed);
    for (int i = 0; i < STARTS_CUT_SHORT; i++) {
      DaybookProcess cutShort = launch(folder.resolve("data"), 0);
      DaybookProcess.pause(1_000 + random.nextInt(LONGEST_START_MILLIS));
      if (random.nextBoolean()) {
        cutShort.kill();
      } else {
        cutShort.killAll();
      }
    }

    DaybookProcess daybook = start(folder.resolve("data"));

    CarefulClient auditor = CarefulClient.anonymous(daybook.base()).as("aude");
    assertThat(auditor.get("/api/v1/status/projections").required("data")).isNotEmpty();
  }

  @Test
  void usesAnExternalPostgres() throws IOException, SQLException {
    try (EmbeddedPostgres server = EmbeddedPostgres.start()) {
      Path data = folder.resolve("data");
      String[] external = {
        "--spring.datasource.url=" + server.getJdbcUrl("postgres", "postgres"),
        "--spring.datasource.username=postgres",
        "--spring.datasource.password=postgres"
      };
      DaybookProcess first = start(data, external);
      CarefulClient.anonymous(first.base()).as("anna").get("/api/v1/me");
      first.kill();
      DaybookProcess second = start(data, external);
      CarefulClient.anonymous(second.base()).as("anna").get("/api/v1/me");

      assertThat(Files.exists(data.resolve("postgres"))).isFalse();
      assertThat(records(server)).isPositive();
    }
  }

  /** A show is on sale, and another organiser waits for the officers. */
  private static void awaitDemoSale(DaybookProcess daybook) {
    Instant end = Instant.now().plus(REFUSAL_LIMIT);
    while (!daybook.output().contains("demo data are there")) {
      assertThat(Instant.now()).as(daybook.output()).isBefore(end);
      DaybookProcess.pause(100);
    }
    CarefulClient anybody = CarefulClient.anonymous(daybook.base());
    assertThat(anybody.get("/api/v1/shows").required("data").toString()).contains("Night Watch");
    assertThat(anybody.as("olga").get("/api/v1/compliance/tasks").required("data").toString())
        .contains("Lichtspiel Theater UG");
  }

  private static long records(EmbeddedPostgres server) throws SQLException {
    try (Connection connection = server.getPostgresDatabase().getConnection();
        Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery("select count(*) from journal.records")) {
      rows.next();
      return rows.getLong(1);
    }
  }

  /** Waits for the end and returns the one line that is said. */
  private static String refusal(DaybookProcess daybook) {
    int exitCode = daybook.awaitExit(REFUSAL_LIMIT);
    String output = daybook.output();
    assertThat(exitCode).as(output).isEqualTo(1);
    assertThat(output.strip().lines()).as(output).hasSize(1);
    return output;
  }

  private DaybookProcess start(Path data, String... more) {
    DaybookProcess daybook = DaybookProcess.start(data, DaybookProcess.freePort(), more);
    started.add(daybook);
    return daybook;
  }

  private DaybookProcess launch(Path data, int port, String... more) {
    DaybookProcess daybook = DaybookProcess.launch(data, port, more);
    started.add(daybook);
    return daybook;
  }
}
