package io.daybook.replay;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.daybook.projections.shared.ProjectionNames;
import io.daybook.projections.shared.ProjectionPositions;
import io.daybook.projections.shared.ProjectionRebuilds;
import io.daybook.projections.shared.ProjectionStatus;
import io.daybook.projections.shared.ReadModelChecksum;
import io.daybook.projections.shared.ReadModelChecksums;
import io.daybook.projections.shared.RebuildRefused;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.util.FileSystemUtils;

/** A long random story: what following it and rebuilding from it leave in the tables. */
class RebuildIT {
  private static final int EVENTS = 20_000;

  private final long seed = ThreadLocalRandom.current().nextLong();
  private final RandomSales story = new RandomSales("random", seed);
  private Path data;
  private ConfigurableApplicationContext daybook;

  @BeforeEach
  void followAStory() throws IOException {
    data = Files.createTempDirectory(Path.of("target"), "replay-");
    daybook = ReplayApplication.start(data);
    ReplayApplication.write(daybook, story, EVENTS);
    ReplayApplication.awaitAll(daybook);
  }

  @AfterEach
  void close() throws IOException {
    daybook.close();
    FileSystemUtils.deleteRecursively(data);
  }

  @Test
  void aRebuildLeavesTheRowsThatFollowingLeft() {
    List<ReadModelChecksum> followed = checksums();
    assertThat(followed)
        .as("seed %d", seed)
        .filteredOn(table -> table.rows() > 0)
        .hasSizeGreaterThan(12);
    // A row that no event stands for must not survive.
    daybook.getBean(JdbcClient.class).sql("update read.tickets set reason = 'x'").update();
    assertThat(checksums()).isNotEqualTo(followed);
    var rebuilds = daybook.getBean(ProjectionRebuilds.class);

    rebuilds.rebuild(ProjectionNames.ALL);

    assertThat(status().isReplaying()).isTrue();
    assertThat(status().rebuild()).isNotNull();
    assertThatThrownBy(() -> rebuilds.rebuild(List.of(ProjectionNames.ORDERS)))
        .isInstanceOfSatisfying(
            RebuildRefused.class,
            e -> assertThat(e.reason()).isEqualTo(RebuildRefused.Reason.UNDER_WAY));
    ReplayApplication.awaitAll(daybook);
    assertThat(checksums()).as("seed %d", seed).isEqualTo(followed);
  }

  @Test
  void whatIsRecordedDuringARebuildIsNeitherMissedNorCountedTwice() {
    daybook.getBean(ProjectionRebuilds.class).rebuild(ProjectionNames.ALL);

    ReplayApplication.write(daybook, story, 9_000);

    ReplayApplication.awaitAll(daybook);
    awaitEnd();
    List<ReadModelChecksum> swapped = checksums();
    daybook.getBean(ProjectionRebuilds.class).rebuild(ProjectionNames.ALL);
    ReplayApplication.awaitAll(daybook);
    awaitEnd();
    assertThat(checksums()).as("seed %d", seed).isEqualTo(swapped);
  }

  @Test
  void afterAKillInTheMiddleTheNextStartGoesOnFromThere() throws Exception {
    List<ReadModelChecksum> followed = checksums();
    daybook.close();
    Process rebuild =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "--enable-native-access=ALL-UNNAMED",
                "-cp",
                System.getProperty("java.class.path"),
                RebuildAndDie.class.getName(),
                data.toString())
            .redirectErrorStream(true)
            .redirectOutput(data.resolve("rebuild.log").toFile())
            .start();
    assertThat(rebuild.waitFor(5, TimeUnit.MINUTES)).isTrue();
    assertThat(rebuild.exitValue())
        .as(Files.readString(data.resolve("rebuild.log")))
        .isEqualTo(RebuildAndDie.EXIT_CODE);

    daybook = ReplayApplication.start(data);

    // The claims of the dead process end first; the journal is read on from the last range.
    long positionBefore =
        daybook
            .getBean(JdbcClient.class)
            .sql("select min(position) from read.positions")
            .query(Long.class)
            .single();
    assertThat(positionBefore).isBetween(0L, (long) EVENTS);
    ReplayApplication.awaitAll(daybook);
    assertThat(checksums()).as("seed %d", seed).isEqualTo(followed);
  }

  private ProjectionStatus status() {
    return daybook.getBean(ProjectionPositions.class).find(ProjectionNames.ORDERS).orElseThrow();
  }

  private void awaitEnd() {
    while (status().rebuild() != null) {
      Thread.onSpinWait();
    }
    ReplayApplication.awaitAll(daybook);
  }

  private List<ReadModelChecksum> checksums() {
    return daybook.getBean(ReadModelChecksums.class).findAll();
  }
}
