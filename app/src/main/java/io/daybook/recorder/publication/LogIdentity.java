package io.daybook.recorder.publication;

import io.daybook.database.StartRefused;
import io.daybook.journal.Bytes;
import io.daybook.journal.StoredRecord;
import io.daybook.recorder.format.SystemEvent.LogCreated;
import io.daybook.recorder.keys.LogKeys;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
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
  void require(LogTables tables) {
    List<StoredRecord> first = tables.records(0, 1);
    if (first.isEmpty()) {
      return;
    }
    Optional<LogCreated> created = read(first.getFirst().payload());
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

  private static Optional<LogCreated> read(@Nullable Bytes payload) {
    try {
      return payload == null
          ? Optional.empty()
          : Optional.of(JsonMapper.shared().readValue(payload.toArray(), LogCreated.class));
    } catch (JacksonException e) {
      return Optional.empty();
    }
  }
}
