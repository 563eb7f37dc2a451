package io.daybook.faults;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** An approved erasure comes to its end, whatever is killed on the way. */
class KillDuringErasureIT {
  /** What each step of an erasure writes to, so that a lock on it holds the step up. */
  private static final List<String> STEPS =
      List.of(
          "personal.closed_subjects",
          "bridge.documents",
          "read.kyb_history",
          "security.token_families",
          "personal.current_master");

  /** How often it is killed: once for each step in a long run, in some of them in a short one. */
  private static final int KILLS = Integer.getInteger("daybook.erasure.kills", 3);

  private final long seed = Long.getLong("daybook.seed", System.nanoTime());
  @TempDir private Path data;
  private DaybookProcess daybook;

  @BeforeEach
  void start() {
    daybook = DaybookProcess.start(data, DaybookProcess.freePort());
  }

  @AfterEach
  void stop() {
    daybook.killAll();
  }

  @Test
  void everyErasureIsCompleteAndRecordedOnce() throws Exception {
    System.out.println("KillDuringErasureIT: -Ddaybook.seed=" + seed);
    var random = new Random(seed);
    CarefulClient nobody = CarefulClient.anonymous(daybook.base());
    var people = new ArrayList<Person>();
    for (int i = 0; i < KILLS; i++) {
      people.add(Person.plant(nobody, nobody.as("olga"), nobody.as("pavel")));
    }

    List<String> steps = new ArrayList<>(STEPS);
    Collections.shuffle(steps, random);
    var erasures = new ArrayList<String>();
    for (int i = 0; i < people.size(); i++) {
      CarefulClient olga = nobody.as("olga");
      String erasure = Erasing.propose(people.get(i), olga, i % 2 == 0 ? "PAYLOADS" : "KEYS");
      erasures.add(erasure);
      if (i < KILLS - 1 && i < steps.size()) {
        killWhileHeldUp(steps.get(i), people.get(i), erasure);
      } else {
        Erasing.approve(people.get(i), erasure, nobody.as("pavel"));
        DaybookProcess.pause(random.nextInt(100));
        daybook.killAll();
      }
      daybook = DaybookProcess.start(data, daybook.port());
      Erasing.awaitCompletion(erasure, nobody.as("olga"));
    }

    assertRecordedOnce(erasures);
    var tables = Dump.tables(data);
    for (Person person : people) {
      assertThat(Dump.places(person, tables)).isEmpty();
    }
  }

  private void killWhileHeldUp(String table, Person person, String erasure) throws Exception {
    CarefulClient pavel = CarefulClient.anonymous(daybook.base()).as("pavel");
    try (var lock = JournalTables.open(data, "postgres")) {
      lock.execute("begin; lock table " + table + " in access exclusive mode");
      try {
        Erasing.approve(person, erasure, pavel);
        DaybookProcess.pause(500);
        daybook.kill();
      } finally {
        lock.execute("rollback");
      }
    }
  }

  private void assertRecordedOnce(List<String> erasures) throws Exception {
    try (var tables = JournalTables.open(data, "postgres")) {
      for (String type : List.of("ErasureApproved", "ErasureCompleted")) {
        assertThat(tables.events("retention." + type)).as(type).isEqualTo(erasures.size());
      }
      assertThat(tables.events("retention.ErasureRecorded"))
          .isGreaterThanOrEqualTo(erasures.size());
      assertThat(
              tables.number(
                  """
                  select count(*) from personal.data_keys
                  where wrapped is not null and data_class <> 'ANSWERS'
                    and subject_id in (select subject_id from personal.closed_subjects)\
                  """))
          .isZero();
    }
  }
}
