package io.daybook.recorder.keys;

import io.daybook.database.StartRefused;
import io.daybook.recorder.format.SystemEvent.LogCreated;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/**
 * Keeps a log from being continued under another name or other keys.
 *
 * <p>Its first record holds both. A checkpoint of strange keys would make every export look like
 * tampering, so with a lost or exchanged key store nothing is signed at all.
 */
final class LogIdentity {
  private final LogKeys keys;

  LogIdentity(LogKeys keys) {
    this.keys = keys;
  }

  /**
   * Compares the first record with the keys; a log without a readable one is the auditor's affair.
   *
   * @throws StartRefused if the log has another origin or other keys
   */
  void require(JdbcClient jdbc) {
    Optional<LogCreated> created =
        jdbc.sql("SELECT payload FROM journal.records WHERE leaf_index = 0 AND payload IS NOT NULL")
            .query((row, number) -> row.getBytes(1))
            .optional()
            .flatMap(LogIdentity::read);
    LogCreated ours = keys.creation();
    created.ifPresent(theirs -> {
      if (!theirs.origin().equals(ours.origin())) {
        throw new StartRefused(
            "The journal in this database is '%s', not '%s': set daybook.journal.origin to its name."
                .formatted(theirs.origin(), ours.origin()));
      }
      if (!theirs.keys().equals(ours.keys())) {
        throw new StartRefused(
            "The keys in keys.p12 are not those of the journal in this database:"
                + " restore the key store that belongs to it.");
      }
    });
  }

  private static Optional<LogCreated> read(byte[] payload) {
    try {
      return Optional.of(JsonMapper.shared().readValue(payload, LogCreated.class));
    } catch (JacksonException e) {
      return Optional.empty();
    }
  }
}
