package io.daybook.recorder.publication;

import io.daybook.journal.RecordHash;
import io.daybook.journal.checkpoint.Checkpoint;
import io.daybook.recorder.keys.KeyRecords;
import io.daybook.recorder.keys.LogKeys;
import java.time.Clock;
import java.util.Optional;

/** Signs what is no part of the log with the keys that sign its checkpoints. */
public final class Statements {
  private final LogKeys keys;
  private final KeyRecords records;
  private final PublishedLog log;
  private final Clock clock;

  Statements(LogKeys keys, KeyRecords records, PublishedLog log, Clock clock) {
    this.keys = keys;
    this.records = records;
    this.log = log;
    this.clock = clock;
  }

  /**
   * Returns a signed note (c2sp.org/signed-note) of three lines: the log's name and, after a slash,
   * {@code subject}; {@code number}; the SHA-256 of {@code content} in base64. Absent as long as
   * the log has no checkpoint, which tells which keys are in use.
   *
   * @param number not negative
   */
  public Optional<String> sign(String subject, long number, byte[] content) {
    return log.newest()
        .map(newest -> {
          var statement =
              new Checkpoint(keys.origin() + "/" + subject, number, RecordHash.sha256(content));
          return keys.sign(statement, records.logKeys(newest.size()), clock.instant()).format();
        });
  }
}
