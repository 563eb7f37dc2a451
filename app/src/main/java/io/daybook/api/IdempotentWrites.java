package io.daybook.api;

import io.daybook.ledger.CommandRefused;
import io.daybook.recorder.store.JournalUnavailable;
import java.net.URI;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import org.axonframework.modelling.command.AggregateNotFoundException;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DataAccessException;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/**
 * Answers a repeated write as it was answered first.
 *
 * <p>The table only saves work and keeps answers equal; that a repeated write has one effect
 * follows from the ids that {@link WriteKey} derives. A claim that was not answered, because the
 * process died, can be taken over after a while.
 */
@Component
class IdempotentWrites {
  static final String REPLAYED = "Idempotency-Replayed";

  private static final Duration CLAIM = Duration.ofSeconds(15);

  private final JdbcClient database;
  private final JsonMapper json;
  private final KeptAnswers answers;
  private final DryRuns dryRuns;
  private final Clock clock;

  IdempotentWrites(
      JdbcClient database, JsonMapper json, KeptAnswers answers, DryRuns dryRuns, Clock clock) {
    this.database = database;
    this.json = json;
    this.answers = answers;
    this.dryRuns = dryRuns;
    this.clock = clock;
  }

  /** What a write does. */
  @FunctionalInterface
  interface Act {
    /**
     * Writes.
     *
     * @param resumed whether an earlier request with this key may have written already
     */
    Written write(boolean resumed);
  }

  private record Known(
      String fingerprint,
      @Nullable Integer status,
      @Nullable String location,
      @Nullable Long position,
      @Nullable String body) {}

  /**
   * Runs {@code act} unless this write was answered before; then answers the same again.
   *
   * @throws ApiProblem if the key was used with other content, or the write is under way
   */
  ResponseEntity<String> run(WriteKey key, Object content, Supplier<Written> act) {
    return run(key, content, _ -> act.get());
  }

  /** As {@link #run(WriteKey, Object, Supplier)}, for a write that must know whether it resumes. */
  ResponseEntity<String> run(WriteKey sent, Object content, Act act) {
    if (sent.isDryRun()) {
      return tried(dryRuns.run(() -> act.write(false)));
    }
    // As the database holds it; ids still derive from what was sent.
    WriteKey key = answers.blind(sent);
    String fingerprint = answers.fingerprint(json.writeValueAsString(content));
    String claim = UUID.randomUUID().toString();
    Optional<Boolean> fresh = claim(key, fingerprint, claim);
    if (fresh.isEmpty()) {
      return repeat(key, fingerprint);
    }
    try {
      Written written = act.write(!fresh.get());
      String body = json.writeValueAsString(written.body());
      remember(key, claim, written, body);
      return response(
          written.status().value(),
          written.location(),
          written.position(),
          body,
          written.isRepeat());
    } catch (RuntimeException failed) {
      giveUp(key, claim, failed);
      throw failed;
    }
  }

  private ResponseEntity<String> tried(Written written) {
    return ResponseEntity.ok()
        .contentType(MediaType.APPLICATION_JSON)
        .body(json.writeValueAsString(written.body()));
  }

  /** A refusal may be another answer next time, so only what may have been written is kept. */
  private void giveUp(WriteKey key, String claim, RuntimeException failed) {
    try {
      if (wroteNothing(failed)) {
        forget(key, claim);
      } else {
        release(key, claim);
      }
    } catch (DataAccessException databaseAway) {
      // The claim ends by itself after a while.
      failed.addSuppressed(databaseAway);
    }
  }

  private static boolean wroteNothing(RuntimeException failed) {
    return failed instanceof CommandRefused
        || failed instanceof JournalUnavailable
        || failed instanceof AggregateNotFoundException
        || (failed instanceof ApiProblem problem && problem.status().is4xxClientError());
  }

  /** Returns whether this write is new or resumes one without an answer; nothing if not ours. */
  private Optional<Boolean> claim(WriteKey key, String fingerprint, String claim) {
    Instant now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
    return database
        .sql(
            """
            insert into bridge.idempotency_keys as known
              (principal, route, key, fingerprint, claim, claimed_until, created_at)
            values (?, ?, ?, ?, ?, ?, ?)
            on conflict (principal, route, key) do update
              set claim = excluded.claim, claimed_until = excluded.claimed_until
              where known.status is null and known.claimed_until < excluded.created_at
                and known.fingerprint = excluded.fingerprint
            returning created_at = claimed_until - ? * interval '1 millisecond'\
            """)
        .params(
            key.principal(),
            key.route(),
            key.key(),
            fingerprint,
            claim,
            Timestamp.from(now.plus(CLAIM)),
            Timestamp.from(now),
            CLAIM.toMillis())
        .query(Boolean.class)
        .optional();
  }

  private ResponseEntity<String> repeat(WriteKey key, String fingerprint) {
    Known known =
        database
            .sql(
                """
                select fingerprint, status, location, position, body
                from bridge.idempotency_keys where principal = ? and route = ? and key = ?\
                """)
            .params(key.principal(), key.route(), key.key())
            .query(Known.class)
            .optional()
            .orElseThrow(IdempotentWrites::underWay);
    if (!known.fingerprint().equals(fingerprint)) {
      throw ApiProblem.of(
          HttpStatus.UNPROCESSABLE_CONTENT,
          "idempotency_key_reused",
          "This Idempotency-Key was used with other content; use a new key for a new request.");
    }
    if (known.status() == null || known.position() == null || known.body() == null) {
      throw underWay();
    }
    URI location = known.location() == null ? null : URI.create(known.location());
    String body = answers.open(key, known.body());
    return response(known.status(), location, known.position(), body, true);
  }

  private static ApiProblem underWay() {
    return ApiProblem.retryable(
        HttpStatus.CONFLICT,
        "request_in_flight",
        "The first request with this Idempotency-Key is still under way.",
        Duration.ofSeconds(1));
  }

  private void remember(WriteKey key, String claim, Written written, String body) {
    database
        .sql(
            """
            update bridge.idempotency_keys
            set status = ?, location = ?, position = ?, body = ?
            where principal = ? and route = ? and key = ? and claim = ?\
            """)
        .param(written.status().value())
        .param(written.location() == null ? null : written.location().toString())
        .param(written.position())
        .param(answers.seal(key, body))
        .param(key.principal())
        .param(key.route())
        .param(key.key())
        .param(claim)
        .update();
  }

  /** Lets the next request with this key resume at once. */
  private void release(WriteKey key, String claim) {
    database
        .sql(
            """
            update bridge.idempotency_keys set claimed_until = created_at - interval '1 second'
            where principal = ? and route = ? and key = ? and claim = ? and status is null\
            """)
        .params(key.principal(), key.route(), key.key(), claim)
        .update();
  }

  private void forget(WriteKey key, String claim) {
    database
        .sql(
            """
            delete from bridge.idempotency_keys
            where principal = ? and route = ? and key = ? and claim = ? and status is null\
            """)
        .params(key.principal(), key.route(), key.key(), claim)
        .update();
  }

  private static ResponseEntity<String> response(
      int status, @Nullable URI location, long position, String body, boolean replayed) {
    var response =
        ResponseEntity.status(status)
            .contentType(MediaType.APPLICATION_JSON)
            .header(JournalPositions.WRITTEN, Long.toString(position));
    if (location != null) {
      response.location(location);
    }
    if (replayed) {
      response.header(REPLAYED, "true");
    }
    return response.body(body);
  }
}
