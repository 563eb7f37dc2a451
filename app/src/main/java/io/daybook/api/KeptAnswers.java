package io.daybook.api;

import io.daybook.security.personal.BlindIndex;
import io.daybook.security.personal.DataClass;
import io.daybook.security.personal.KeyScope;
import io.daybook.security.personal.PersonalData;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Map;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;

/**
 * How answers to writes are kept for clients that repeat them: sealed under a key of the day, so
 * that they end with it, and found by texts of which the table holds nothing readable.
 */
@Component
class KeptAnswers {
  /** Whose the keys are: an answer may speak of several people. */
  static final String SUBJECT = "answers";

  private final PersonalData personal;
  private final BlindIndex index;
  private final Clock clock;

  KeptAnswers(PersonalData personal, BlindIndex index, Clock clock) {
    this.personal = personal;
    this.index = index;
    this.clock = clock;
  }

  /** Returns {@code key} as the table names it. */
  WriteKey blind(WriteKey key) {
    String blind = index.of("idempotency-key", key.key());
    return new WriteKey(key.principal(), key.route(), blind, key.isDryRun(), Map.of());
  }

  /** Returns what tells this request's content from any other. */
  String fingerprint(String content) {
    return index.of("idempotency-content", content);
  }

  String seal(WriteKey key, String body) {
    String day = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC).toString();
    return personal
        .key(new KeyScope(DataClass.ANSWERS, SUBJECT, day))
        .map(id -> personal.seal(id, body, place(key)))
        .orElse(PersonalData.ERASED);
  }

  /** Returns an answer; one whose key is gone cannot be given again. */
  String open(WriteKey key, String stored) {
    String body = personal.open(stored, place(key));
    if (body.equals(PersonalData.ERASED)) {
      throw ApiProblem.of(
          HttpStatus.GONE,
          "answer_expired",
          "This was written, but its answer is not kept any more.");
    }
    return body;
  }

  private static String[] place(WriteKey key) {
    return new String[] {"bridge.idempotency_keys", key.principal(), key.route(), key.key()};
  }
}
