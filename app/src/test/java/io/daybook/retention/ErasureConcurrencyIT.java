package io.daybook.retention;

import static org.assertj.core.api.Assertions.assertThat;

import io.daybook.Http.Answer;
import io.daybook.IntegrationTest;
import io.daybook.api.Player;
import io.daybook.api.Stage;
import io.daybook.security.personal.PersonalData;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Officers who act at the same moment, and people who write while they are erased. */
@IntegrationTest
class ErasureConcurrencyIT {
  private static final int AT_ONCE = 8;
  private static final String EVERYTHING =
      """
      {"classes": ["ACCOUNT", "KYB", "TICKETING"], "level": "%s", "basis": "LEGAL_OBLIGATION"}
      """;

  @LocalServerPort private int port;
  @Autowired private JdbcClient database;

  private Stage stage;
  private Player olga;
  private Player pavel;

  @BeforeEach
  void officers() {
    stage = new Stage(port);
    olga = Player.demo(port, "olga");
    pavel = Player.demo(port, "pavel");
  }

  @Test
  void ofManyProposalsAtOnceOneStands() throws Exception {
    Player person = stage.buyer();

    List<Answer> answers =
        atOnce(number ->
            (number % 2 == 0 ? olga : pavel)
                .post(subject(person) + "/erasures", EVERYTHING.formatted("KEYS")));

    assertThat(answers).filteredOn(answer -> answer.status() == 201).hasSize(1);
    assertThat(answers)
        .filteredOn(answer -> answer.status() != 201)
        .allMatch(answer -> answer.text("code").equals("erasure_open"));
  }

  @Test
  void ofManyApprovalsAtOnceOneCountsAndNoneOfTheProposers() throws Exception {
    Player person = stage.buyer();
    String erasure = propose(person, "KEYS");

    List<Answer> answers =
        atOnce(number ->
            (number % 2 == 0 ? pavel : olga)
                .act(subject(person) + "/erasures/" + erasure + ":approve"));

    assertThat(answers).filteredOn(answer -> answer.status() == 202).isNotEmpty();
    assertThat(answers)
        .filteredOn(answer -> answer.status() != 202)
        .allMatch(answer ->
            List.of("second_person_needed", "retention_step_refused")
                .contains(answer.text("code")));
    awaitCompletion(erasure);
    assertThat(count("retention.ErasureApproved", person)).isEqualTo(1);
    assertThat(count("retention.ErasureCompleted", person)).isEqualTo(1);
    assertThat(olga.get("/api/v1/compliance/erasures/" + erasure).text("approvedBy"))
        .isEqualTo(pavel.id());
  }

  /** Of a hold and an approval at the same moment exactly one wins. */
  @Test
  void anErasureIsHeldOrDoneButNeverBoth() throws Exception {
    for (int round = 0; round < 5; round++) {
      Player person = stage.buyer();
      String erasure = propose(person, "KEYS");

      List<Answer> answers =
          atOnce(number ->
              number % 2 == 0
                  ? pavel.act(subject(person) + "/erasures/" + erasure + ":approve")
                  : olga.post(subject(person) + "/legal-holds", "{\"reference\": \"4-Js-12\"}"));

      boolean isApproved = count("retention.ErasureApproved", person) == 1;
      boolean isHeld = count("retention.LegalHoldProposed", person) > 0;
      if (isApproved) {
        awaitCompletion(erasure);
      }
      // A hold may follow a completed erasure; it comes too late only while that is under way.
      assertThat(isApproved || isHeld).isTrue();
      if (isHeld && isApproved) {
        assertThat(position("retention.LegalHoldProposed", person))
            .isGreaterThan(position("retention.ErasureCompleted", person));
      }
      assertThat(answers).noneMatch(answer -> answer.status() >= 500);
    }
  }

  @Test
  void whatIsWrittenDuringAnErasureIsErasedToo() throws Exception {
    Player person = stage.organiser();
    String kybCase = stage.apply(person);
    String organiser = kybCase.substring(0, kybCase.indexOf("/kyb-cases/"));
    String word = "canary" + UUID.randomUUID().toString().replace("-", "");
    String erasure = propose(person, "PAYLOADS");
    var isOver = new AtomicBoolean();
    try (var writers = Executors.newVirtualThreadPerTaskExecutor()) {
      List<Future<Integer>> written =
          IntStream.range(0, 4)
              .mapToObj(_ -> writers.submit(() -> openCases(person, organiser, word, isOver)))
              .toList();
      try {
        Thread.sleep(300);
        assertThat(pavel.act(subject(person) + "/erasures/" + erasure + ":approve").status())
            .isEqualTo(202);
        awaitCompletion(erasure);
        Thread.sleep(300);
      } finally {
        isOver.set(true);
      }
      for (Future<Integer> count : written) {
        assertThat(count.get()).isPositive();
      }
    }

    assertThat(
            database
                .sql(
                    """
                    select count(*) from personal.data_keys
                    where subject_id = ? and wrapped is not null\
                    """)
                .param(person.id())
                .query(Long.class)
                .single())
        .isZero();
    String held = olga.get(subject(person) + "/data").response().body();
    assertThat(held).doesNotContain(word).contains(PersonalData.ERASED);
    String listed = olga.get("/api/v1/compliance/cases?limit=100").response().body();
    assertThat(listed).doesNotContain(word);
  }

  private static int openCases(Player person, String organiser, String word, AtomicBoolean isOver) {
    int written = 0;
    while (!isOver.get()) {
      Answer answer = person.post(organiser + "/kyb-cases", Stage.business(word));
      assertThat(answer.status()).describedAs(answer.response().body()).isLessThan(500);
      written += answer.status() == 201 ? 1 : 0;
    }
    return written;
  }

  private String propose(Player person, String level) {
    Answer proposed = olga.post(subject(person) + "/erasures", EVERYTHING.formatted(level));
    assertThat(proposed.status()).describedAs(proposed.response().body()).isEqualTo(201);
    return proposed.text("id");
  }

  private void awaitCompletion(String erasure) {
    stage.await(
        () -> olga.get("/api/v1/compliance/erasures/" + erasure),
        answer -> answer.text("state").equals("COMPLETED"));
  }

  private long count(String type, Player person) {
    return database
        .sql("select count(*) from journal.records where payload_type = ? and aggregate_id = ?")
        .params(type, SubjectId.of(new io.daybook.ledger.UserId(person.id())).value())
        .query(Long.class)
        .single();
  }

  private long position(String type, Player person) {
    return database
        .sql(
            "select min(leaf_index) from journal.records where payload_type = ? and aggregate_id = ?")
        .params(type, SubjectId.of(new io.daybook.ledger.UserId(person.id())).value())
        .query(Long.class)
        .single();
  }

  private static String subject(Player person) {
    return "/api/v1/compliance/subjects/" + person.id();
  }

  /** What one of several callers does. */
  private interface Call {
    Answer by(int number);
  }

  private static List<Answer> atOnce(Call call) throws Exception {
    var start = new CountDownLatch(1);
    try (var callers = Executors.newVirtualThreadPerTaskExecutor()) {
      List<Future<Answer>> answers = new ArrayList<>();
      for (int i = 0; i < AT_ONCE; i++) {
        int number = i;
        Callable<Answer> caller =
            () -> {
              start.await();
              return call.by(number);
            };
        answers.add(callers.submit(caller));
      }
      start.countDown();
      var results = new ArrayList<Answer>();
      for (Future<Answer> answer : answers) {
        results.add(answer.get());
      }
      return results;
    }
  }
}
