package io.daybook.faults;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** No case gets stuck in its process, whatever is killed while it is there. */
class KillDuringReviewIT {
  private static final int CASES = 24;
  private static final int AT_ONCE = 4;

  private final long seed = Long.getLong("daybook.seed", System.nanoTime());
  @TempDir private Path data;
  private DaybookProcess daybook;
  private CarefulClient nobody;

  @BeforeEach
  void start() {
    daybook = DaybookProcess.start(data, DaybookProcess.freePort());
    nobody = CarefulClient.anonymous(daybook.base());
  }

  @AfterEach
  void stop() {
    daybook.killAll();
  }

  @Test
  void everyCaseReachesTheOfficersAndIsDecidedOnce() throws Exception {
    System.out.println("KillDuringReviewIT: -Ddaybook.seed=" + seed);
    var random = new Random(seed);
    List<CarefulClient> organisers =
        IntStream.range(0, CASES)
            .mapToObj(number -> nobody.register("organiser-" + number, "ORGANISER"))
            .toList();
    List<String> ids = applyWhileKilling(organisers, random);
    Instant applied = Instant.now();

    BoxOffice.approve(nobody.as("olga"), CASES);
    BoxOffice.approve(nobody.as("pavel"), CASES);

    for (int i = 0; i < CASES; i++) {
      CarefulClient organiser = organisers.get(i);
      String id = ids.get(i);
      BoxOffice.await("the clearance of " + id, () -> BoxOffice.isCleared(organiser, id));
    }
    System.out.println(
        "KillDuringReviewIT: decided %d s after the last application; repeats %s"
            .formatted(Duration.between(applied, Instant.now()).toSeconds(), nobody.repeats()));
    try (var tables = JournalTables.open(data, "daybook_app")) {
      assertThat(tables.events("kyb.casefile.DocumentsChecked")).isEqualTo(CASES);
      assertThat(tables.number("select count(*) from bridge.process_inbox")).isZero();
      assertThat(tables.number("select count(*) from public.act_ru_deadletter_job")).isZero();
    }
  }

  private List<String> applyWhileKilling(List<CarefulClient> organisers, Random random)
      throws Exception {
    try (ExecutorService clients = Executors.newFixedThreadPool(AT_ONCE)) {
      List<Future<String>> results =
          organisers.stream()
              .map(organiser -> clients.submit(() -> BoxOffice.apply(organiser)))
              .toList();
      for (int quarter = 1; quarter <= 3; quarter++) {
        awaitDone(results, quarter * CASES / 4);
        DaybookProcess.pause(random.nextInt(200));
        if (quarter == 2) {
          killWhileDocumentsAreChecked();
          daybook = DaybookProcess.start(data, daybook.port());
        } else {
          daybook.killPostgres();
        }
      }
      var ids = new ArrayList<String>();
      for (Future<String> result : results) {
        ids.add(result.get());
      }
      return ids;
    }
  }

  /**
   * Kills Daybook in the middle of the check of documents, which is held up by a lock on them: the
   * engine's own lock on the check then stays behind.
   */
  private void killWhileDocumentsAreChecked() throws Exception {
    try (var tables = JournalTables.open(data, "postgres")) {
      BoxOffice.await("a check of documents", () -> isHeldUp(tables));
      daybook.kill();
      tables.execute("rollback");
    }
  }

  private static boolean isHeldUp(JournalTables tables) {
    try {
      tables.execute("begin; lock table bridge.documents in access exclusive mode");
      DaybookProcess.pause(300);
      String checks = "select count(*) from public.act_ru_job where lock_owner_ is not null";
      boolean isHeldUp = tables.number(checks) > 0;
      if (!isHeldUp) {
        tables.execute("rollback");
      }
      return isHeldUp;
    } catch (SQLException e) {
      throw new AssertionError(e);
    }
  }

  private static void awaitDone(List<Future<String>> results, int count) {
    BoxOffice.await(
        count + " applications", () -> results.stream().filter(Future::isDone).count() >= count);
  }
}
