package io.daybook.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EmbeddedPostgresIT {
  private static final Duration PATIENCE = Duration.ofSeconds(30);

  @TempDir Path temporary;

  private final PostgresPrograms programs = SharedPrograms.unpacked();

  @Test
  void aKilledServerComesBackOnItsPortWithEverythingThatWasCommitted() throws Exception {
    try (DataFolder folder = open();
        EmbeddedPostgres postgres = EmbeddedPostgres.start(folder, 0, programs)) {
      execute(postgres.url(), postgres, "create table public.kept (id int)");
      execute(postgres.url(), postgres, "insert into public.kept values (42)");
      ProcessHandle killed = kill(serverOf(folder));

      assertThat(eventuallyCount(postgres)).isEqualTo(1);
      assertThat(serverOf(folder)).isNotEqualTo(killed);
    }
  }

  @Test
  void aServerThatOutlivedItsDaybookIsStoppedAndStartedAgain() throws Exception {
    startAndDie();
    ProcessHandle orphan = serverOf(temporary.resolve("data"));
    assertThat(orphan.isAlive()).isTrue();

    try (DataFolder folder = open();
        EmbeddedPostgres postgres = EmbeddedPostgres.start(folder, null, programs)) {
      assertThat(orphan.isAlive()).isFalse();
      execute(postgres.url(), postgres, "select 1");
    }
  }

  @Test
  void aLeftOverProcessIdThatNowIsAStrangersIsNoObstacle() throws Exception {
    startAndDie();
    Path processFile = temporary.resolve("data/postgres/cluster/postmaster.pid");
    kill(serverOf(temporary.resolve("data")));
    Process stranger = new ProcessBuilder("sleep", "60").start();
    try {
      List<String> lines = Files.readAllLines(processFile);
      lines.set(0, Long.toString(stranger.pid()));
      Files.write(processFile, lines);

      try (DataFolder folder = open();
          EmbeddedPostgres postgres = EmbeddedPostgres.start(folder, null, programs)) {
        execute(postgres.url(), postgres, "select 1");
      }
      assertThat(stranger.isAlive()).isTrue();
    } finally {
      stranger.destroy();
    }
  }

  @Test
  void refusesAPortThatIsConfiguredAndTaken() throws Exception {
    try (DataFolder folder = open();
        EmbeddedPostgres postgres = EmbeddedPostgres.start(folder, 0, programs);
        DataFolder other = DataFolder.open(temporary.resolve("other"))) {
      assertThatThrownBy(() -> EmbeddedPostgres.start(other, postgres.port(), programs))
          .isInstanceOf(StartRefused.class)
          .hasMessage(
              "Port %d (daybook.database.port) is already in use on 127.0.0.1.", postgres.port());
    }
  }

  @Test
  void refusesTheDataOfAnotherMajorVersion() throws Exception {
    Path cluster = Files.createDirectories(temporary.resolve("data/postgres/cluster"));
    Files.writeString(cluster.resolve("PG_VERSION"), "17\n");

    try (DataFolder folder = open()) {
      assertThatThrownBy(() -> EmbeddedPostgres.start(folder, 0, programs))
          .isInstanceOf(StartRefused.class)
          .hasMessageContaining("belongs to PostgreSQL 17, this Daybook runs PostgreSQL 18.");
    }
  }

  @Test
  void saysInTheServersOwnWordsWhyDamagedDataDoNotStart() throws Exception {
    try (DataFolder folder = open()) {
      EmbeddedPostgres.start(folder, 0, programs).close();
      Files.write(folder.resolve("postgres/cluster/global/pg_control"), new byte[8192]);

      assertThatThrownBy(() -> EmbeddedPostgres.start(folder, 0, programs))
          .isInstanceOf(StartRefused.class)
          .hasMessageContaining("PostgreSQL does not start on")
          .hasMessageMatching("(?s).*(FATAL|PANIC):.*");
    }
  }

  @Test
  void noRoleSignsInWithoutItsPassword() throws Exception {
    try (DataFolder folder = open();
        EmbeddedPostgres postgres = EmbeddedPostgres.start(folder, 0, programs)) {
      for (DatabaseRole role : DatabaseRole.values()) {
        assertThatThrownBy(
                () -> DriverManager.getConnection(postgres.url(), role.sqlName(), "guess").close())
            .isInstanceOf(SQLException.class)
            .hasMessageContaining("password authentication failed");
      }
    }
  }

  private DataFolder open() {
    return DataFolder.open(temporary.resolve("data"));
  }

  /** Starts a server from another JVM, which then ends without stopping it. */
  private void startAndDie() throws IOException, InterruptedException {
    Process process =
        new ProcessBuilder(
                ProcessHandle.current().info().command().orElseThrow(),
                "-cp",
                System.getProperty("java.class.path"),
                StartAndDie.class.getName(),
                temporary.resolve("data").toString(),
                SharedPrograms.FOLDER.toString())
            .redirectErrorStream(true)
            .redirectOutput(temporary.resolve("die.log").toFile())
            .start();
    assertThat(process.waitFor())
        .as(() -> read(temporary.resolve("die.log")))
        .isEqualTo(StartAndDie.EXIT_CODE);
  }

  private static String read(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      return e.toString();
    }
  }

  private static ProcessHandle serverOf(DataFolder folder) throws IOException {
    return serverOf(folder.path());
  }

  private static ProcessHandle serverOf(Path data) throws IOException {
    String line = Files.readAllLines(data.resolve("postgres/cluster/postmaster.pid")).getFirst();
    return ProcessHandle.of(Long.parseLong(line)).orElseThrow();
  }

  private static ProcessHandle kill(ProcessHandle server) throws InterruptedException {
    server.destroyForcibly();
    while (server.isAlive()) {
      Thread.sleep(20);
    }
    return server;
  }

  private static int eventuallyCount(EmbeddedPostgres postgres) throws Exception {
    Instant deadline = Instant.now().plus(PATIENCE);
    while (true) {
      try (Connection connection = owner(postgres.url(), postgres);
          Statement statement = connection.createStatement();
          ResultSet row = statement.executeQuery("select count(*) from public.kept")) {
        row.next();
        return row.getInt(1);
      } catch (SQLException e) {
        if (Instant.now().isAfter(deadline)) {
          throw e;
        }
        Thread.sleep(100);
      }
    }
  }

  private static void execute(String url, EmbeddedPostgres postgres, String sql)
      throws SQLException {
    try (Connection connection = owner(url, postgres);
        Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }

  private static Connection owner(String url, EmbeddedPostgres postgres) throws SQLException {
    return DriverManager.getConnection(
        url, DatabaseRole.OWNER.sqlName(), postgres.passwordOf(DatabaseRole.OWNER));
  }
}
